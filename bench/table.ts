/** What a figure should be at most, and whether it is. */
export interface Target {
  readonly figure: number;
  readonly atMost: number;
  /** "MB", "times", "ms": printed behind the number. */
  readonly unit: string;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;

/** The last two cells of a row: the target and the verdict. Empty where nothing was asked for. */
export function verdict(target?: Target): string[] {
  if (!target) return ['', ''];
  return [`≤ ${target.atMost} ${target.unit}`, target.figure <= target.atMost ? 'ok' : 'over'];
}

/** Prints rows of cells under a title: the first column to the left, all others to the right. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const print = (line: readonly string[]) =>
    widths
      .map((width, column) => (column === 0 ? (line[0] ?? '').padEnd(width) : (line[column] ?? '').padStart(width)))
      .join('  ');
  console.log(`\n${title}\n${print(header)}\n${widths.map((width) => '─'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(print(row));
}
