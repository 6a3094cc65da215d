/** A community's own table, `goods.csv` in its catalogue folder: a row more, checked with all tables before anything is written. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from './catalogue.js'
import { readAddedTable } from './catalogue-tables.js'
import type { Good } from './catalogue-types.js'
import { type Column, GOODS_COLUMNS, TITLES } from './catalogue-words.js'

/** What a row says, as words of the table; an empty word says nothing. */
export type NewRow = Partial<Record<Column, string>> & { name: string }

const OWN_TABLE = 'goods.csv'
/** The row cannot be added; the message says why and what to do. Nothing was written. */
export class AdditionRefused extends Error {
  override readonly name = 'AdditionRefused'
  constructor(faults: readonly string[]) {
    super(`没有写入 / nothing was written:\n${faults.join('\n')}`)
  }
}

/** A spreadsheet program in China takes a CSV without it for GB18030. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Adds a good, or with nothing but aliases names to a known one, and returns the good as it then is.
 * @throws AdditionRefused where the row, or what lies in the folder already, is wrong; then nothing is written
 */
export const addToCatalogue = (folder: string, row: NewRow): Good => {
  const file = join(folder, OWN_TABLE)
  const before = openBook([folder])
  if (before.faults.length > 0) throw new AdditionRefused(['先改好已有的表：', ...before.faults])
  const wrong = row.category === undefined ? aliasFaults(row, before) : nameFaults(row, before)
  if (wrong.length > 0) throw new AdditionRefused(wrong)
  const table = readAddedTable(file, [])
  if (table?.holds === 'measures') throw new AdditionRefused([`${file} 里是计量单位，请把它改名为 measures.csv。`])
  const text = textOf([...(table?.rows ?? []), row])
  const after = openBook([folder], { file, text })
  if (after.faults.length > 0) throw new AdditionRefused(after.faults)
  const good = after.catalogue.goods.find(({ name }) => name === after.goodCalled(row.name)?.name)
  if (good === undefined) throw new Error(`the row of ${row.name} made no good`)
  write(folder, file, text)
  return good
}

type Book = ReturnType<typeof openBook>

const nameFaults = (row: NewRow, book: Book): string[] => {
  const held = book.goodCalled(row.name)
  if (held !== undefined && held.name === row.name)
    return [`「${row.name}」已经在目录里（${held.at}）。要给它加别名：linxu catalogue add --alias-of ${row.name} 别名`]
  if (held !== undefined) return [`「${row.name}」已经是「${held.name}」的别名（${held.at}），不用再加。`]
  return [row.name, ...aliasesOf(row)].flatMap((word) => wordFaults(word, book))
}

const aliasFaults = (row: NewRow, book: Book): string[] => {
  const good = book.goodCalled(row.name)
  if (good === undefined) return [`目录里没有「${row.name}」，先加这种商品：linxu catalogue add ${row.name} --category … --unit …`]
  if (good.name !== row.name) return [`「${row.name}」是「${good.name}」的别名，请写：--alias-of ${good.name}`]
  return aliasesOf(row).flatMap((alias) => {
    const held = book.goodCalled(alias)
    if (held === undefined) return wordFaults(alias, book)
    const already = held.name === row.name ? '不用再加' : '一个词只能指一种商品'
    return [`「${alias}」已经是「${held.name}」的${held.name === alias ? '名称' : '别名'}（${held.at}），${already}。`]
  })
}

const aliasesOf = ({ aliases = '' }: NewRow): string[] => (aliases === '' ? [] : aliases.split('|'))

/** A word that the parser could not hold, or would read as something else. */
const wordFaults = (word: string, book: Book): string[] => {
  const measure = book.measureCalled(word)
  if (measure !== undefined) return [`「${word}」是计量单位（${measure.at}），不能当商品名。`]
  if (!/^[^\s,，|"]+(?: [^\s,，|"]+)*$/u.test(word)) return [`「${word}」不能当名称：不能是空的，也不能有逗号、竖线、引号。`]
  return /^[\d.]+$/u.test(word) ? [`「${word}」只有数字，不能当商品名。`] : []
}

const cell = (word: string): string => (/[",\n]/u.test(word) ? `"${word.replaceAll('"', '""')}"` : word)

const textOf = (rows: readonly Partial<Record<Column, string>>[]): string => {
  const head = GOODS_COLUMNS.map((column) => TITLES[column]).join(',')
  const body = rows.map((row) => GOODS_COLUMNS.map((column) => cell(row[column] ?? '')).join(','))
  return `${BYTE_ORDER_MARK}${[head, ...body].join('\n')}\n`
}

/** All or nothing: whoever reads meanwhile, or after a power cut, finds the old table or the new one. */
const write = (folder: string, file: string, text: string): void => {
  mkdirSync(folder, { recursive: true })
  const next = `${file}.${process.pid}.new`
  try {
    writeFileSync(next, text, { flush: true })
    renameSync(next, file)
  } finally {
    rmSync(next, { force: true })
  }
}
