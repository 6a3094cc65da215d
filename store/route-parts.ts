/** Parts of a grid's route, each taken by somebody for a day. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Db } from './open.js'
import type { Row } from './schema.js'

export type RoutePart = Row<'route_parts'>
export interface PartOfRoute {
  building: string
  unit: string | null
}

export const partsOf = (db: Db, grid: string, day: string): Promise<RoutePart[]> =>
  db
    .selectFrom('route_parts')
    .selectAll()
    .where('grid', '=', grid)
    .where('day', '=', day)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()

export const partCovers = (part: PartOfRoute, place: { building: string; unit: string | null }): boolean =>
  part.building === place.building && (part.unit === null || part.unit === place.unit)

/** Whoever else has it keeps it: their part is returned. Null where it is the person's now, or was. */
export const takePart = async (
  db: Db,
  facts: { grid: string; day: string; personId: number } & PartOfRoute,
  cause: Cause,
): Promise<RoutePart | null> => {
  const { grid, day, personId, building, unit } = facts
  const standing = await partsOf(db, grid, day)
  const others = standing.find((part) => part.person_id !== personId && (partCovers(part, facts) || partCovers(facts, part)))
  if (others !== undefined) return others
  if (standing.some((part) => part.person_id === personId && partCovers(part, facts))) return null
  await insertTraced(
    db,
    'route_parts',
    { grid, day, person_id: personId, building, unit, at: cause.at, ended_at: null, inbox_id: cause.inboxId },
    cause,
  )
  return null
}

/** The person's own parts there; false where there were none. */
export const leavePart = async (
  db: Db,
  facts: { grid: string; day: string; personId: number } & PartOfRoute,
  cause: Cause,
): Promise<boolean> => {
  const own = (await partsOf(db, facts.grid, facts.day)).filter((part) => part.person_id === facts.personId && partCovers(facts, part))
  for (const part of own) await updateTraced(db, 'route_parts', part.id, { ended_at: cause.at }, cause)
  return own.length > 0
}
