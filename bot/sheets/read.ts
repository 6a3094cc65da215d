/** A table from outside: XLSX (its first sheet) or CSV in any encoding a phone or PC writes, as rows of text. */
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { decodeText } from '../chat/pasted/decode.js'

/** A file that is no table; `why` says in which way. */
export class TableRefused extends Error {
  constructor(readonly why: 'old excel' | 'damaged' | 'too big') {
    super(why)
  }
}

/** Bytes that a part of a spreadsheet may take when it is unpacked: far more than a community needs. */
const MOST = 60_000_000
const MOST_ROWS = 100_000

/** Rows in their order, cells trimmed; rows without any text are left out, `row` counts from 1 as a spreadsheet program does. */
export const readTable = async (bytes: Uint8Array): Promise<{ row: number; cells: string[] }[]> => {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new TableRefused('old excel')
  const rows = bytes[0] === 0x50 && bytes[1] === 0x4b ? await fromXlsx(bytes) : fromCsv(bytes)
  if (rows.length > MOST_ROWS) throw new TableRefused('too big')
  return rows
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.replace(/\s+/gu, ' ').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

const fromCsv = (bytes: Uint8Array): string[][] => {
  const text = decodeText(bytes).replace(/^\ufeff/u, '')
  // A picture or a program by the name of a table: no sheet holds such signs.
  if (/(?![\t\r\n])\p{Cc}/u.test(text)) throw new TableRefused('damaged')
  const [head = ''] = text.split('\n')
  const delimiter = ['\t', ';', '，', ','].find((sign) => head.includes(sign)) ?? ','
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
  } catch {
    throw new TableRefused('damaged')
  }
}

const fromXlsx = async (bytes: Uint8Array): Promise<string[][]> => {
  refuseHuge(bytes)
  try {
    return (await readSheet(Buffer.from(bytes))).map((cells) => cells.map(asText))
  } catch {
    throw new TableRefused('damaged')
  }
}

/** A cell as one reads it: a date without its time of day, nothing as nothing. */
const asText = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null || cell === undefined ? '' : String(cell)

/** A small file can unpack to gigabytes: the sizes that it gives for its parts are looked at before any is unpacked. */
const refuseHuge = (bytes: Uint8Array): void => {
  let total = 0
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize
        return false
      },
    })
  } catch {
    throw new TableRefused('damaged')
  }
  if (total > MOST) throw new TableRefused('too big')
}
