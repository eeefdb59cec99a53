/** Takes no room: what Unicode lets programs ignore, such as fillers and joiners, and the braille pattern without dots. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether anybody could see anything of a text. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(INVISIBLE, ''));
}

/** The same text with one way of ending a line. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n|[\r\u2028\u2029]/g, '\n');
}
