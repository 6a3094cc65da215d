/**
 * Orders of a shop's app, a form or a sheet: each is a message in the inbox (so it counts once, by its key, and every line is traced to it)
 * and an order of its own; goods that the household has ordered by another way are held for staff.
 */
import { z } from 'zod'
import type { Line } from '../parsers/types.js'
import type { Household } from '../store/community.js'
import { apartDoubles, linesOfOtherWays } from '../store/doubles.js'
import { messageByNetworkId, NOBODY, noteHandled, receive } from '../store/inbox.js'
import type { Db } from '../store/open.js'
import { linesOf, takeApart } from '../store/orders.js'
import { tellLate } from './acts/late.js'
import { toLine } from './acts/order.js'
import { orderDay } from './days.js'
import { holdDouble } from './doubles.js'
import { withAmount } from './legible.js'
import type { Office } from './office.js'
import { lineFacts } from './say.js'

const said = z.string().trim().min(1).max(100)
/** A line: goods with their amount, or `item` alone as it would be said (大米10斤). */
export const appLine = z.strictObject({
  item: said,
  qty: z.number().positive().max(100_000).nullable().default(null),
  unit: z.string().trim().min(1).max(10).nullable().default(null),
  spec: z.string().trim().min(1).max(60).nullable().default(null),
})
export type AppLine = z.infer<typeof appLine>

export interface AppOrder {
  /** The same key is the same order. */
  key: string
  /** `YYYY-MM-DD`; the next day that is still open where none is said, or it is past. */
  day: string | null
  lines: AppLine[]
}
export type Taken = { state: 'new' | 'known'; order: number | null; taken: number; doubled: number } | { state: 'other words' }

export const APP = 'app'

const wordsOf = ({ item, qty, unit, spec }: AppLine): string =>
  withAmount(`${item}${spec === null ? '' : `(${spec})`}`, qty === null ? '' : `${qty}${unit ?? '个'}`)

/** Goods as the reader knows them; what it does not know stays as it was written. */
const readLine = (line: AppLine, start: number, household: Household, office: Office): Line => {
  const words = wordsOf(line)
  const { building, unit, room } = household
  const read = office.reader.understand(`要${words}`, {
    room: { kind: 'direct' },
    sender: { role: 'resident', home: { building, unit, room } },
  })
  const [act] = read.acts
  const found = act?.act === 'order' && act.lines.length === 1 ? act.lines[0] : undefined
  const span = { start, end: start + words.length }
  const spec = line.spec === null ? {} : { spec: line.spec }
  const structured = line.qty !== null || line.spec !== null
  if (found === undefined || (!found.known && structured))
    return { item: line.item, qty: line.qty, unit: line.unit, known: false, span, ...spec }
  const given = line.qty === null ? {} : { qty: line.qty, unit: line.unit ?? found.unit }
  return { ...found, ...given, ...spec, span }
}

export const takeAppOrder = async (db: Db, household: Household, order: AppOrder, office: Office): Promise<Taken> => {
  const now = office.clock.now()
  const { schedule, timeZone } = office.settings
  const { building, unit, room } = household
  const head = `${building}-${unit}-${room} `
  const text = `${head}${order.lines.map(wordsOf).join('、')}`
  const message = { account: APP, message_id: order.key, seq: 0, sent_at: now, received_at: now }
  const id = await receive(db, { ...message, room_handle: null, sender_handle: '', kind: 'text', text, quoted: null, recalls: '[]' })
  if (id === null) return knownOrder(db, order.key, text)
  const next = orderDay(now, schedule.cutOff, timeZone)
  const day = order.day === null || order.day < next ? next : order.day
  let start = head.length
  const lines = order.lines.map((line) => {
    const read = readLine(line, start, household, office)
    start = read.span.end + 1
    return toLine(read, { office, message: { text } })
  })
  const standing = await linesOfOtherWays(db, household.id, day, 'app')
  const { fresh, doubled } = apartDoubles(lines, standing)
  const cause = { at: now, why: APP, personId: null, inboxId: id }
  const facts = { householdId: household.id, roomId: null, personId: null, day, source: 'app' as const, urgent: null }
  const made = fresh.length === 0 ? null : await takeApart(db, facts, fresh, cause)
  if (doubled.length > 0) await holdDouble(db, household, { day, source: 'app', lines: doubled, standing }, cause, office)
  await noteHandled(db, id, { ...NOBODY, handled_at: now, outcome: 'app order', review: 0, understanding: '[]' })
  if (fresh.length > 0) await tellLate({ household, day, lines: fresh.map(lineFacts), kind: 'added' }, { db, office, message: { id } })
  return { state: 'new', order: made, taken: fresh.length, doubled: doubled.length }
}

/** What came of it at its first time; other words under the same key are refused. */
const knownOrder = async (db: Db, key: string, text: string): Promise<Taken> => {
  const message = await messageByNetworkId(db, APP, [key])
  if (message === undefined || message.text !== text) return { state: 'other words' }
  const order = await db.selectFrom('orders').select('id').where('inbox_id', '=', message.id).where('source', '=', 'app').executeTakeFirst()
  const double = await db.selectFrom('doubles').select('lines').where('inbox_id', '=', message.id).executeTakeFirst()
  return {
    state: 'known',
    order: order?.id ?? null,
    taken: order === undefined ? 0 : (await linesOf(db, order.id)).filter((line) => line.inbox_id === message.id).length,
    doubled: double === undefined ? 0 : z.array(z.unknown()).parse(JSON.parse(double.lines)).length,
  }
}
