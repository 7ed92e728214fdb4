/**
 * What begins a formula or a command where a spreadsheet opens a file: `=`, `+`, `-`, `@`, their full-width forms, and
 * the old `|` and `%` of DDE, after any space that is cut off. OWASP, “CSV Injection”. A spreadsheet that takes
 * semicolons or tabs for the separators finds the beginning of a cell inside ours, so that is looked for too.
 */
const beginning = /(^|[;\t\r\n])('*)(?=[^\S\t\r\n]*[=+\-@＝＋－＠|%])/g
const made = /(^|[;\t\r\n])'('*)(?=[^\S\t\r\n]*[=+\-@＝＋－＠|%])/g

/** A text that a spreadsheet shows and doesn't evaluate: an apostrophe stands before what it would. */
export const inertCell = (text: string): string => text.replace(beginning, "$1'$2")

/** The text that `inertCell` was given: for reading our own files again. */
export const activateCell = (text: string): string => text.replace(made, '$1$2')

export type CsvCell = string | number | null

const quoted = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const writeCell = (cell: CsvCell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(inertCell(cell))

/**
 * Rows as CSV (RFC 4180): commas, CR LF after each line, quotes doubled inside quotes. Texts are made inert; numbers
 * are written as they are, and null as nothing.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}
