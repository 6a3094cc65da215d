/** What was said before a message, as the parser needs it: what it quotes, amends or answers. */
import type { Context, Earlier, Role, RoomContext } from '../parsers/types.js'
import { householdById, type Person, type Room } from '../store/community.js'
import { chainBefore, type InboxRow } from '../store/inbox.js'
import type { Db } from '../store/open.js'
import { wantedLines } from '../store/orders.js'
import { roundRuns } from '../store/rounds.js'

const ROLES: readonly Role[] = ['resident', 'volunteer', 'staff', 'head']
/** One that this version does not know is read as a resident. */
const roleOf = (person: Person): Role => ROLES.find((role) => role === person.role) ?? 'resident'

const roomContext = (room: Room | null): RoomContext => {
  if (room === null) return { kind: 'direct' }
  if (room.kind === 'unit' || room.kind === 'building' || room.kind === 'grid')
    return { kind: room.kind, building: room.building, unit: room.unit, grid: room.grid }
  return { kind: 'building', building: null }
}

export const contextOf = async (db: Db, row: InboxRow, room: Room | null, person: Person, today: string): Promise<Context> => {
  const household = person.household_id === null ? undefined : await householdById(db, person.household_id)
  const home = household === undefined ? null : { building: household.building, unit: household.unit, room: household.room }
  return {
    room: roomContext(room),
    sender: { role: roleOf(person), alias: row.alias || row.name || null, home },
    ...(await earlierOf(db, row, room, person, today)),
  }
}

const earlierOf = async (db: Db, row: InboxRow, room: Room | null, person: Person, today: string): Promise<Earlier> => {
  const lines = person.household_id === null ? [] : await wantedLines(db, person.household_id, today)
  const chained = row.kind === 'note' || row.text.includes('接龙')
  return {
    quoted: row.quoted === null ? null : { text: row.quoted },
    openOrder: lines.length === 0 ? null : lines.map(({ item, qty, unit }) => ({ item, qty, unit })),
    chain: chained && room !== null ? await chainBefore(db, room.id, row.id, row.sent_at - 2 * 86_400_000) : null,
    roundRuns: person.role === 'resident' && (await roundRuns(db)),
  }
}
