/** Staff say what a room is, in the room itself or on the command line. */
import type { Cause } from '../store/changes.js'
import { changeRoom } from '../store/community.js'
import type { Db } from '../store/open.js'
import { held, idsHoldSince, roomsWithMembers } from '../store/sessions.js'
import type { RoomPlace } from './doors.js'
import { joinRooms, takeUp } from './take-up.js'

/**
 * Where one known room of that place has lost its id, this room is that one under its new id: it goes on under the old number, with
 * all that waits to be said there. What was written in it while nobody knew what it is is taken up. Returns the number of the room
 * that is bound now.
 */
export const bindTo = async (db: Db, roomId: number, place: RoomPlace, account: string, cause: Cause): Promise<number> => {
  const holding = await held(db, account, 'room', await idsHoldSince(db, account))
  const rooms = (await roomsWithMembers(db)).map(({ room }) => room)
  const lost = rooms.filter(
    (room) =>
      room.id !== roomId &&
      !holding.has(room.id) &&
      room.bound_by !== 'merged' &&
      room.kind === place.kind &&
      room.building === place.building &&
      room.unit === place.unit &&
      room.grid === place.grid,
  )
  const now = rooms.find((room) => room.id === roomId)
  if (now?.kind === 'unknown') await takeUp(db, roomId, cause)
  const [same] = lost
  if (same === undefined || lost.length > 1 || !holding.has(roomId)) {
    await changeRoom(db, roomId, { ...place, bound_by: 'staff' }, cause)
    return roomId
  }
  await joinRooms(db, roomId, same.id, account, cause)
  await changeRoom(db, same.id, { topic: now?.topic ?? same.topic, bound_by: 'staff' }, cause)
  await changeRoom(db, roomId, { kind: 'unknown', building: null, unit: null, grid: null, bound_by: 'merged' }, cause)
  return same.id
}
