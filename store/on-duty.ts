/** Who is on duty in a grid at a moment, by the rota. */
import type { Person } from './community.js'
import type { Db } from './open.js'
import { daysBefore } from './picklist.js'

/** `time` is `HH:MM`; a duty whose times cross midnight belongs to the day on which it begins. */
export const onDuty = async (db: Db, grid: string | null, day: string, time: string): Promise<Person[]> => {
  const rows = await db.selectFrom('duties').selectAll().where('status', '=', 'on').orderBy('id', 'desc').execute()
  const holds = (from: string, until: string, of: string | null): boolean => {
    const on = (date: string): boolean => of === null || of === date
    if (from < until) return on(day) && time >= from && time < until
    return (on(day) && time >= from) || (on(daysBefore(day, 1)) && time < until)
  }
  const found = rows.filter((duty) => (duty.grid === null || duty.grid === grid) && holds(duty.from_time, duty.until_time, duty.day))
  const ids = [...new Set(found.map(({ person_id }) => person_id))]
  if (ids.length === 0) return []
  const people = await db.selectFrom('people').selectAll().where('id', 'in', ids).where('role', '!=', 'resident').execute()
  return ids.flatMap((id) => people.filter((person) => person.id === id))
}
