/** A table from outside: XLSX (its first sheet) or CSV in any encoding a phone or PC writes, as rows of text. */
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
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
export const readTable = (bytes: Uint8Array): { row: number; cells: string[] }[] => {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new TableRefused('old excel')
  const rows = bytes[0] === 0x50 && bytes[1] === 0x4b ? fromXlsx(bytes) : fromCsv(bytes)
  if (rows.length > MOST_ROWS) throw new TableRefused('too big')
  return rows
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.replace(/\s+/gu, ' ').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

const fromCsv = (bytes: Uint8Array): string[][] => {
  const text = decodeText(bytes).replace(/^\ufeff/u, '')
  const [head = ''] = text.split('\n')
  const delimiter = ['\t', ';', '，', ','].find((sign) => head.includes(sign)) ?? ','
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
  } catch {
    throw new TableRefused('damaged')
  }
}

/** ECMA-376 part 1, 18.3 (cells) and 18.4 (shared strings). */
const fromXlsx = (bytes: Uint8Array): string[][] => {
  const parts = unpacked(bytes)
  const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name))
  const [first] = sheets.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const sheet = first === undefined ? undefined : parts[first]
  if (sheet === undefined) throw new TableRefused('damaged')
  const text = (part: Uint8Array | undefined): string => (part === undefined ? '' : new TextDecoder().decode(part))
  const shared = [...text(parts['xl/sharedStrings.xml']).matchAll(/<si\b[^>]*>(.*?)<\/si>/gsu)].map(([, inner = '']) => textIn(inner))
  const rows: string[][] = []
  for (const [, attributes = '', inner = ''] of text(sheet).matchAll(/<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gsu)) {
    const at = Number(/\br="(\d+)"/u.exec(attributes)?.[1] ?? rows.length + 1)
    if (at > MOST_ROWS) throw new TableRefused('too big')
    while (rows.length < at) rows.push([])
    rows[at - 1] = cellsIn(inner, shared)
  }
  return rows
}

const unpacked = (bytes: Uint8Array): Record<string, Uint8Array> => {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/u.test(name)) return false
        total += originalSize
        if (total > MOST) throw new TableRefused('too big')
        return true
      },
    })
  } catch (error) {
    throw error instanceof TableRefused ? error : new TableRefused('damaged')
  }
}

const MOST_COLUMNS = 200

const cellsIn = (row: string, shared: readonly string[]): string[] => {
  const cells: string[] = []
  for (const [, attributes = '', inner = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)) {
    const letters = /\br="([A-Z]+)\d+"/u.exec(attributes)?.[1]
    const at = letters === undefined ? cells.length : columnOf(letters)
    if (at >= MOST_COLUMNS) continue
    while (cells.length < at) cells.push('')
    const kind = /\bt="(\w+)"/u.exec(attributes)?.[1]
    const value = decoded(/<v\b[^>]*>(.*?)<\/v>/su.exec(inner)?.[1] ?? '')
    cells[at] = kind === 's' ? (shared[Number(value)] ?? '') : kind === 'inlineStr' ? textIn(inner) : value
  }
  return cells
}

/** B is 1, AA is 26. */
const columnOf = (letters: string): number => [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1

const textIn = (xml: string): string =>
  [...xml.replace(/<rPh\b.*?<\/rPh>/gsu, '').matchAll(/<t\b[^>]*>(.*?)<\/t>/gsu)].map(([, text = '']) => decoded(text)).join('')

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(/&(?:#(x?)([\da-f]{1,6})|(\w{2,4}));/giu, (whole, hex: string, number: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = Number.parseInt(number ?? '', hex === '' ? 10 : 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
