/** Keeps what the network shows and what the office knows together: which room is which, who is who, and what staff must say themselves. */
import type { Cause } from '../store/changes.js'
import {
  addRoom,
  changePerson,
  changeRoom,
  handleTarget,
  noteHandle,
  type Person,
  people,
  type Room,
  roomById,
} from '../store/community.js'
import type { Db } from '../store/open.js'
import { held, idsHoldSince, knownRoomHandles, noteLogin, renewHandle, roomsWithMembers } from '../store/sessions.js'
import type { ChatPort, RoomFacts, SenderFacts } from './chat/port.js'
import { placeOfTopic } from './doors.js'
import type { Office } from './office.js'
import { type KnownRoom, type Recognised, recogniseMembers, recogniseRooms, type ShownRoom } from './recognise.js'
import { CLAIMED, standingOf } from './staff-groups.js'
import { tellUnmatched } from './unmatched.js'

export interface Rooms {
  /** After a login: every room that the network shows is matched. Resolves with the time since which its ids hold. */
  login(): Promise<number>
  /** More rooms may be shown now. */
  look(): Promise<void>
  /** Before a message is handled: its room is matched where its id is new. */
  know(handle: string): Promise<void>
}

export const openRooms = (office: Office, port: ChatPort, account: string): Rooms => {
  const { db } = office.store
  const seen = new Set<string>()
  let chain: Promise<unknown> = Promise.resolve()
  /** Whether the ids are new is known only once the network shows a room. */
  let undecided = false

  const decide = async (shown: readonly RoomFacts[]): Promise<void> => {
    undecided = shown.length === 0
    if (undecided) return
    const known = await knownRoomHandles(
      db,
      account,
      shown.map((room) => room.handle),
    )
    await noteLogin(db, account, office.clock.now(), known.all > 0 && known.shown === 0)
  }
  const match = async (): Promise<void> => {
    const shown = await port.rooms()
    if (undecided) await decide(shown)
    const fresh = shown.filter((room) => !seen.has(room.handle))
    if (fresh.length === 0) return
    await matchRooms(fresh, shown, office, port, account)
    for (const room of fresh) seen.add(room.handle)
    await db.transaction().execute((trx) => tellUnmatched(trx, account, office))
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = chain.then(work)
    chain = done.catch(() => {})
    return done
  }

  return {
    login: () =>
      inTurn(async () => {
        seen.clear()
        undecided = true
        await match()
        return idsHoldSince(db, account)
      }),
    look: () => inTurn(match),
    know: (handle) => (seen.has(handle) ? Promise.resolve() : inTurn(async () => (seen.has(handle) ? undefined : match()))),
  }
}

/** What is known by its id stays what it is, whatever its topic is now; the others are recognised, or new. */
const matchRooms = async (
  fresh: readonly RoomFacts[],
  shown: readonly RoomFacts[],
  office: Office,
  port: ChatPort,
  account: string,
): Promise<void> => {
  const { db } = office.store
  const since = await idsHoldSince(db, account)
  const strange: RoomFacts[] = []
  for (const room of fresh) {
    const id = await handleTarget(db, account, 'room', room.handle)
    const known = id === null ? undefined : await roomById(db, id)
    if (known === undefined) strange.push(room)
    else
      await db.transaction().execute(async (trx) => {
        await followTopic(trx, known, room.topic, office)
        await renewHandle(trx, account, 'room', room.handle, since, office.clock.now())
      })
  }
  if (strange.length === 0) return
  const unheld = await unheldRooms(db, account, since)
  const looked = new Map<string, SenderFacts[]>()
  if (unheld.length > 0) for (const { handle } of strange) looked.set(handle, await port.members(handle).catch(() => []))
  const rooms = strange.map((room) => shownRoom(room, looked.get(room.handle) ?? [], office))
  const answers = recogniseRooms(rooms, unheld)
  const twice = (topic: string): boolean => shown.filter((room) => room.topic === topic).length > 1
  for (const room of rooms)
    await db.transaction().execute(async (trx) => {
      const answer = answers.get(room.handle) ?? 'new'
      const id = await settleRoom(trx, room, twice(room.topic) && answer === 'new' ? { doubtful: [] } : answer, office)
      await noteHandle(trx, account, 'room', room.handle, id, office.clock.now())
      await matchMembers(trx, id, looked.get(room.handle) ?? [], since, office, account)
    })
}

const causeNow = (why: string, office: Office): Cause => ({ at: office.clock.now(), why, personId: null, inboxId: null })

const shownRoom = ({ handle, topic }: RoomFacts, members: SenderFacts[], office: Office): ShownRoom => ({
  handle,
  topic,
  place: placeOfTopic(topic, office.settings),
  members,
})

/** What was doubtful in an earlier session carries nothing that could be found again; a unit's group is not known by its staff. */
const unheldRooms = async (db: Db, account: string, since: number): Promise<KnownRoom[]> => {
  const holding = await held(db, account, 'room', since)
  const staff = new Set((await people(db)).filter((person) => person.role !== 'resident').map((person) => person.id))
  return (await roomsWithMembers(db))
    .filter(({ room }) => !holding.has(room.id) && room.bound_by !== 'doubtful' && room.bound_by !== 'merged')
    .map(({ room, members }) => ({
      id: room.id,
      topic: room.topic,
      kind: kindOf(room),
      building: room.building,
      unit: room.unit,
      grid: room.grid,
      members: room.kind === 'grid' ? members : members.filter((member) => !staff.has(member.person_id)),
    }))
}

const KINDS = ['unit', 'building', 'grid'] as const
const kindOf = (room: Room): KnownRoom['kind'] => (room.kind === CLAIMED ? 'grid' : (KINDS.find((kind) => kind === room.kind) ?? 'unknown'))

/** A topic that changed is followed, and its place with it, unless staff said what the room is. */
export const followTopic = async (db: Db, room: Room, topic: string, office: Office): Promise<void> => {
  if (topic === '' || (topic === room.topic && room.kind !== CLAIMED)) return
  const place = room.bound_by === 'topic' ? await standingOf(db, topic, office.settings, room) : {}
  await changeRoom(db, room.id, { topic, ...place }, causeNow('topic', office))
}

/** Returns the row of a room that the network shows: the one it was recognised as, or a new one. */
export const settleRoom = async (db: Db, room: Pick<ShownRoom, 'topic' | 'place'>, answer: Recognised, office: Office): Promise<number> => {
  if (answer !== 'new' && 'room' in answer) {
    const known = await roomById(db, answer.room)
    if (known !== undefined) await followTopic(db, known, room.topic, office)
    return answer.room
  }
  const nowhere = { kind: 'unknown', building: null, unit: null, grid: null, bound_by: 'doubtful' }
  const bound = answer === 'new' ? { ...(await standingOf(db, room.topic, office.settings, null)), bound_by: 'topic' } : nowhere
  return addRoom(db, { topic: room.topic, ...bound }, causeNow('topic', office))
}

/** Who is in this room with an id that is new, and was known here, or is called by a remark that is known. Staff only in a staff group, or by remark. */
const matchMembers = async (
  db: Db,
  roomId: number,
  shown: readonly SenderFacts[],
  since: number,
  office: Office,
  account: string,
): Promise<void> => {
  if (shown.length === 0) return
  const room = await roomById(db, roomId)
  const holding = await held(db, account, 'person', since)
  const everyone = new Map((await people(db)).map((person) => [person.id, person]))
  const here = (await roomsWithMembers(db)).find((one) => one.room.id === roomId)?.members ?? []
  const free: SenderFacts[] = []
  for (const one of shown) if ((await handleTarget(db, account, 'person', one.handle)) === null) free.push(one)
  const byAlias = here.flatMap((member) => {
    const person = everyone.get(member.person_id)
    const may = person !== undefined && !holding.has(person.id) && (person.role === 'resident' || room?.kind === 'grid')
    return may ? [{ personId: person.id, alias: member.alias, name: member.name, remark: person.remark }] : []
  })
  const listed = new Set(byAlias.map((member) => member.personId))
  const byRemark = [...everyone.values()]
    .filter((person) => person.remark !== null && !holding.has(person.id) && !listed.has(person.id))
    .map((person) => ({ personId: person.id, alias: '', name: '', remark: person.remark }))
  const names = new Map(shown.map((one) => [one.handle, one]))
  for (const [handle, id] of recogniseMembers(shown, [...byAlias, ...byRemark])) {
    if (!free.some((one) => one.handle === handle)) continue
    await noteHandle(db, account, 'person', handle, id, office.clock.now())
    await followRemark(db, everyone.get(id), names.get(handle)?.remark ?? null, office)
  }
}

export const followRemark = async (db: Db, person: Person | undefined, remark: string | null, office: Office): Promise<void> => {
  if (person !== undefined && remark !== null && remark !== person.remark)
    await changePerson(db, person.id, { remark }, causeNow('remark', office))
}
