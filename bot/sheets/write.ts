/** Tables as files that no spreadsheet program takes a formula from, whatever residents wrote (https://owasp.org/www-community/attacks/CSV_Injection). */
import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import type { Cell, Sheet } from './tables.js'

/** Signs that hide what begins a cell, and controls that XML cannot hold. */
const HIDDEN = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu
/** A cell of Excel holds 32,767 signs. */
const MOST = 32_000

const plain = (cell: Cell): Cell =>
  typeof cell === 'string'
    ? cell
        .replace(/\s+/gu, ' ')
        .replace(HIDDEN, '')
        .trim()
        .slice(0, MOST)
        .replace(/[\ud800-\udbff]$/u, '')
    : cell

/** Excel reads UTF-8 only behind its mark. What would begin a formula has an apostrophe before it. */
export const asCsv = ({ head, rows }: Sheet): string =>
  stringify([head, ...rows.map((row) => row.map(plain))], { bom: true, escape_formulas: true, record_delimiter: 'windows' })

/** Every cell has a type of its own: text stays text. */
export const asXlsx = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeExcelFile(
    sheets.map(({ name, head, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: head.map((word) => ({ width: word === '门牌' || word === '物品' ? 16 : 9 })),
      data: [
        head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) =>
          row
            .map(plain)
            .map((value) =>
              value === null || value === '' ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String },
            ),
        ),
      ],
    })),
  ).toBuffer()
