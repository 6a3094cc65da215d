/** Erases a household everywhere: its people, orders, alerts and requests, what was written of it and what was said of it. */
import type { Household } from './community.js'
import { blankMessages, forgetPeople, removeSteps } from './expire.js'
import type { Db } from './open.js'
import { removeEvents, removeOrders } from './sums.js'

export interface Forgotten {
  people: number
  messages: number
  orders: number
  alerts: number
  requests: number
  /** Texts that were said, or written by others, in which it stood. */
  mentions: number
}

/** What belongs to a household: also messages of others from which its orders, requests and alerts came. */
export const belongingsOf = async (db: Db, household: Household) => {
  const people = await db.selectFrom('people').selectAll().where('household_id', '=', household.id).execute()
  const residents = people.filter(({ role }) => role === 'resident').map(({ id }) => id)
  const theirs = await db
    .selectFrom('orders')
    .selectAll()
    .where(({ or, and, eb }) =>
      or([eb('household_id', '=', household.id), and([eb('household_id', 'is', null), eb('person_id', 'in', orNone(residents))])]),
    )
    .orderBy('id')
    .execute()
  const orders = theirs.map(({ id }) => id)
  const lines = await db.selectFrom('order_lines').selectAll().where('order_id', 'in', orNone(orders)).orderBy('id').execute()
  const deliveries = await db.selectFrom('deliveries').selectAll().where('order_id', 'in', orNone(orders)).orderBy('id').execute()
  const alerts = await db
    .selectFrom('alerts')
    .selectAll()
    .where(({ or, eb }) => or([eb('household_id', '=', household.id), eb('person_id', 'in', orNone(residents))]))
    .orderBy('id')
    .execute()
  const requests = await db
    .selectFrom('requests')
    .selectAll()
    .where(({ or, eb }) => or([eb('household_id', '=', household.id), eb('person_id', 'in', orNone(residents))]))
    .orderBy('id')
    .execute()
  const rounds = await db.selectFrom('round_checks').selectAll().where('household_id', '=', household.id).orderBy('id').execute()
  const calls = await db.selectFrom('calls').selectAll().where('household_id', '=', household.id).orderBy('id').execute()
  const tagged = await db
    .selectFrom('events')
    .select('inbox_id')
    .where('entity', '=', 'households')
    .where('entity_id', '=', household.id)
    .execute()
  const ofHousehold = (table: 'standing_orders' | 'substitutions' | 'doubles' | 'charges') =>
    db.selectFrom(table).selectAll().where('household_id', '=', household.id).orderBy('id').execute()
  const standing = await ofHousehold('standing_orders')
  const substitutions = await ofHousehold('substitutions')
  const doubles = await ofHousehold('doubles')
  const charges = await ofHousehold('charges')
  const written = [theirs, lines, deliveries, alerts, requests, calls, tagged, standing, substitutions, doubles, charges].flat()
  const from = written.flatMap(({ inbox_id }) => (inbox_id === null ? [] : [inbox_id]))
  const messages = await db
    .selectFrom('inbox')
    .selectAll()
    .where(({ or, eb }) => or([eb('person_id', 'in', orNone(residents)), eb('id', 'in', orNone(from))]))
    .orderBy('id')
    .execute()
  return {
    people,
    residents,
    orders: theirs,
    lines,
    deliveries,
    alerts,
    requests,
    rounds,
    calls,
    standing,
    substitutions,
    doubles,
    charges,
    messages,
  }
}

/** An empty list is no SQL. */
const orNone = (ids: readonly number[]): number[] => (ids.length === 0 ? [-1] : [...ids])

type Belongings = Awaited<ReturnType<typeof belongingsOf>>

export const forgetHousehold = async (db: Db, household: Household): Promise<Forgotten> => {
  const own = await belongingsOf(db, household)
  const mentions = await forgetMentions(db, household, own)
  const ids = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id)
  await blankMessages(db, ids(own.messages))
  await removeOrders(db, ids(own.orders))
  await removeSteps(db, ids(own.alerts))
  for (const [entity, rows] of [
    ['alerts', own.alerts],
    ['requests', own.requests],
    ['round_checks', own.rounds],
    ['calls', own.calls],
    ['standing_orders', own.standing],
    ['substitutions', own.substitutions],
    ['doubles', own.doubles],
    ['charges', own.charges],
  ] as const) {
    await removeEvents(db, entity, ids(rows))
    await db
      .deleteFrom(entity)
      .where('id', 'in', orNone(ids(rows)))
      .execute()
  }
  await db.deleteFrom('questions').where('person_id', 'in', orNone(own.residents)).execute()
  await db.deleteFrom('pick_list_entries').where('household_id', '=', household.id).execute()
  await db.updateTable('households').set({ tags: '[]', phone: null }).where('id', '=', household.id).execute()
  await removeEvents(db, 'households', [household.id])
  await forgetPeople(db, own.residents)
  await db.updateTable('people').set({ household_id: null, household_from: null }).where('household_id', '=', household.id).execute()
  return {
    people: own.residents.length,
    messages: own.messages.length,
    orders: own.orders.length,
    alerts: own.alerts.length,
    requests: own.requests.length,
    mentions,
  }
}

const SHORTEST_TEXT = 4

interface Signs {
  door: RegExp
  /** In the unit's own group a room alone names the household. */
  room: RegExp
  names: string[]
  texts: string[]
}

export const signsOf = async (db: Db, household: Household, own: Belongings): Promise<Signs> => {
  const members = await db.selectFrom('members').select(['alias', 'name']).where('person_id', 'in', orNone(own.residents)).execute()
  const residents = own.people.filter(({ role }) => role === 'resident')
  const theirs = own.messages.filter(({ person_id }) => person_id !== null && own.residents.includes(person_id))
  const called = [...residents.map(({ name }) => name), ...[...members, ...theirs].flatMap(({ alias, name }) => [alias, name])]
  const names = [...new Set(called)].filter((name): name is string => name !== null && name.length > 1 && !/^[\d-]+$/u.test(name))
  const { building, unit, room } = household
  const part = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '\\$&')
  return {
    door: new RegExp(
      `(?<![\\d-])${part(building)}\\s*(?:[-－—–#.]|号楼|栋|幢|座|楼)\\s*${part(unit)}\\s*(?:[-－—–#.]|单元|门)\\s*${part(room)}(?!\\d)`,
      'u',
    ),
    room: new RegExp(`(?<!\\d)${part(room)}(?!\\d)`, 'u'),
    names,
    texts: theirs.map(({ text }) => text).filter((text) => text.length >= SHORTEST_TEXT),
  }
}

/** The lines of a text that name the household; `here`: it was said in its unit's group. */
export const linesNaming = (text: string, { door, room }: Signs, here: boolean): string =>
  text
    .split('\n')
    .filter((line) => door.test(line) || (here && room.test(line)))
    .join('\n')

/** The text without every line that names the household, one of its people, or their words. */
const without = (text: string, signs: Signs, here: boolean): string => {
  const left = signs.texts.reduce((rest, words) => rest.replaceAll(words, ''), text)
  const names = (line: string): boolean =>
    signs.door.test(line) || (here && signs.room.test(line)) || signs.names.some((name) => line.includes(name))
  return left
    .split('\n')
    .filter((line) => !names(line))
    .join('\n')
}

const forgetMentions = async (db: Db, household: Household, own: Belongings): Promise<number> => {
  const signs = await signsOf(db, household, own)
  const unitRooms = await db
    .selectFrom('rooms')
    .select('id')
    .where('building', '=', household.building)
    .where(({ or, eb }) => or([eb('unit', '=', household.unit), eb('unit', 'is', null)]))
    .execute()
  const isHere = (roomId: number | null): boolean => unitRooms.some(({ id }) => id === roomId)
  const mine = new Set(own.messages.map(({ id }) => id))
  let found = 0
  for (const { id, text, quoted, room_id } of await db.selectFrom('inbox').select(['id', 'text', 'quoted', 'room_id']).execute()) {
    if (mine.has(id)) continue
    const kept = { text: without(text, signs, isHere(room_id)), quoted: quoted === null ? null : without(quoted, signs, isHere(room_id)) }
    if (kept.text === text && kept.quoted === quoted) continue
    found++
    await db
      .updateTable('inbox')
      .set({ ...kept, understanding: '[]' })
      .where('id', '=', id)
      .execute()
  }
  for (const row of await db.selectFrom('outbox').selectAll().where('text', '!=', '').execute()) {
    const text = without(row.text ?? '', signs, isHere(row.room_id))
    if (text === row.text) continue
    found++
    const waits = row.status === 'queued' && text.trim() === ''
    await db
      .updateTable('outbox')
      .set({ text, ...(waits ? { status: 'dropped' } : {}) })
      .where('id', '=', row.id)
      .execute()
  }
  for (const { id, detail, household_id, person_id, inbox_id, room_id } of await db.selectFrom('notices').selectAll().execute()) {
    const theirs = household_id === household.id || own.residents.includes(person_id ?? -1) || mine.has(inbox_id ?? -1)
    if (theirs || without(detail, signs, isHere(room_id)) !== detail)
      await db.updateTable('notices').set({ detail: '{}', household_id: null }).where('id', '=', id).execute()
  }
  for (const { id, before, after } of await db.selectFrom('events').select(['id', 'before', 'after']).execute())
    if (without(after, signs, false) !== after || (before !== null && without(before, signs, false) !== before))
      await db.updateTable('events').set({ before: null, after: '{}' }).where('id', '=', id).execute()
  return found
}
