/** Finds the room and the person behind a message's session ids, and makes them known where they are new. */
import type { Cause } from '../store/changes.js'
import {
  addPerson,
  changePerson,
  householdAt,
  membersOf,
  noteHandle,
  noteMember,
  type Person,
  peopleByRemark,
  personById,
  type Room,
  roomBehind,
  roomById,
  roomByTopic,
  type Writer,
  writerBehind,
} from '../store/community.js'
import type { Arrived } from '../store/inbox.js'
import { known } from '../store/known.js'
import type { Db } from '../store/open.js'
import { held, renewHandle } from '../store/sessions.js'
import { placeOfTopic, readAlias } from './doors.js'
import type { Office } from './office.js'
import { followRemark, followTopic, settleRoom } from './rooms.js'
import { vouch } from './staff-groups.js'

/** What the network says of a message's room and sender at this moment. */
export interface Facts {
  topic: string | null
  alias: string | null
  name: string
  /** 备注, set by the bot's own account. */
  remark?: string | null
}
export interface Who {
  room: Room | null
  person: Person
}

const causeOf = (row: Arrived, why: string): Cause => ({ at: row.sent_at, why, personId: null, inboxId: null })

/** `since`: handles noted before it are dead. */
export const identify = async (db: Db, row: Arrived, facts: Facts, since: number, office: Office): Promise<Who> => {
  const room = row.room_handle === null ? null : await roomOf(db, row, row.room_handle, facts.topic ?? '', office)
  const person = await writerOf(db, row, facts, room, since, office)
  return { room: await vouch(db, room, person, row), person: await followAlias(db, row, facts, room, person) }
}

/** Rooms are matched when the network shows them; one that it never showed is new, and doubtful where another has its topic. */
const roomOf = async (db: Db, row: Arrived, handle: string, topic: string, office: Office): Promise<Room | null> => {
  const known = await roomBehind(db, row.account, handle)
  if (known !== undefined) {
    if (topic === '' || topic === known.topic) return known
    await followTopic(db, known, topic, office)
    return (await roomById(db, known.id)) ?? null
  }
  const namesakes = topic === '' ? [] : await roomByTopic(db, topic)
  const answer = namesakes.length === 0 ? 'new' : { doubtful: namesakes.map((room) => room.id) }
  const id = await settleRoom(db, { topic, place: placeOfTopic(topic, office.settings) }, answer, office)
  await noteHandle(db, row.account, 'room', handle, id, office.clock.now())
  return (await roomById(db, id)) ?? null
}

const writerOf = async (db: Db, row: Arrived, facts: Facts, room: Room | null, since: number, office: Office): Promise<Writer> => {
  const place = room?.id ?? 0
  const known = await writerBehind(db, row.account, row.sender_handle, place)
  if (known !== undefined) {
    if (since > 0) await renewHandle(db, row.account, 'person', row.sender_handle, since, office.clock.now())
    if ((facts.remark ?? null) === null) return known
    await followRemark(db, known, facts.remark ?? null, office)
    return (await writerBehind(db, row.account, row.sender_handle, place)) ?? known
  }
  const again = since === 0 ? null : await sameAsBefore(db, row, facts, room, since)
  const id =
    again ??
    (await addPerson(
      db,
      { name: facts.name, role: 'resident', grid: null, household_id: null, household_from: null, remark: facts.remark ?? null },
      causeOf(row, 'first message'),
    ))
  await noteHandle(db, row.account, 'person', row.sender_handle, id, office.clock.now())
  const person = await writerBehind(db, row.account, row.sender_handle, place)
  if (person === undefined) throw new Error(`person ${id} does not exist`)
  return person
}

/**
 * Since every id is new: whoever the bot's account calls by this remark; else the resident who wrote in this room under the same alias
 * and name. A name that anyone can take makes nobody staff.
 */
const sameAsBefore = async (db: Db, row: Arrived, facts: Facts, room: Room | null, since: number): Promise<number | null> => {
  const holding = await held(db, row.account, 'person', since)
  const remarked = facts.remark ? (await peopleByRemark(db, facts.remark)).filter((person) => !holding.has(person.id)) : []
  if (remarked.length > 0) return remarked.length === 1 ? (remarked[0]?.id ?? null) : null
  if (room === null) return null
  const alike = (await membersOf(db, room.id)).filter(
    (member) => member.alias === (facts.alias ?? '') && member.name === facts.name && !holding.has(member.person_id),
  )
  const [match] = alike
  if (match === undefined || alike.length > 1) return null
  const person = await personById(db, match.person_id)
  return person?.role === 'resident' ? person.id : null
}

/**
 * An alias that names a door binds its writer to that household and takes them along when they change it, or write in their new unit's
 * group; where they said themselves where they live, only an alias that is new since says otherwise. Orders stay where they were meant for.
 */
const followAlias = async (db: Db, row: Arrived, facts: Facts, room: Room | null, person: Writer): Promise<Person> => {
  if (room === null) return followRemarkedDoor(db, row, facts, person)
  const alias = facts.alias ?? ''
  const isNew = person.seen_alias !== alias
  if (isNew || person.seen_name !== facts.name)
    await noteMember(db, { room_id: room.id, person_id: person.id, alias, name: facts.name, seen_at: row.sent_at })
  if (person.role !== 'resident') return person
  const household = await householdNamed(db, alias === '' ? facts.name : alias, room.building, room.unit)
  if (household === undefined || household.id === person.household_id) return person
  if (person.household_id !== null && person.household_from !== 'alias' && !isNew) return person
  const why = person.household_id === null ? 'alias' : 'moved'
  await changePerson(db, person.id, { household_id: household.id, household_from: 'alias' }, causeOf(row, why))
  return (await personById(db, person.id)) ?? person
}

/** The household whose door an alias names in a room of this building and unit. */
const householdNamed = known(['households'], async (db, alias: string, building: string | null, unit: string | null) => {
  const door = readAlias(alias, { building, unit })
  return door === null ? undefined : householdAt(db, door)
})

/** In a private chat only the remark of the bot's own account says where somebody lives. */
const followRemarkedDoor = async (db: Db, row: Arrived, facts: Facts, person: Person): Promise<Person> => {
  if (person.role !== 'resident' || (person.household_id !== null && person.household_from !== 'remark')) return person
  const door = readAlias(facts.remark ?? '', null)
  const household = door === null ? undefined : await householdAt(db, door)
  if (household === undefined || household.id === person.household_id) return person
  await changePerson(db, person.id, { household_id: household.id, household_from: 'remark' }, causeOf(row, 'remark'))
  return (await personById(db, person.id)) ?? person
}
