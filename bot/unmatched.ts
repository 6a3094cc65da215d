/** What the network shows and nobody could match, told to the staff who can say what it is, once. */
import { gridOf } from '../config/layout.js'
import { people, type Room, staff } from '../store/community.js'
import type { Db } from '../store/open.js'
import { keysQueued } from '../store/outbox.js'
import { held, idsHoldSince, roomsWithMembers } from '../store/sessions.js'
import { placeOfTopic } from './doors.js'
import type { Office } from './office.js'
import { gridTargets, sayOnce, type Target } from './say.js'
import { CLAIMED } from './staff-groups.js'

export interface Unmatched {
  /** Shown by the network, not bound, since two fit or what is known speaks against it. */
  doubtful: Room[]
  /** Shown, not bound, and its topic names no place. */
  nameless: Room[]
  /** Calls itself a grid's staff group, and nobody of the office wrote there yet. */
  claimed: Room[]
  /** Bound, known before, and not shown since the ids are new. */
  lost: Room[]
  /** Staff whom the bot cannot reach or recognise since the ids are new. */
  staff: { id: number; name: string; grid: string | null }[]
}

export const unmatched = async (db: Db, account: string): Promise<Unmatched> => {
  const since = await idsHoldSince(db, account)
  const holding = await held(db, account, 'room', since)
  const before = await held(db, account, 'room', 0)
  const rooms = (await roomsWithMembers(db)).map(({ room }) => room).filter((room) => room.bound_by !== 'merged')
  const here = rooms.filter((room) => holding.has(room.id))
  const shown = here.filter((room) => room.kind === 'unknown')
  const peopleHeld = await held(db, account, 'person', since)
  const peopleBefore = await held(db, account, 'person', 0)
  return {
    doubtful: shown.filter((room) => room.bound_by === 'doubtful'),
    nameless: shown.filter((room) => room.bound_by !== 'doubtful'),
    claimed: here.filter((room) => room.kind === CLAIMED),
    lost: rooms.filter((room) => room.kind !== 'unknown' && before.has(room.id) && !holding.has(room.id)),
    staff: (await people(db))
      .filter((person) => person.role !== 'resident' && peopleBefore.has(person.id) && !peopleHeld.has(person.id))
      .map(({ id, name, grid }) => ({ id, name, grid })),
  }
}

/** To each grid what concerns it, to the heads all of it; where there are none, to every staff group. What was told before is not told again. */
export const tellUnmatched = async (db: Db, account: string, office: Office): Promise<void> => {
  const found = await unmatched(db, account)
  // A group without a place is an ordinary thing until a known one is missing.
  const whole = { ...found, nameless: found.lost.length > 0 ? found.nameless : [] }
  if (whole.doubtful.length + whole.claimed.length + whole.lost.length + whole.staff.length === 0) return
  const gridOfRoom = (room: Room): string | null => {
    const place = room.kind === 'unknown' ? placeOfTopic(room.topic, office.settings) : room
    return place.grid ?? (place.building === null ? null : gridOf(office.settings, place.building))
  }
  for (const { id } of office.settings.grids) {
    const part = {
      doubtful: whole.doubtful.filter((room) => gridOfRoom(room) === id),
      nameless: [],
      claimed: [],
      lost: whole.lost.filter((room) => gridOfRoom(room) === id),
      staff: whole.staff.filter((person) => person.grid === id),
    }
    for (const target of await gridTargets(db, id)) await tellOnce(db, target, part, office)
  }
  const heads = (await staff(db, { role: 'head' })).map((head) => ({ room_id: null, person_id: head.id }))
  for (const target of heads.length > 0 ? heads : await gridTargets(db, null)) await tellOnce(db, target, whole, office)
}

const KEY = 'unmatched:'

const tellOnce = async (db: Db, target: Target, found: Unmatched, office: Office): Promise<void> => {
  if (found.doubtful.length + found.claimed.length + found.lost.length + found.staff.length === 0) return
  const rooms = [...found.doubtful, ...found.nameless, ...found.claimed, ...found.lost].map((room) => `g${room.id}`)
  const names = [...rooms, ...found.staff.map((person) => `p${person.id}`)]
  // A list that has grown shorter, after a restart perhaps, is no news.
  const told = new Set((await keysQueued(db, KEY, target)).flatMap((key) => key.split(':')[1]?.split('.') ?? []))
  if (names.every((name) => told.has(name))) return
  const key = `${KEY}${names.join('.')}`
  const parts = office.words.unmatched({
    doubtful: found.doubtful.map(({ id, topic }) => ({ id, topic })),
    nameless: found.nameless.map(({ id, topic }) => ({ id, topic })),
    claimed: found.claimed.map(({ id, topic, grid }) => ({ id, topic, grid: grid ?? '' })),
    lost: found.lost.map(({ id, topic }) => ({ id, topic })),
    staff: found.staff.map(({ name }) => name),
  })
  await sayOnce(db, target, key, parts, office)
}
