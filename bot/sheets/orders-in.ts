/** Orders in a sheet of a shop or a form: which column is what, and the rows as orders. */
import { createHash } from 'node:crypto'
import type { Address } from '../../parsers/types.js'
import type { Reader } from '../../parsers/understand.js'
import type { AppLine } from '../app-orders.js'

export const COLUMNS = ['household', 'building', 'unit', 'room', 'item', 'qty', 'measure', 'spec', 'goods', 'number', 'day'] as const
export type Column = (typeof COLUMNS)[number]

/** Heads as shops and forms write them; the first that fits. */
const HEADS: [Column, RegExp][] = [
  ['number', /^(?:订单|单)(?:编?号)|^编号$|^order (?:no|id|number)/iu],
  ['household', /门牌|地址|住址|住户|家庭|address|household|door/iu],
  ['building', /^(?:楼|栋|幢|座)(?:号|栋)?$|楼栋|^building/iu],
  ['unit', /^单元(?:号)?$|^unit$/iu],
  ['room', /^(?:房|室|门)(?:间?号|号)?$|房号|房间|^room/iu],
  ['qty', /数量|件数|份数|^qty|quantity|amount/iu],
  ['measure', /^(?:计量)?单位$|measure/iu],
  ['spec', /规格|型号|spec/iu],
  ['day', /(?:送货|配送|订货|收货)?(?:日期|日子)$|^date|^day/iu],
  ['item', /^(?:商品|物品|货品|品)(?:名称?|名)?$|^名称$|品名|^item|^product/iu],
  ['goods', /内容|需求|需要|清单|明细|想买|要买|goods|needs/iu],
]

/** `mapped`: columns that a person named, by the head or its place (1 is the first). */
export const columnsOf = (head: readonly string[], mapped: ReadonlyMap<Column, string>): Map<Column, number> => {
  const found = new Map<Column, number>()
  for (const [column, name] of mapped) {
    const at = /^\d+$/u.test(name) ? Number(name) - 1 : head.indexOf(name)
    if (at >= 0 && at < head.length) found.set(column, at)
  }
  for (const [at, name] of head.entries()) {
    if ([...found.values()].includes(at)) continue
    const column = HEADS.find(([kind, form]) => !found.has(kind) && form.test(name))?.[0]
    if (column !== undefined) found.set(column, at)
  }
  return found
}

export interface SheetOrder {
  /** Of the first and the other rows of the sheet that make it. */
  rows: number[]
  key: string
  address: Address
  /** As it stands in the sheet. */
  door: string
  day: string | null
  lines: AppLine[]
}
export interface SheetRows {
  orders: SheetOrder[]
  /** Rows without a door or without goods. */
  notUnderstood: { row: number; why: 'no door' | 'no goods'; words: string }[]
}

/** Rows of one household with one number (or, without numbers, of one day) are one order. */
export const ordersIn = (
  rows: readonly { row: number; cells: string[] }[],
  columns: ReadonlyMap<Column, number>,
  reader: Pick<Reader, 'readAddress'>,
): SheetRows => {
  const found = new Map<string, Omit<SheetOrder, 'key'> & { number: string }>()
  const notUnderstood: SheetRows['notUnderstood'] = []
  for (const { row, cells } of rows) {
    const cell = (column: Column): string => cells[columns.get(column) ?? -1]?.trim() ?? ''
    const words = cells.filter((text) => text !== '').join(' ')
    const address = addressIn(cell, reader)
    const lines = linesIn(cell)
    if (address === null) notUnderstood.push({ row, why: 'no door', words })
    else if (lines.length === 0) notUnderstood.push({ row, why: 'no goods', words })
    else {
      const door = `${address.building}-${address.unit}-${address.room}`
      const day = dayIn(cell('day'))
      const number = cell('number')
      const same = `${door} ${number === '' ? (day ?? '') : number}`
      const known = found.get(same)
      if (known === undefined) found.set(same, { rows: [row], address, door, day, lines, number })
      else {
        known.rows.push(row)
        known.lines.push(...lines)
      }
    }
  }
  return { orders: [...found.values()].map(({ number, ...order }) => ({ ...order, key: keyOf(order, number) })), notUnderstood }
}

/** By its number at the shop, else by all that it says: the same sheet again adds nothing. */
const keyOf = ({ door, day, lines }: Omit<SheetOrder, 'key'>, number: string): string =>
  number === ''
    ? `sheet:${createHash('sha256')
        .update(JSON.stringify([door, day, lines]))
        .digest('hex')
        .slice(0, 32)}`
    : `sheet:${door}:${number}`

const addressIn = (cell: (column: Column) => string, reader: Pick<Reader, 'readAddress'>): Address | null => {
  const digits = (text: string): string => text.replace(/[^\p{L}\d]|号|楼|栋|幢|座|单元|室|房/gu, '')
  const apart = { building: digits(cell('building')), unit: digits(cell('unit')), room: digits(cell('room')) }
  if (apart.building !== '' && apart.unit !== '' && apart.room !== '') return apart
  const read = reader.readAddress(cell('household'))
  return read.building === null || read.unit === null || read.room === null ? null : read
}

const linesIn = (cell: (column: Column) => string): AppLine[] => {
  const item = cell('item')
  const written = /^(\d+(?:\.\d+)?)\s*(\p{L}{0,4})$/u.exec(cell('qty'))
  const qty = written === null || Number(written[1]) <= 0 ? null : Number(written[1])
  const unit = cell('measure') || written?.[2] || null
  const plain = { qty: null, unit: null, spec: null }
  if (item !== '') return [{ item: item.slice(0, 100), qty, unit: qty === null ? null : unit, spec: cell('spec').slice(0, 60) || null }]
  const goods = cell('goods').split(/[,，、;；\n+]+|\s{2,}/u)
  return goods
    .map((text) => text.trim().slice(0, 100))
    .filter((text) => text !== '')
    .map((text) => ({ item: text, ...plain }))
}

/** 2021-01-27, 2021/1/27, 2021年1月27日, or a spreadsheet program's number of days since 30 December 1899 (ECMA-376 part 1, 18.17.4). */
const dayIn = (text: string): string | null => {
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/u.exec(text) ?? []
  if (year !== undefined) return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return /^\d{5}(?:\.\d+)?$/u.test(text)
    ? new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000).toISOString().slice(0, 10)
    : null
}
