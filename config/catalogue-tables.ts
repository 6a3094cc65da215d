/** Reads the tables of the goods catalogue as rows of cells: our own plain files fast, other people's spreadsheets with patience. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { COLUMNS, type Column, GOODS_COLUMNS, MEASURES_COLUMNS, TITLES } from './catalogue-words.js'
import { shippedFolder, tablesOf } from './tables-stamp.js'

/** A row of a table with its cells, trimmed; a cell that the table lacks is empty. */
export interface Row extends Readonly<Record<Column, string>> {
  table: Table
  line: number
}

export interface Table {
  /** As told to people: the bare name of a shipped table, the whole path of an addition. */
  file: string
  /** Comes from a community: may add to goods that are known, and may leave cells empty when it does. */
  adds: boolean
  holds: 'goods' | 'measures'
  rows: Row[]
}

interface Line {
  line: number
  cells: string[]
}

/** Our own tables; one that somebody saved with a spreadsheet program is read like a community's. */
export function readShippedTables(faults: string[]): Table[] {
  const folder = shippedFolder()
  return tablesOf(folder).flatMap((file) => {
    const bytes = readFileSync(join(folder, file))
    const text = bytes.toString('utf8')
    const rows = /["\r\uFEFF\uFFFD]/.test(text) ? readTheirs(bytes, file, faults) : readOurs(text)
    return rows === null ? [] : tableOf(file, false, rows, faults)
  })
}

/** Whether a folder exists and holds a table. */
export const hasTables = (folder: string): boolean => existsSync(folder) && tablesOf(folder).length > 0

/** A table as it would be if it were written. */
export interface Candidate {
  file: string
  text: string
}

/** A community's own tables; a folder that does not exist has none. A candidate stands in the place of the file of its name. */
export function readAddedTables(folder: string, faults: string[], candidate?: Candidate): Table[] {
  const files = new Set(existsSync(folder) ? tablesOf(folder).map((name) => join(folder, name)) : [])
  if (candidate !== undefined && dirname(candidate.file) === folder) files.add(candidate.file)
  return [...files].sort().flatMap((file) => {
    const bytes = file === candidate?.file ? Buffer.from(candidate.text) : readFileSync(file)
    const rows = readTheirs(bytes, file, faults)
    return rows === null ? [] : tableOf(file, true, rows, faults)
  })
}

/** The rows of one of a community's tables; none where there is no such file. */
export const readAddedTable = (file: string, faults: string[]): Table | undefined => {
  const rows = existsSync(file) ? readTheirs(readFileSync(file), file, faults) : null
  return rows === null ? undefined : tableOf(file, true, rows, faults)[0]
}

function readOurs(text: string): Line[] {
  const rows: Line[] = []
  for (const [index, line] of text.split('\n').entries()) if (line !== '') rows.push({ line: index + 1, cells: line.split(',') })
  return rows
}

/** Other people's tables come from Excel or an editor: quotes, a byte order mark, GB18030, tabs. */
function readTheirs(bytes: Buffer, file: string, faults: string[]): Line[] | null {
  const text = decode(bytes)
  if (text === null) {
    faults.push(`${file}:1 文字编码认不出来，请在表格软件里另存为「CSV UTF-8」。`)
    return null
  }
  const csv: typeof import('csv-parse/sync') = createRequire(import.meta.url)('csv-parse/sync')
  try {
    const records = csv.parse(text, {
      delimiter: dividerOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => [String(lines), ...record],
    })
    return records
      .map(([line, ...cells]) => ({ line: Number(line), cells: cells.map(clean) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (!(error instanceof csv.CsvError)) throw error
    faults.push(`${file}:${Number(error.lines ?? 1)} 表格断了，引号没有成对，请用表格软件打开后重新保存。`)
    return null
  }
}

/** Excel writes tabs or, where the comma is a decimal sign, semicolons; who types a table by hand writes full-width signs. */
const dividerOf = (text: string): string => /[\t,;，；]/u.exec(text.split('\n', 1)[0] ?? '')?.[0] ?? ','

function decode(bytes: Buffer): string | null {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0') && !text.includes('\uFFFD')) return text
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  return null
}

/** Widths as typed in Chinese (Ａ，｜) become plain ones; names joined by 、 or ； are a list as well. */
const clean = (cell: string): string => cell.normalize('NFKC').trim().replace(/[、;]/g, '|')

function tableOf(file: string, adds: boolean, lines: Line[], faults: string[]): Table[] {
  const [head, ...body] = lines
  const all = GOODS_COLUMNS.map((column) => TITLES[column]).join(',')
  if (head === undefined) {
    faults.push(`${file}:1 是空的，第一行要写：${all}。`)
    return []
  }
  while (head.cells.at(-1) === '') head.cells.pop()
  const columns = columnsOf(head, file, adds, all, faults)
  if (columns === null) return []
  const table: Table = { file, adds, holds: columns.includes('kind') ? 'measures' : 'goods', rows: [] }
  const at = (column: Column): number => (columns.includes(column) ? columns.indexOf(column) : Number.MAX_SAFE_INTEGER)
  const [name, aliases, category, unit, place, heavy] = [at('name'), at('aliases'), at('category'), at('unit'), at('place'), at('heavy')]
  const [medicine, life, kg, kind] = [at('medicine'), at('life'), at('kg'), at('kind')]
  for (const { line, cells } of body) {
    if (adds ? cells.slice(columns.length).some((cell) => cell !== '') : cells.length !== columns.length) {
      faults.push(`${file}:${line} 这一行有 ${cells.length} 格，表头有 ${columns.length} 格，请检查逗号。`)
    }
    table.rows.push({
      table,
      line,
      name: cells[name] ?? '',
      aliases: cells[aliases] ?? '',
      category: cells[category] ?? '',
      unit: cells[unit] ?? '',
      place: cells[place] ?? '',
      heavy: cells[heavy] ?? '',
      medicine: cells[medicine] ?? '',
      life: cells[life] ?? '',
      kg: cells[kg] ?? '',
      kind: cells[kind] ?? '',
    })
  }
  return [table]
}

/** The columns in the order of the head, or null with faults. */
function columnsOf(head: Line, file: string, adds: boolean, all: string, faults: string[]): Column[] | null {
  const columns: Column[] = []
  for (const title of head.cells) {
    const column = COLUMNS.get(title) ?? COLUMNS.get(title.toLowerCase())
    if (column === undefined) faults.push(`${file}:${head.line} 不认识的列「${title}」，可以写的列是：${all}。`)
    else if (columns.includes(column)) faults.push(`${file}:${head.line} 列「${title}」写了两遍。`)
    else columns.push(column)
  }
  const needed = adds ? (['name', 'aliases'] as const) : columns.includes('kind') ? MEASURES_COLUMNS : GOODS_COLUMNS
  const missing = needed.filter((column) => !columns.includes(column))
  if (missing.length > 0) faults.push(`${file}:${head.line} 缺少列${missing.map((column) => `「${TITLES[column]}」`).join('')}。`)
  return missing.length > 0 || columns.length < head.cells.length ? null : columns
}
