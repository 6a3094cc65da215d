/** Logins, and the ids that hold since: with some networks every id of a room or a person is new after a login. */
import type { Member, Room } from './community.js'
import type { Db } from './open.js'

export type Kind = 'room' | 'person'

export const noteLogin = async (db: Db, account: string, at: number, idsAreNew: boolean): Promise<void> => {
  await db
    .insertInto('sessions')
    .values({ account, began_at: at, ids_are_new: idsAreNew ? 1 : 0 })
    .execute()
}

/** Since when the ids of today hold; 0 where they never changed. */
export const idsHoldSince = async (db: Db, account: string): Promise<number> => {
  const found = await db
    .selectFrom('sessions')
    .select('began_at')
    .where('account', '=', account)
    .where('ids_are_new', '=', 1)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return found?.began_at ?? 0
}

/** How many of these ids are known, and how many are known at all. */
export const knownRoomHandles = async (db: Db, account: string, shown: readonly string[]): Promise<{ shown: number; all: number }> => {
  const known = await db.selectFrom('handles').select('external_id').where('account', '=', account).where('kind', '=', 'room').execute()
  const ids = new Set(known.map((row) => row.external_id))
  return { shown: shown.filter((handle) => ids.has(handle)).length, all: ids.size }
}

/** Rooms or people of whom an id is known that holds. */
export const held = async (db: Db, account: string, kind: Kind, since: number): Promise<ReadonlySet<number>> => {
  const found = await db
    .selectFrom('handles')
    .select('target_id')
    .where('account', '=', account)
    .where('kind', '=', kind)
    .where('seen_at', '>=', since)
    .execute()
  return new Set(found.map((row) => row.target_id))
}

/** Says whether this id is known to hold; an older one that is seen again holds from now on. */
export const renewHandle = async (db: Db, account: string, kind: Kind, externalId: string, since: number, now: number): Promise<void> => {
  await db
    .updateTable('handles')
    .set({ seen_at: now })
    .where('account', '=', account)
    .where('kind', '=', kind)
    .where('external_id', '=', externalId)
    .where('seen_at', '<', since)
    .execute()
}

/** The id under which a room or person is reached now; null where it has none that holds. */
export const holdingHandle = async (db: Db, account: string, kind: Kind, targetId: number): Promise<string | null> => {
  const found = await db
    .selectFrom('handles')
    .select('external_id')
    .where('account', '=', account)
    .where('kind', '=', kind)
    .where('target_id', '=', targetId)
    .where('seen_at', '>=', await idsHoldSince(db, account))
    .orderBy('seen_at', 'desc')
    .executeTakeFirst()
  return found?.external_id ?? null
}

/** Everything known by one id belongs to another room from now on: two rows that were one room. */
export const moveHandles = async (db: Db, account: string, kind: Kind, from: number, to: number): Promise<void> => {
  await db
    .updateTable('handles')
    .set({ target_id: to })
    .where('account', '=', account)
    .where('kind', '=', kind)
    .where('target_id', '=', from)
    .execute()
}

/** Every room and who was seen to write in it. */
export const roomsWithMembers = async (db: Db): Promise<{ room: Room; members: Member[] }[]> => {
  const rooms = await db.selectFrom('rooms').selectAll().orderBy('id').execute()
  const members = await db.selectFrom('members').selectAll().orderBy('id').execute()
  const byRoom = new Map<number, Member[]>()
  for (const member of members) byRoom.set(member.room_id, [...(byRoom.get(member.room_id) ?? []), member])
  return rooms.map((room) => ({ room, members: byRoom.get(room.id) ?? [] }))
}
