/** The same with a full stop, unless it ends with a sign of its own, as a title that is a question does. */
export function withFullStop(sentence: string): string {
  return /[.?!…]\**$/.test(sentence) ? sentence : `${sentence}.`;
}
