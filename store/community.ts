/** Households, rooms and people, and the session ids under which the network knows them today. */
import { sql } from 'kysely'
import { type Cause, insertTraced, updateTraced } from './changes.js'
import { known } from './known.js'
import type { Db } from './open.js'
import { prepareFirst } from './prepared.js'
import type { NewRow, Row } from './schema.js'

export type Household = Row<'households'>
export type Room = Row<'rooms'>
export type Person = Row<'people'>
export type Member = Row<'members'>
export interface Place {
  building: string | null
  unit: string | null
  room?: string | null
}

/** Adds the households of the layout that are not there yet, moves those whose grid or floor is another now; never removes one. */
export const settleHouseholds = async (db: Db, layout: readonly NewRow<'households'>[]): Promise<void> => {
  const known = await db.selectFrom('households').select(['building', 'unit', 'room', 'floor', 'grid']).execute()
  const doorOf = (h: { building: string; unit: string; room: string }): string => `${h.building}-${h.unit}-${h.room}`
  const placed = new Map(known.map((h) => [doorOf(h), `${h.floor} ${h.grid}`]))
  const due = layout.filter((h) => placed.get(doorOf(h)) !== `${h.floor} ${h.grid}`)
  for (let from = 0; from < due.length; from += 200) {
    const rows = due
      .slice(from, from + 200)
      .map((h) => ({ building: h.building, unit: h.unit, room: h.room, floor: h.floor, grid: h.grid }))
    await db
      .insertInto('households')
      .values(rows)
      .onConflict((c) =>
        c.columns(['building', 'unit', 'room']).doUpdateSet(({ ref }) => ({ floor: ref('excluded.floor'), grid: ref('excluded.grid') })),
      )
      .execute()
  }
}

export const householdAt = async (db: Db, place: Place): Promise<Household | undefined> =>
  place.building === null || place.unit === null || !place.room ? undefined : knownDoor(db, place.building, place.unit, place.room)
const knownDoor = known(['households'], (db, building: string, unit: string, room: string) => selectDoor(db, { building, unit, room }))
const selectDoor = prepareFirst<{ building: string; unit: string; room: string }, Household>((db, given) =>
  db
    .selectFrom('households')
    .selectAll()
    .where('building', '=', given('building'))
    .where('unit', '=', given('unit'))
    .where('room', '=', given('room'))
    .compile(),
)

export const householdById = known(['households'], (db, id: number) => selectHousehold(db, { id }))
const selectHousehold = prepareFirst<{ id: number }, Household>((db, given) =>
  db.selectFrom('households').selectAll().where('id', '=', given('id')).compile(),
)

/** All households of a building, a unit or one door. */
export const householdsIn = (db: Db, place: Place): Promise<Household[]> => {
  let query = db.selectFrom('households').selectAll()
  if (place.building !== null) query = query.where('building', '=', place.building)
  if (place.unit !== null) query = query.where('unit', '=', place.unit)
  if (place.room) query = query.where('room', '=', place.room)
  return place.building === null ? Promise.resolve([]) : query.orderBy('id').execute()
}

export const rooms = (db: Db): Promise<Room[]> => db.selectFrom('rooms').selectAll().orderBy('id').execute()
/** A room that the network knew and does not know any more, since every id is new and nothing matched it. */
const isLost = sql<boolean>`(exists (select 1 from handles h where h.kind = 'room' and h.target_id = rooms.id)
  and not exists (select 1 from handles h where h.kind = 'room' and h.target_id = rooms.id and h.seen_at >= coalesce(
    (select max(s.began_at) from sessions s where s.account = h.account and s.ids_are_new = 1), 0)))`
/** Without those that the network has lost. */
export const roomsOfKind = known(['rooms', 'handles', 'sessions'], (db, kind: string) =>
  db
    .selectFrom('rooms')
    .selectAll()
    .where('kind', '=', kind)
    .where(({ not }) => not(isLost))
    .orderBy('id')
    .execute(),
)
export const roomById = known(['rooms'], (db, id: number) => selectRoom(db, { id }))
const selectRoom = prepareFirst<{ id: number }, Room>((db, given) =>
  db.selectFrom('rooms').selectAll().where('id', '=', given('id')).compile(),
)
export const roomByTopic = (db: Db, topic: string): Promise<Room[]> =>
  db.selectFrom('rooms').selectAll().where('topic', '=', topic).orderBy('id').execute()
/** The groups of a household's unit, those that the network knows first, then the oldest. */
export const roomsAt = (db: Db, { building, unit }: Pick<Household, 'building' | 'unit'>): Promise<Room[]> => knownAt(db, building, unit)
const knownAt = known(['rooms', 'handles', 'sessions'], (db, building: string, unit: string) =>
  db
    .selectFrom('rooms')
    .selectAll()
    .where('kind', '=', 'unit')
    .where('building', '=', building)
    .where('unit', '=', unit)
    .orderBy(sql`case when ${isLost} then 1 else 0 end`)
    .orderBy('id')
    .execute(),
)
export const addRoom = (db: Db, room: Omit<Row<'rooms'>, 'id'>, cause: Cause): Promise<number> =>
  insertTraced(db, 'rooms', { ...room }, cause)
export const changeRoom = (db: Db, id: number, fields: Partial<Omit<Row<'rooms'>, 'id'>>, cause: Cause): Promise<boolean> =>
  updateTraced(db, 'rooms', id, { ...fields }, cause)

export const personById = known(['people'], (db, id: number) => selectPerson(db, { id }))
const selectPerson = prepareFirst<{ id: number }, Person>((db, given) =>
  db.selectFrom('people').selectAll().where('id', '=', given('id')).compile(),
)
export const addPerson = (
  db: Db,
  person: Omit<Row<'people'>, 'id' | 'remark'> & { remark?: string | null },
  cause: Cause,
): Promise<number> => insertTraced(db, 'people', { ...person, remark: person.remark ?? null }, cause)
export const changePerson = (db: Db, id: number, fields: Partial<Omit<Row<'people'>, 'id'>>, cause: Cause): Promise<boolean> =>
  updateTraced(db, 'people', id, { ...fields }, cause)
export const people = (db: Db): Promise<Person[]> => db.selectFrom('people').selectAll().orderBy('id').execute()
/** Who is known of a household, the first to have said so. */
export const residentOf = (db: Db, householdId: number): Promise<Person | undefined> =>
  db
    .selectFrom('people')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('role', '=', 'resident')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
/** Everyone whom the bot's account calls so. */
export const peopleByRemark = (db: Db, remark: string): Promise<Person[]> =>
  db.selectFrom('people').selectAll().where('remark', '=', remark).orderBy('id').execute()
/** Staff and volunteers, of one grid or of all, or of one role. */
export const staff = (db: Db, of: { grid?: string; role?: string } = {}): Promise<Person[]> =>
  db
    .selectFrom('people')
    .selectAll()
    .where('role', '!=', 'resident')
    .$if(of.grid !== undefined, (query) => query.where('grid', '=', of.grid ?? ''))
    .$if(of.role !== undefined, (query) => query.where('role', '=', of.role ?? ''))
    .orderBy('id')
    .execute()

/** Whether volunteers read in a grid's group: the grid has some, or one wrote there. */
export const volunteersRead = async (db: Db, room: Pick<Room, 'id' | 'grid'>): Promise<boolean> =>
  (await db
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'volunteer')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('grid', '=', room.grid),
        exists(selectFrom('members').select('members.id').where('room_id', '=', room.id).whereRef('members.person_id', '=', 'people.id')),
      ]),
    )
    .executeTakeFirst()) !== undefined

/** Remembers under which alias a person writes in a room. */
export const noteMember = async (
  db: Db,
  member: { room_id: number; person_id: number; alias: string; name: string; seen_at: number },
): Promise<void> => {
  await db
    .insertInto('members')
    .values(member)
    .onConflict((c) => c.columns(['room_id', 'person_id']).doUpdateSet({ alias: member.alias, name: member.name, seen_at: member.seen_at }))
    .execute()
}

/** Everyone who was seen in a room. */
export const membersOf = (db: Db, roomId: number): Promise<Member[]> =>
  db.selectFrom('members').selectAll().where('room_id', '=', roomId).orderBy('id').execute()

/** The room behind a session id. */
export const roomBehind = known(['handles', 'rooms'], (db, account: string, handle: string) => selectRoomBehind(db, { account, handle }))
const selectRoomBehind = prepareFirst<{ account: string; handle: string }, Room>((db, given) =>
  db
    .selectFrom('handles')
    .innerJoin('rooms', 'rooms.id', 'handles.target_id')
    .selectAll('rooms')
    .where('account', '=', given('account'))
    .where('handles.kind', '=', sql.lit('room'))
    .where('external_id', '=', given('handle'))
    .compile(),
)

/** A person, and as whom they were last seen in the room where they write; null where they never were. */
export interface Writer extends Person {
  seen_alias: string | null
  seen_name: string | null
}

/** The person behind a session id, in a room; 0 stands for none. */
export const writerBehind = known(['handles', 'people', 'members'], (db, account: string, handle: string, roomId: number) =>
  selectWriter(db, { account, handle, roomId }),
)
const selectWriter = prepareFirst<{ account: string; handle: string; roomId: number }, Writer>((db, given) =>
  db
    .selectFrom('handles')
    .innerJoin('people', 'people.id', 'handles.target_id')
    .leftJoin('members', (on) => on.onRef('members.person_id', '=', 'people.id').on('members.room_id', '=', given('roomId')))
    .selectAll('people')
    .select(['members.alias as seen_alias', 'members.name as seen_name'])
    .where('account', '=', given('account'))
    .where('handles.kind', '=', sql.lit('person'))
    .where('external_id', '=', given('handle'))
    .compile(),
)

export const handleTarget = (db: Db, account: string, kind: 'room' | 'person', externalId: string): Promise<number | null> =>
  knownTarget(db, account, kind, externalId)
const knownTarget = known(['handles'], async (db, account: string, kind: string, externalId: string) => {
  const found = await selectTarget(db, { account, kind, externalId })
  return found?.target_id ?? null
})
const selectTarget = prepareFirst<{ account: string; kind: string; externalId: string }, { target_id: number }>((db, given) =>
  db
    .selectFrom('handles')
    .select('target_id')
    .where('account', '=', given('account'))
    .where('kind', '=', given('kind'))
    .where('external_id', '=', given('externalId'))
    .compile(),
)

export const noteHandle = async (
  db: Db,
  account: string,
  kind: 'room' | 'person',
  externalId: string,
  targetId: number,
  seenAt: number,
): Promise<void> => {
  await db
    .insertInto('handles')
    .values({ account, kind, external_id: externalId, target_id: targetId, seen_at: seenAt })
    .onConflict((c) => c.columns(['account', 'kind', 'external_id']).doUpdateSet({ target_id: targetId, seen_at: seenAt }))
    .execute()
}

/** The marks that hold now: a unit, or a whole building where `unit` is null. */
export const risks = (db: Db): Promise<Row<'risks'>[]> =>
  db.selectFrom('risks').selectAll().where('ended_at', 'is', null).orderBy('id').execute()
