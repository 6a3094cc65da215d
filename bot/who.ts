/** Finds the room and the person behind a message's session ids, and makes them known where they are new. */
import type { Cause } from '../store/changes.js'
import {
  addPerson,
  addRoom,
  changePerson,
  changeRoom,
  handleTarget,
  householdAt,
  membersOf,
  noteHandle,
  noteMember,
  type Person,
  personById,
  type Room,
  roomById,
  roomByTopic,
} from '../store/community.js'
import type { InboxRow } from '../store/inbox.js'
import type { Db } from '../store/open.js'
import { newestHandles } from '../store/sessions.js'
import { readAlias, readTopic } from './doors.js'
import type { Office } from './office.js'

/** What the network says of a message's room and sender at this moment. */
export interface Facts {
  topic: string | null
  alias: string | null
  name: string
}
export interface Who {
  room: Room | null
  person: Person
}

const causeOf = (row: InboxRow, why: string): Cause => ({ at: row.sent_at, why, personId: null, inboxId: null })

export const identify = async (db: Db, row: InboxRow, facts: Facts, sessionSince: number, office: Office): Promise<Who> => {
  const room =
    row.room_handle === null ? null : await roomBehind(db, row.account, row.room_handle, facts.topic ?? '', sessionSince, row, office)
  const person = await personBehind(db, row, facts, room, sessionSince)
  return { room, person: await followAlias(db, row, facts, room, person) }
}

/** Two rooms of one topic are never taken for one: the second stays unbound until staff say what it is. */
export const roomBehind = async (
  db: Db,
  account: string,
  handle: string,
  topic: string,
  sessionSince: number,
  row: Pick<InboxRow, 'sent_at'>,
  office: Office,
): Promise<Room | null> => {
  const cause: Cause = { at: row.sent_at, why: 'topic', personId: null, inboxId: null }
  const place = readTopic(topic, office.settings)
  const fixed = office.settings.rooms.find((known) => known.topic === topic)
  const bound = fixed === undefined ? place : { ...place, ...fixedPlace(fixed) }
  const knownId = await handleTarget(db, account, 'room', handle)
  const known = knownId === null ? undefined : await roomById(db, knownId)
  if (known !== undefined) {
    if (topic !== '' && topic !== known.topic) {
      const placed = known.bound_by === 'topic' ? { kind: bound.kind, building: bound.building, unit: bound.unit, grid: bound.grid } : {}
      await changeRoom(db, known.id, { topic, ...placed }, cause)
      return (await roomById(db, known.id)) ?? null
    }
    return known
  }
  const namesakes = topic === '' ? [] : await roomByTopic(db, topic)
  const held = await newestHandles(db, account, 'room', sessionSince)
  const free = namesakes.filter((room) => !held.has(room.id))
  const [match] = free
  const id =
    match !== undefined && namesakes.length === 1
      ? match.id
      : await addRoom(
          db,
          namesakes.length > 0
            ? { topic, kind: 'unknown', building: null, unit: null, grid: null, bound_by: 'doubtful' }
            : { topic, kind: bound.kind, building: bound.building, unit: bound.unit, grid: bound.grid, bound_by: 'topic' },
          cause,
        )
  await noteHandle(db, account, 'room', handle, id, row.sent_at)
  return (await roomById(db, id)) ?? null
}

const fixedPlace = (fixed: { building?: string | undefined; unit?: string | undefined; grid?: string | undefined }) =>
  fixed.grid !== undefined
    ? { kind: 'grid' as const, building: null, unit: null, grid: fixed.grid }
    : {
        kind: fixed.unit === undefined ? ('building' as const) : ('unit' as const),
        building: fixed.building ?? null,
        unit: fixed.unit ?? null,
        grid: null,
      }

/** After a login with new ids a person is the one who wrote in this room under the same alias; staff only in a staff group. */
const personBehind = async (db: Db, row: InboxRow, facts: Facts, room: Room | null, sessionSince: number): Promise<Person> => {
  const knownId = await handleTarget(db, row.account, 'person', row.sender_handle)
  const known = knownId === null ? undefined : await personById(db, knownId)
  if (known !== undefined) return known
  const again = room === null ? null : await sameMember(db, row.account, room, facts, sessionSince)
  const id =
    again ??
    (await addPerson(
      db,
      { name: facts.name, role: 'resident', grid: null, household_id: null, household_from: null },
      causeOf(row, 'first message'),
    ))
  await noteHandle(db, row.account, 'person', row.sender_handle, id, row.sent_at)
  const person = await personById(db, id)
  if (person === undefined) throw new Error(`person ${id} does not exist`)
  return person
}

const sameMember = async (db: Db, account: string, room: Room, facts: Facts, sessionSince: number): Promise<number | null> => {
  const members = await membersOf(db, room.id)
  const alias = facts.alias ?? ''
  const alike = members.filter((member) => (alias === '' ? member.alias === '' && member.name === facts.name : member.alias === alias))
  const held = await newestHandles(db, account, 'person', sessionSince)
  const [match] = alike
  if (match === undefined || alike.length > 1 || held.has(match.person_id)) return null
  const person = await personById(db, match.person_id)
  if (person === undefined || (person.role !== 'resident' && room.kind !== 'grid')) return null
  return person.id
}

/** An alias that names a door binds its writer to that household, and takes them along when they change it. */
const followAlias = async (db: Db, row: InboxRow, facts: Facts, room: Room | null, person: Person): Promise<Person> => {
  if (room === null) return person
  const alias = facts.alias ?? ''
  const before = (await membersOf(db, room.id)).find((member) => member.person_id === person.id)
  if (before === undefined || before.alias !== alias || before.name !== facts.name)
    await noteMember(db, { room_id: room.id, person_id: person.id, alias, name: facts.name, seen_at: row.sent_at })
  if (person.role !== 'resident') return person
  const door = readAlias(alias === '' ? facts.name : alias, room)
  const household = door === null ? undefined : await householdAt(db, door)
  if (household === undefined || household.id === person.household_id) return person
  const changed = before !== undefined && before.alias !== alias
  if (person.household_id !== null && !(person.household_from === 'alias' && changed) && !changed) return person
  await changePerson(db, person.id, { household_id: household.id, household_from: 'alias' }, causeOf(row, 'alias'))
  return (await personById(db, person.id)) ?? person
}
