/** Ways to say something: gathered into the next message of a group, or a text of its own; nothing here sends. */
import { type Household, householdById, type Room, roomById, roomsAt, roomsOfKind, staff } from '../store/community.js'
import type { Db } from '../store/open.js'
import type { Order, OrderLine } from '../store/orders.js'
import { notify, queue } from '../store/outbox.js'
import type { NoticeKind } from '../store/schema.js'
import { holdingHandle } from '../store/sessions.js'
import { isStaff, type Scene } from './acts/scene.js'
import { afterQuietHours } from './days.js'
import { namesMedicines, privyTo, withoutMedicines } from './medicines.js'
import type { Office } from './office.js'
import { splitBetween } from './split.js'

export interface Target {
  room_id: number | null
  person_id: number | null
}

export interface NoticeDetail {
  lines?: { item: string; qty: number | null; unit: string | null; medicine: string }[]
  added?: NoticeDetail['lines']
  set?: NoticeDetail['lines']
  removed?: NoticeDetail['lines']
  day?: string
  name?: string
  item?: string
  medicine?: boolean
  text?: string
  /** Of a time without connection, in words. */
  from?: string
  until?: string
}

export const lineFacts = (line: Pick<OrderLine, 'item' | 'qty' | 'unit' | 'medicine'>) => ({
  item: line.item,
  qty: line.qty,
  unit: line.unit,
  medicine: line.medicine,
})

/** What tells a household that its words were noted: the more is to be sent, the longer it waits to be one message with others. */
const CONFIRMATIONS: readonly NoticeKind[] = ['taken', 'changed', 'cancelled', 'bound']

/** Adds to what this group (or person) will be told in a few seconds, when its turn comes, or when the quiet hours are over. */
export const tell = async (
  db: Db,
  target: Target,
  notice: { kind: NoticeKind; household?: number | null; order?: number | null; detail?: NoticeDetail; inbox?: number | null },
  office: Office,
  when: { urgent?: boolean; quiet?: boolean } = {},
): Promise<void> => {
  const { settings, clock } = office
  const { gatherSeconds, gatherAtMostSeconds, secondsBetweenMessages, quietFrom, quietUntil } = settings.pace
  const gatheredAt = clock.now() + gatherSeconds * 1000
  const atOnce = when.urgent === true || when.quiet === false
  const patient = when.urgent !== true && CONFIRMATIONS.includes(notice.kind)
  await notify(
    db,
    {
      room_id: target.room_id,
      person_id: target.person_id,
      kind: notice.kind,
      order_id: notice.order ?? null,
      household_id: notice.household ?? null,
      detail: JSON.stringify(notice.detail ?? {}),
      at: clock.now(),
      inbox_id: notice.inbox ?? null,
    },
    {
      from: atOnce ? gatheredAt : afterQuietHours(gatheredAt, { from: quietFrom, until: quietUntil }, settings.timeZone),
      perMessage: patient ? secondsBetweenMessages * 1000 : 0,
      atMost: Math.max(0, gatherAtMostSeconds - gatherSeconds) * 1000,
    },
  )
}

/** Where the writer of this message is answered. */
export const here = (scene: Scene): Target =>
  scene.room === null ? { room_id: null, person_id: scene.person.id } : { room_id: scene.room.id, person_id: scene.person.id }

/** Where a household is told: in its unit's group, else where its order was written, else nowhere. */
export const placeOf = async (
  db: Db,
  household: Household,
  order?: Pick<Order, 'room_id' | 'person_id'> | null,
): Promise<Target | null> => {
  const [unitRoom] = await roomsAt(db, household)
  if (unitRoom !== undefined) return { room_id: unitRoom.id, person_id: null }
  if (order?.room_id) return { room_id: order.room_id, person_id: null }
  return order?.person_id ? { room_id: null, person_id: order.person_id } : null
}

/** The writer alone, whatever group the message stands in. */
export const alone = (scene: Scene): Target => ({ room_id: null, person_id: scene.person.id })

/**
 * A short answer where the message stands; staff are answered at night as well. What staff write in a residents' group is answered in
 * private: it may name doors and goods that nobody wrote there.
 */
export const answer = (scene: Scene, text: string): Promise<void> => {
  const residents = scene.room !== null && scene.room.kind !== 'grid'
  if (residents && isStaff(scene.person)) return answerAlone(scene, text)
  return tell(scene.db, here(scene), { kind: 'answer', detail: { text }, inbox: scene.message.id }, scene.office, { quiet: residents })
}

export const answerAlone = (scene: Scene, text: string): Promise<void> =>
  tell(scene.db, alone(scene), { kind: 'answer', detail: { text }, inbox: scene.message.id }, scene.office, { quiet: false })

/** The groups in which a grid's staff read; where none is trusted, its staff and the heads one by one, else all staff there are. */
export const gridTargets = async (db: Db, grid: string | null): Promise<Target[]> => {
  const rooms = await gridRooms(db, grid)
  if (rooms.length > 0) return rooms.map((room) => ({ room_id: room.id, person_id: null }))
  const people = (await staff(db)).filter((person) => person.role !== 'volunteer')
  const own = people.filter((person) => grid === null || person.role === 'head' || person.grid === grid)
  return (own.length > 0 ? own : people).map((person) => ({ room_id: null, person_id: person.id }))
}

const gridRooms = async (db: Db, grid: string | null): Promise<Room[]> =>
  (await roomsOfKind(db, 'grid')).filter((room) => grid === null || room.grid === grid)

/**
 * What each of a grid's readers is told of a text. Where volunteers read the group, medicines are masked there, and the staff who may
 * know them get the whole text in private. `names`: medicines in the text that the catalogue may not know.
 */
export const gridSayings = async (
  db: Db,
  grid: string | null,
  text: string,
  office: Office,
  names: readonly string[] = [],
): Promise<{ target: Target; text: string }[]> => {
  const sayings: { target: Target; text: string }[] = []
  const privy = new Set<number>()
  for (const target of await gridTargets(db, grid)) {
    const room = target.room_id === null ? undefined : await roomById(db, target.room_id)
    const whole = room === undefined || (await namesMedicines(db, room))
    const masked = whole ? text : withoutMedicines(text, office.goods, office.words.someMedicine(), names)
    sayings.push({ target, text: masked })
    if (masked !== text && room !== undefined) for (const { id } of await privyTo(db, room.grid)) privy.add(id)
  }
  return [...sayings, ...[...privy].map((id) => ({ target: { room_id: null, person_id: id }, text }))]
}

/** Tells a grid's staff something that can wait a few seconds. */
export const tellGrid = async (
  db: Db,
  grid: string | null,
  text: string,
  office: Office,
  inbox: number | null = null,
  names: readonly string[] = [],
): Promise<void> => {
  for (const said of await gridSayings(db, grid, text, office, names))
    await tell(db, said.target, { kind: 'staff', detail: { text: said.text }, inbox }, office, { quiet: false })
}

/** A list of the grid: whole where medicines may be named, masked in groups that volunteers read, and then whole to its staff in private. */
export const sayList = async (
  db: Db,
  grid: string,
  key: string,
  list: (masked: boolean) => Promise<string[]>,
  office: Office,
): Promise<void> => {
  const whole = await list(false)
  const masked = await list(true)
  const hides = whole.join('\n') !== masked.join('\n')
  let hidden = false
  for (const target of await gridTargets(db, grid)) {
    const room = target.room_id === null ? undefined : await roomById(db, target.room_id)
    const shown = !hides || room === undefined || (await namesMedicines(db, room))
    await sayOnce(db, target, key, shown ? whole : masked, office)
    hidden ||= !shown
  }
  if (hidden) for (const { id } of await privyTo(db, grid)) await sayOnce(db, { room_id: null, person_id: id }, key, whole, office)
}

/** A text of its own, split between its parts where it is too long; the same key is said once. */
export const sayOnce = async (
  db: Db,
  target: Target,
  key: string,
  parts: readonly string[],
  office: Office,
  options: { urgent?: boolean; canWait?: boolean; dueAt?: number } = {},
): Promise<void> => {
  const texts = splitBetween(parts, office.settings.pace.maxCharacters)
  for (const [index, text] of texts.entries())
    await queue(db, {
      dedupe_key: `${key}:${target.room_id === null ? `p${target.person_id}` : `r${target.room_id}`}:${index}`,
      room_id: target.room_id,
      person_id: target.room_id === null ? target.person_id : null,
      text,
      urgent: options.urgent === true ? 1 : options.canWait === true ? -1 : 0,
      due_at: options.dueAt ?? office.clock.now(),
    })
}

export const gridOf = async (db: Db, householdId: number | null): Promise<string | null> =>
  householdId === null ? null : ((await householdById(db, householdId))?.grid ?? null)

export const reachable = async (db: Db, account: string, target: Target): Promise<string | null> =>
  target.room_id !== null
    ? holdingHandle(db, account, 'room', target.room_id)
    : target.person_id === null
      ? null
      : holdingHandle(db, account, 'person', target.person_id)
