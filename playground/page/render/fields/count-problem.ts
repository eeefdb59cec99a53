import { words } from '../words.ts';

interface Bounds {
  readonly required: boolean;
  readonly least: number;
  readonly most: number;
}

/** What is wrong with how many were chosen. */
export function countProblem(count: number, { required, least, most }: Bounds): string | undefined {
  if (count === 0 && !required) return undefined;
  if (count < least && least > 1) return words.form.tooFew(least);
  if (count === 0) return words.form.nothingChosen;
  return count > most ? words.form.tooMany(most) : undefined;
}

/** How many to choose, when it is more than the choice of one. */
export function countHint({ required, least, most }: Bounds): string | undefined {
  return most > 1 ? words.chooseBetween(required ? Math.min(least, most) : 0, most) : undefined;
}
