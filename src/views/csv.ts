/** What a spreadsheet takes for the beginning of a formula, also after blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** A UTF-8 mark: without it spreadsheets guess, and guess wrongly. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as a CSV file (RFC 4180). What people typed stays text: a cell that a spreadsheet would run as a formula gets an
 * apostrophe in front.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
