import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { drawPicture } from '../../src/discord/picture.ts';

const svg = (inside: string, width = 60, height = 40) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Inter">${inside}</svg>`;
const ground = '<rect width="60" height="40" fill="#102030"/>';

/** Reads a PNG of ours by drawing it again with resvg, which must understand it. */
function pixelsOf(png: Buffer): Buffer {
  const image = `<image width="60" height="40" href="data:image/png;base64,${png.toString('base64')}"/>`;
  return new Resvg(svg(image)).render().pixels;
}

test('a picture is a PNG in the size of its drawing, with its colours', async () => {
  const png = await drawPicture(svg(ground));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([60, 40]);
  expect([...pixelsOf(png).subarray(0, 4)]).toEqual([0x10, 0x20, 0x30, 0xff]);
});

test('words are drawn, plain and bold, on a machine without any font', async () => {
  const plain = await drawPicture(svg(`${ground}<text x="4" y="28" font-size="24" fill="#fff">Go</text>`));
  const bold = await drawPicture(
    svg(`${ground}<text x="4" y="28" font-size="24" fill="#fff" font-weight="700">Go</text>`),
  );
  const lit = (png: Buffer) =>
    pixelsOf(png)
      .filter((_, index) => index % 4 === 0)
      .filter((red) => red > 128).length;
  expect(lit(plain)).toBeGreaterThan(40);
  expect(lit(bold)).toBeGreaterThan(lit(plain));
});

test('a broken drawing is an error, and the next picture is drawn all the same', async () => {
  const [broken, whole] = await Promise.allSettled([drawPicture('<svg'), drawPicture(svg(ground))]);
  expect([broken.status, whole.status]).toEqual(['rejected', 'fulfilled']);
});

test('many pictures at once come out each as its own', async () => {
  const pngs = await Promise.all([10, 20, 30].map((width) => drawPicture(svg('', width, 10))));
  expect(pngs.map((png) => png.readUInt32BE(16))).toEqual([10, 20, 30]);
  const data = pngs[2]?.subarray(41, -16) ?? Buffer.alloc(0);
  expect(inflateSync(data)).toHaveLength((30 * 4 + 1) * 10);
});
