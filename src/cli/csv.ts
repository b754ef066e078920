/** Purpose: tables as CSV that no spreadsheet takes for formulas, and back (RFC 4180). */

export const toCsv = (rows: readonly (readonly string[])[]): string => `${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`

/** The wide forms count in East Asian spreadsheets. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell that starts like a formula would be run when the file is opened; an apostrophe makes it text. */
function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows of cells; the apostrophe that `toCsv` put before a formula is taken away again. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))
    if (end !== ',') rows.push([])
  }
  return rows.filter(row => row.some(value => value !== ''))
}
