import { fileURLToPath } from 'node:url';
import { encodePng } from './png.ts';

/** The letters of the pictures. resvg draws no text at all with fonts in any other format than TTF. */
const fonts = ['400Regular/Inter_400Regular.ttf', '700Bold/Inter_700Bold.ttf'];

let last: Promise<unknown> = Promise.resolve();

/** SVG text as a PNG file. One picture at a time and off the main thread: other answers do not wait for it. */
export function drawPicture(svg: string): Promise<Buffer> {
  const drawn = last.then(() => rasterise(svg));
  last = drawn.catch(() => undefined);
  return drawn;
}

/** The library is loaded with the first picture: whoever never asks for one never pays for it. */
async function rasterise(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: fonts.map((font) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${font}`))),
      defaultFontFamily: 'Inter',
    },
    logLevel: 'off',
  });
  return encodePng(image);
}
