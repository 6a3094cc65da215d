/** Lines whose goods the catalogue does not know: what residents called them, and what becomes of them when it learns the name. */
import { type Cause, updateTraced } from './changes.js'
import type { Db } from './open.js'
import type { OrderLine } from './orders.js'

/** A name that residents wrote, how often, the last day it is wanted for, and the words of one such line: goods and amount only. */
export interface UnknownGood {
  item: string
  times: number
  lastDay: string
  example: string
}

/** The most wanted first; cancelled lines do not count. */
export const unknownGoods = async (db: Db): Promise<UnknownGood[]> => {
  const lines = await db
    .selectFrom('order_lines')
    .innerJoin('orders', 'orders.id', 'order_lines.order_id')
    .leftJoin('inbox', 'inbox.id', 'order_lines.inbox_id')
    .select(['order_lines.item', 'order_lines.span_start', 'order_lines.span_end', 'orders.day', 'inbox.text'])
    .where('order_lines.known', '=', 0)
    .where('order_lines.status', '!=', 'cancelled')
    .orderBy('order_lines.id')
    .execute()
  const found = new Map<string, UnknownGood>()
  for (const { item, span_start, span_end, day, text } of lines) {
    const one = found.get(folded(item)) ?? { item, times: 0, lastDay: day, example: '' }
    one.times++
    if (day > one.lastDay) one.lastDay = day
    one.example = text?.slice(span_start, span_end).trim() || item
    found.set(folded(item), one)
  }
  return [...found.values()].sort((a, b) => b.times - a.times || b.lastDay.localeCompare(a.lastDay) || a.item.localeCompare(b.item))
}

export interface FiledAs extends Pick<OrderLine, 'item' | 'place' | 'medicine' | 'heavy'> {
  /** Every name by which it may stand in a line. */
  words: readonly string[]
  lifeSustaining: boolean
}

/**
 * Gives the lines of a new good that are still to be brought their place in the catalogue. Lines that were delivered stay as they were;
 * an order with a life-sustaining medicine becomes urgent. Returns how many lines were filed.
 */
export const fileLines = async (db: Db, good: FiledAs, cause: Cause): Promise<number> => {
  const names = new Set(good.words.map(folded))
  const open = await db
    .selectFrom('order_lines')
    .innerJoin('orders', 'orders.id', 'order_lines.order_id')
    .select(['order_lines.id', 'order_lines.item', 'order_lines.order_id'])
    .where('order_lines.known', '=', 0)
    .where('order_lines.status', 'in', ['wanted', 'out'])
    .where('orders.status', 'in', ['waiting', 'open', 'picked', 'undelivered'])
    .orderBy('order_lines.id')
    .execute()
  const lines = open.filter(({ item }) => names.has(folded(item)))
  const { item, place, medicine, heavy } = good
  for (const line of lines) {
    await updateTraced(db, 'order_lines', line.id, { item, place, medicine, heavy, known: 1 }, cause)
    if (good.lifeSustaining) await updateTraced(db, 'orders', line.order_id, { urgent: 'medicine' }, cause)
  }
  return lines.length
}

const folded = (word: string): string => word.normalize('NFKC').trim().toLowerCase()
