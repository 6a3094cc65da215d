/**
 * Which groups are a grid's staff group, where private things are said. Anyone can give a group such a topic: one that is known by its
 * topic only is `claimed`, and nothing private is said there until a person of that office wrote in it, or the operator said what it is.
 */
import type { Settings } from '../config/settings.js'
import { changeRoom, type Person, type Room, roomById, roomsOfKind } from '../store/community.js'
import type { Arrived } from '../store/inbox.js'
import type { Db } from '../store/open.js'
import { placeOfTopic, type RoomPlace } from './doors.js'

/** A room that calls itself a grid's staff group. Everything that asks for kind `grid` leaves it out. */
export const CLAIMED = 'claimed'

const isFixed = (topic: string, settings: Settings): boolean =>
  settings.rooms.some((room) => room.topic === topic && room.grid !== undefined)

/** What a room of this topic counts as. `before`: the row that it has; what it was trusted as it stays while its topic says so. */
export const standingOf = async (
  db: Db,
  topic: string,
  settings: Settings,
  before: Room | null,
): Promise<Omit<RoomPlace, 'kind'> & { kind: RoomPlace['kind'] | typeof CLAIMED }> => {
  const place = placeOfTopic(topic, settings)
  if (place.kind !== 'grid') return place
  if (before?.kind === 'grid' && before.grid === place.grid) return place
  const namesakes = (await roomsOfKind(db, 'grid')).filter((room) => room.topic === topic && room.id !== before?.id)
  return isFixed(topic, settings) && namesakes.length === 0 ? place : { ...place, kind: CLAIMED }
}

/** Bound staff of that grid, or a head, wrote in it: it is theirs, unless the grid has its group already. */
export const vouch = async (db: Db, room: Room | null, person: Person, row: Arrived): Promise<Room | null> => {
  if (room === null || room.kind !== CLAIMED) return room
  if (person.role !== 'head' && !(person.role === 'staff' && person.grid === room.grid)) return room
  if ((await roomsOfKind(db, 'grid')).some((other) => other.grid === room.grid)) return room
  await changeRoom(db, room.id, { kind: 'grid' }, { at: row.sent_at, why: 'staff wrote there', personId: person.id, inboxId: null })
  return (await roomById(db, room.id)) ?? room
}
