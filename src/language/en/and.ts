/** "A", "A and B", "A, B, and C". */
export const and = (texts: readonly string[]) =>
  texts.length < 3 ? texts.join(' and ') : `${texts.slice(0, -1).join(', ')}, and ${texts.at(-1)}`;
