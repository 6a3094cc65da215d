/** The rota. Days are `YYYY-MM-DD`, times `HH:MM` in the community's time zone. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Person } from './community.js'
import type { Db } from './open.js'
import type { Row } from './schema.js'

export type Duty = Row<'duties'>
export type DutyFacts = Pick<Duty, 'person_id' | 'grid' | 'day' | 'from_time' | 'until_time'>

const same = (db: Db, facts: DutyFacts): Promise<Duty | undefined> =>
  db
    .selectFrom('duties')
    .selectAll()
    .where('status', '=', 'on')
    .where('person_id', '=', facts.person_id)
    .where('day', facts.day === null ? 'is' : '=', facts.day)
    .where('from_time', '=', facts.from_time)
    .where('until_time', '=', facts.until_time)
    .executeTakeFirst()

/** False where it stands on the rota already. */
export const addDuty = async (db: Db, facts: DutyFacts, cause: Cause): Promise<boolean> => {
  if ((await same(db, facts)) !== undefined) return false
  await insertTraced(db, 'duties', { ...facts, status: 'on', inbox_id: cause.inboxId }, cause)
  return true
}

export const endDuty = async (db: Db, facts: DutyFacts, cause: Cause): Promise<boolean> => {
  const known = await same(db, facts)
  return known !== undefined && updateTraced(db, 'duties', known.id, { status: 'off' }, cause)
}

export type NamedDuty = Duty & { name: string }

/** What stands on the rota from a day on, of a grid or of all; what holds every day comes last. */
export const rotaFrom = async (db: Db, grid: string | null, day: string): Promise<NamedDuty[]> => {
  const rows = await db
    .selectFrom('duties')
    .innerJoin('people', 'people.id', 'duties.person_id')
    .selectAll('duties')
    .select('people.name')
    .where('status', '=', 'on')
    .where('people.role', '!=', 'resident')
    .where(({ or, eb }) => or([eb('day', 'is', null), eb('day', '>=', day)]))
    .$if(grid !== null, (query) => query.where(({ or, eb }) => or([eb('duties.grid', '=', grid), eb('duties.grid', 'is', null)])))
    .execute()
  const key = (duty: Duty): string => `${duty.day ?? '9'} ${duty.from_time}`
  return rows.sort((a, b) => key(a).localeCompare(key(b)) || a.id - b.id)
}

/** From 20:00 until 08:00 is until the next morning; from a time to itself is a whole day. */
export const holds = (
  duty: Pick<Duty, 'day' | 'from_time' | 'until_time'>,
  now: { day: string; dayBefore: string; time: string },
): boolean => {
  const { day, from_time: from, until_time: until } = duty
  const overnight = until <= from
  const begun = now.time >= from && (overnight || now.time < until)
  const goesOn = overnight && now.time < until
  return day === null ? begun || goesOn : (day === now.day && begun) || (day === now.dayBefore && goesOn)
}

/** Who is on duty in a grid now (in any, where `grid` is null): a day's own rota goes before what holds every day. */
export const onDuty = async (db: Db, grid: string | null, now: { day: string; dayBefore: string; time: string }): Promise<Person[]> => {
  const held = (await rotaFrom(db, grid, now.dayBefore)).filter((duty) => holds(duty, now))
  const dated = held.filter(({ day }) => day !== null)
  const ids = [...new Set((dated.length > 0 ? dated : held).map(({ person_id }) => person_id))]
  if (ids.length === 0) return []
  // Whoever has no session id cannot be written to.
  return db
    .selectFrom('people')
    .selectAll()
    .where('id', 'in', ids)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('handles').select('external_id').where('kind', '=', 'person').whereRef('target_id', '=', 'people.id')),
    )
    .orderBy('id')
    .execute()
}
