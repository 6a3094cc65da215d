/** What store tests begin from: a message, a line, a household's order, a group. */
import { type Cause, insertTraced } from '../../store/changes.js'
import { addPerson, addRoom, householdAt } from '../../store/community.js'
import { type Handled, NOBODY, noteHandled, receive } from '../../store/inbox.js'
import type { Db } from '../../store/open.js'
import { type NewLine, type Order, orderById, takeOrder } from '../../store/orders.js'

export const DAY = '2021-01-27'
export const cause = (inboxId: number | null = null, at = 1000): Cause => ({ at, why: 'test', personId: null, inboxId })

export const line = (item: string, more: Partial<NewLine> = {}): NewLine => ({
  item,
  qty: 1,
  unit: '袋',
  spec: null,
  place: 'supermarket',
  medicine: '',
  heavy: 0,
  known: 1,
  span_start: 0,
  span_end: 2,
  ...more,
})

export const message = async (db: Db, id: string, more: { account?: string; text?: string; sent_at?: number } = {}): Promise<number> => {
  const made = await receive(db, {
    account: 'a',
    message_id: id,
    seq: 1,
    sent_at: 1,
    received_at: 1,
    room_handle: 'r',
    sender_handle: 'p',
    kind: 'text',
    text: id,
    quoted: null,
    recalls: '[]',
    ...more,
  })
  if (made === null) throw new Error(`${id} is known already`)
  return made
}

/** What became of a message, talk where nothing else is said. */
export const handled = (db: Db, id: number, more: Partial<Handled> = {}): Promise<void> =>
  noteHandled(db, id, {
    ...NOBODY,
    handled_at: 1,
    outcome: 'talk',
    review: 0,
    understanding: '[]',
    ...more,
  })

export const householdId = async (db: Db, door: string): Promise<number> => {
  const [building = '', unit = '', room = ''] = door.split('-')
  const found = await householdAt(db, { building, unit, room })
  if (found === undefined) throw new Error(`no household ${door}`)
  return found.id
}

/** `door` null: the order waits for its door number. */
export const ordered = async (
  db: Db,
  door: string | null,
  lines: NewLine[],
  more: { cause?: Cause; day?: string; urgent?: string | null; personId?: number } = {},
): Promise<number> =>
  takeOrder(
    db,
    {
      householdId: door === null ? null : await householdId(db, door),
      roomId: null,
      personId: more.personId ?? null,
      day: more.day ?? DAY,
      source: 'chat',
      urgent: more.urgent ?? null,
    },
    lines,
    more.cause ?? cause(),
  )

export const orderOf = async (db: Db, id: number): Promise<Order> => {
  const found = await orderById(db, id)
  if (found === undefined) throw new Error(`no order ${id}`)
  return found
}

export const person = (db: Db, name: string, role = 'resident', grid: string | null = null): Promise<number> =>
  addPerson(db, { name, role, grid, household_id: null, household_from: null }, cause())
export const room = (db: Db, topic: string): Promise<number> =>
  addRoom(db, { topic, kind: 'unit', building: '3', unit: '2', grid: null, bound_by: 'topic' }, cause())
export const request = async (db: Db, by: Cause): Promise<number> =>
  insertTraced(
    db,
    'requests',
    {
      household_id: null,
      room_id: null,
      person_id: null,
      grid: '1',
      words: 'w',
      kind: 'help',
      status: 'open',
      at: 1,
      inbox_id: by.inboxId,
    },
    by,
  )
