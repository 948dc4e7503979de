export type CsvCell = string | number | boolean | Date | null | undefined;

/** What a spreadsheet takes for the beginning of a formula or command, and the characters it skips before one. */
const formulaStart = /^[\s\u0000]*[=+\-@\t\r|%＝＋－＠]/u;
const plainNumber = /^-?\d+(\.\d+)?$/;

/**
 * One record of RFC 4180, ended by CR LF. Text that a spreadsheet would run (it begins with = + - @, tab, CR or their
 * wide forms, blanks before them or not) is led by an apostrophe; numbers, negative ones included, stay numbers. Dates are ISO 8601, nothing is empty.
 */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

/** A whole file: a byte order mark, so that spreadsheets read it as UTF-8, the header and the rows. For files of any length see `csvRow`. */
export function csvText(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  let text = `\uFEFF${csvRow(header)}`;
  for (const row of rows) text += csvRow(row);
  return text;
}

function cellText(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  const safe = formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
