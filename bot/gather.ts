/** Makes one message of the notices that wait for a group or a person. */
import { z } from 'zod'
import { type Household, householdById, type Room, roomById } from '../store/community.js'
import { wasWrittenIn } from '../store/inbox.js'
import type { Db } from '../store/open.js'
import { itemsWrittenIn, waitingOrder } from '../store/orders.js'
import { freeze, type Notice, type OutboxRow, queue, waitingNotices } from '../store/outbox.js'
import { doorOf } from '../store/picklist.js'
import { questionAbout } from '../store/questions.js'
import { dayOf } from './days.js'
import type { Office } from './office.js'
import { splitBetween } from './split.js'
import type { Gathered } from './wording/wording.js'

const line = z.object({ item: z.string(), qty: z.number().nullable(), unit: z.string().nullable(), medicine: z.string() })
const detail = z.object({
  lines: z.array(line).optional(),
  added: z.array(line).optional(),
  set: z.array(line).optional(),
  removed: z.array(line).optional(),
  day: z.string().optional(),
  name: z.string().optional(),
  item: z.string().optional(),
  medicine: z.boolean().optional(),
  text: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
})

/** What nobody heard for half a day is no news any more. */
const STALE = 12 * 3600_000

/** Fixes the row's text and returns it; null where nothing is left to say. */
export const gather = async (db: Db, row: OutboxRow, office: Office): Promise<string | null> => {
  const notices = (await waitingNotices(db, row)).filter((notice) => notice.at > office.clock.now() - STALE)
  const room = row.room_id === null ? null : ((await roomById(db, row.room_id)) ?? null)
  const facts = await collect(db, notices, room)
  const whole = office.words.gathered(facts, dayOf(office.clock.now(), office.settings.timeZone))
  const [text = '', ...rest] = splitBetween(whole.split('\n'), office.settings.pace.maxCharacters)
  await freeze(db, row, notices, text === '' ? null : text)
  for (const [index, part] of rest.entries())
    await queue(db, {
      dedupe_key: `${row.dedupe_key}:${index + 1}`,
      room_id: row.room_id,
      person_id: row.person_id,
      text: part,
      urgent: row.urgent,
      due_at: row.due_at,
    })
  return text === '' ? null : text
}

const shortDoor = (household: Household, room: Room | null): string =>
  room !== null && room.kind === 'unit' && room.building === household.building && room.unit === household.unit
    ? household.room
    : doorOf(household)

/** Whoever has answered meanwhile is not asked. */
const stillAsked = async (db: Db, { inbox_id }: Notice): Promise<boolean> =>
  inbox_id !== null && (await questionAbout(db, inbox_id))?.status === 'open'

const collect = async (db: Db, notices: readonly Notice[], room: Room | null): Promise<Gathered> => {
  const facts: Gathered = {
    taken: [],
    changed: [],
    cancelled: [],
    askDoor: [],
    askNeed: [],
    atDoor: [],
    out: [],
    arrived: [],
    bound: [],
    gaps: [],
    texts: [],
  }
  for (const notice of notices) {
    if (notice.kind === 'ask-door' && notice.person_id !== null && (await waitingOrder(db, notice.person_id)) === undefined) continue
    if (notice.kind === 'ask-need' && !(await stillAsked(db, notice))) continue
    const told = await asWrittenIn(db, room, notice, detail.parse(JSON.parse(notice.detail)))
    const household = notice.household_id === null ? undefined : await householdById(db, notice.household_id)
    add(facts, notice, told, household === undefined ? (told.name ?? '') : shortDoor(household, room))
  }
  return facts
}

type Told = z.infer<typeof detail>

/** Goods that were ordered elsewhere, by phone or in private, are not named in a residents' group. */
const asWrittenIn = async (db: Db, room: Room | null, notice: Notice, told: Told): Promise<Told> => {
  if (room === null || room.kind === 'grid') return told
  if (!['taken', 'changed', 'out', 'arrived'].includes(notice.kind)) return told
  const items = notice.order_id === null ? null : await itemsWrittenIn(db, room.id, notice.order_id)
  const here = items === null && (await wasWrittenIn(db, room.id, notice.inbox_id))
  const isNamed = (item: string): boolean => items?.has(item) ?? here
  const named = (lines: Told['lines']): Told['lines'] =>
    lines?.map((line) => (isNamed(line.item) ? line : { ...line, item: '', medicine: '' }))
  const whole = { ...told, lines: named(told.lines), set: named(told.set), removed: named(told.removed) }
  return told.item === undefined || isNamed(told.item) ? whole : { ...whole, item: '', medicine: false }
}

const addOnce = (list: string[], value: string): void => {
  if (!list.includes(value)) list.push(value)
}

const add = (facts: Gathered, notice: Notice, told: Told, door: string): void => {
  switch (notice.kind) {
    case 'taken': {
      const same = facts.taken.find((order) => order.door === door && order.day === told.day)
      if (same !== undefined) same.lines.push(...(told.lines ?? []))
      else facts.taken.push({ door, lines: [...(told.lines ?? [])], day: told.day ?? '' })
      return
    }
    case 'changed':
      facts.changed.push({ door, added: told.added ?? [], set: told.set ?? [], removed: told.removed ?? [] })
      return
    case 'cancelled':
      addOnce(facts.cancelled, door)
      return
    case 'ask-door':
      addOnce(facts.askDoor, told.name ?? '')
      return
    case 'ask-need':
      facts.askNeed.push({ door, lines: told.lines ?? [] })
      return
    case 'at-door':
      addOnce(facts.atDoor, door)
      return
    case 'repeat':
      facts.gaps.push({ from: told.from ?? '', until: told.until ?? '' })
      return
    case 'bound':
      facts.bound.push({ name: told.name ?? '', door })
      return
    case 'out':
    case 'arrived': {
      const list = notice.kind === 'out' ? facts.out : facts.arrived
      const same = list.find((one) => one.door === door) ?? { door, items: [], medicines: 0, unnamed: 0 }
      if (!list.includes(same)) list.push(same)
      if (told.medicine === true) same.medicines++
      else if (told.item === '') same.unnamed++
      else if (told.item !== undefined) addOnce(same.items, told.item)
      return
    }
    default:
      if (told.text !== undefined) addOnce(facts.texts, told.text)
  }
}
