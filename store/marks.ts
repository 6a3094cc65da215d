/** Marks on units and buildings, when they end, and who went in and out of them. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Db } from './open.js'
import type { Row } from './schema.js'

export type Mark = Row<'risks'>
/** A unit, or a whole building where `unit` is null. */
export interface Marked {
  building: string
  unit: string | null
}

/** Whether a mark covers a unit; a whole building is covered by a mark of its own only. */
export const covers = (mark: Marked, place: Marked): boolean =>
  mark.building === place.building && (mark.unit === null || mark.unit === place.unit)

/** Marks a place until a day (that day no more); marked so again, it ends with the later of the two. */
export const mark = async (db: Db, place: Marked, level: string, untilDay: string, cause: Cause): Promise<boolean> => {
  const same = (await marksOf(db, place)).find((one) => one.level === level && one.unit === place.unit)
  if (same === undefined) {
    const fields = { building: place.building, unit: place.unit, level, at: cause.at, ended_at: null, until_day: untilDay }
    await insertTraced(db, 'risks', { ...fields, inbox_id: cause.inboxId }, cause)
    return true
  }
  return (same.until_day ?? '9') < untilDay ? updateTraced(db, 'risks', same.id, { until_day: untilDay }, cause) : false
}

export const clearMarks = async (db: Db, place: Marked, cause: Cause): Promise<boolean> => {
  const known = (await marksOf(db, place)).filter((one) => place.unit === null || one.unit === place.unit)
  for (const one of known) await updateTraced(db, 'risks', one.id, { ended_at: cause.at }, cause)
  return known.length > 0
}

const marksOf = (db: Db, { building }: Marked): Promise<Mark[]> =>
  db.selectFrom('risks').selectAll().where('building', '=', building).where('ended_at', 'is', null).execute()

/** Ends the marks whose time is over on a day, and returns them. */
export const endMarks = async (db: Db, day: string, cause: Cause): Promise<Mark[]> => {
  const over = await db.selectFrom('risks').selectAll().where('ended_at', 'is', null).where('until_day', '<=', day).orderBy('id').execute()
  for (const one of over) await updateTraced(db, 'risks', one.id, { ended_at: cause.at }, cause)
  return over
}

/** Who set a mark, where a message did. */
export const markedBy = async (db: Db, { inbox_id }: Mark): Promise<number | null> => {
  if (inbox_id === null) return null
  const message = await db.selectFrom('inbox').select('person_id').where('id', '=', inbox_id).executeTakeFirst()
  return message?.person_id ?? null
}

export type Way = 'in' | 'out' | 'clean'

export const notePassage = (db: Db, place: Marked, way: Way, disinfected: boolean, cause: Cause): Promise<number> =>
  insertTraced(
    db,
    'passages',
    {
      building: place.building,
      unit: place.unit,
      way,
      disinfected: disinfected ? 1 : 0,
      status: 'noted',
      at: cause.at,
      person_id: cause.personId,
      inbox_id: cause.inboxId,
    },
    cause,
  )

/** Places to which something was brought since a moment, and from which no disinfection is noted since: `places` are those asked about. */
export const withoutPassage = async (db: Db, places: readonly Marked[], since: number): Promise<Marked[]> => {
  const brought = await db
    .selectFrom('deliveries')
    .innerJoin('orders', 'orders.id', 'deliveries.order_id')
    .innerJoin('households', 'households.id', 'orders.household_id')
    .select(['households.building', 'households.unit'])
    .where('deliveries.at', '>=', since)
    .where('deliveries.status', '!=', 'withdrawn')
    .execute()
  const passed = await db.selectFrom('passages').selectAll().where('at', '>=', since).where('status', '=', 'noted').orderBy('id').execute()
  const clean = (place: Marked): boolean => passed.some((one) => one.disinfected === 1 && (covers(one, place) || covers(place, one)))
  const wentTo = (place: Marked): boolean => [...brought, ...passed].some((one) => covers(place, one))
  return places.filter((place) => wentTo(place) && !clean(place))
}
