/** Households, rooms and people, and the session ids under which the network knows them today. */
import { sql } from 'kysely'
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Db } from './open.js'
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

export const householdAt = async (db: Db, place: Place): Promise<Household | undefined> => {
  if (place.building === null || place.unit === null || !place.room) return undefined
  return db
    .selectFrom('households')
    .selectAll()
    .where('building', '=', place.building)
    .where('unit', '=', place.unit)
    .where('room', '=', place.room)
    .executeTakeFirst()
}

export const householdById = (db: Db, id: number): Promise<Household | undefined> =>
  db.selectFrom('households').selectAll().where('id', '=', id).executeTakeFirst()

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
export const roomsOfKind = (db: Db, kind: string): Promise<Room[]> =>
  db
    .selectFrom('rooms')
    .selectAll()
    .where('kind', '=', kind)
    .where(({ not }) => not(isLost))
    .orderBy('id')
    .execute()
export const roomById = (db: Db, id: number): Promise<Room | undefined> =>
  db.selectFrom('rooms').selectAll().where('id', '=', id).executeTakeFirst()
export const roomByTopic = (db: Db, topic: string): Promise<Room[]> =>
  db.selectFrom('rooms').selectAll().where('topic', '=', topic).orderBy('id').execute()
/** The groups of a household's unit, those that the network knows first, then the oldest. */
export const roomsAt = (db: Db, household: Pick<Household, 'building' | 'unit'>): Promise<Room[]> =>
  db
    .selectFrom('rooms')
    .selectAll()
    .where('kind', '=', 'unit')
    .where('building', '=', household.building)
    .where('unit', '=', household.unit)
    .orderBy(sql`case when ${isLost} then 1 else 0 end`)
    .orderBy('id')
    .execute()
export const addRoom = (db: Db, room: Omit<Row<'rooms'>, 'id'>, cause: Cause): Promise<number> =>
  insertTraced(db, 'rooms', { ...room }, cause)
export const changeRoom = (db: Db, id: number, fields: Partial<Omit<Row<'rooms'>, 'id'>>, cause: Cause): Promise<boolean> =>
  updateTraced(db, 'rooms', id, { ...fields }, cause)

export const personById = (db: Db, id: number): Promise<Person | undefined> =>
  db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
export const addPerson = (
  db: Db,
  person: Omit<Row<'people'>, 'id' | 'remark'> & { remark?: string | null },
  cause: Cause,
): Promise<number> => insertTraced(db, 'people', { ...person, remark: person.remark ?? null }, cause)
export const changePerson = (db: Db, id: number, fields: Partial<Omit<Row<'people'>, 'id'>>, cause: Cause): Promise<boolean> =>
  updateTraced(db, 'people', id, { ...fields }, cause)
export const people = (db: Db): Promise<Person[]> => db.selectFrom('people').selectAll().orderBy('id').execute()
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

export const handleTarget = async (db: Db, account: string, kind: 'room' | 'person', externalId: string): Promise<number | null> => {
  const found = await db
    .selectFrom('handles')
    .select('target_id')
    .where('account', '=', account)
    .where('kind', '=', kind)
    .where('external_id', '=', externalId)
    .executeTakeFirst()
  return found?.target_id ?? null
}

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
