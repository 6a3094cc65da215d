/** Households that nobody may overlook: what staff noted of them, and the calls of each day. A day is `YYYY-MM-DD`. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Household } from './community.js'
import type { Db } from './open.js'
import { type CallStatus, type Row, TAGS, type Tag } from './schema.js'

export type Call = Row<'calls'>

/** What this version does not know any more is left out. */
export const tagsOf = ({ tags }: Pick<Household, 'tags'>): Tag[] => {
  const written: unknown = JSON.parse(tags)
  return Array.isArray(written) ? TAGS.filter((tag) => written.includes(tag)) : []
}

export const setTags = (
  db: Db,
  household: Household,
  tags: readonly Tag[],
  phone: string | null | undefined,
  cause: Cause,
): Promise<boolean> =>
  updateTraced(
    db,
    'households',
    household.id,
    { tags: JSON.stringify(TAGS.filter((tag) => tags.includes(tag))), ...(phone === undefined ? {} : { phone }) },
    cause,
  )

/** A household's call of a day: what is said later counts. */
export const noteCall = async (db: Db, householdId: number, day: string, status: CallStatus, cause: Cause): Promise<boolean> => {
  const known = await db.selectFrom('calls').selectAll().where('household_id', '=', householdId).where('day', '=', day).executeTakeFirst()
  const facts = { status, at: cause.at, person_id: cause.personId, inbox_id: cause.inboxId }
  if (known === undefined) {
    await insertTraced(db, 'calls', { household_id: householdId, day, ...facts }, cause)
    return true
  }
  if (status === 'listed' || known.status === status) return false
  return updateTraced(db, 'calls', known.id, facts, cause)
}

export interface ToCall {
  household: Household
  /** Somebody tried today, and nobody answered. */
  tried: boolean
  /** The first day of those in which nobody heard of them, this one included. */
  since: string
}

/** A grid's tagged households that have neither ordered for this day or a later one nor been reached today. */
export const toCall = async (db: Db, grid: string, day: string): Promise<ToCall[]> => {
  const tagged = await db
    .selectFrom('households')
    .selectAll()
    .where('grid', '=', grid)
    .where('tags', '!=', '[]')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('orders')
            .select('orders.id')
            .whereRef('orders.household_id', '=', 'households.id')
            .where('day', '>=', day)
            .where('status', '!=', 'cancelled'),
        ),
      ),
    )
    .orderBy('id')
    .execute()
  const found: ToCall[] = []
  for (const household of tagged) {
    const calls = await callsUpTo(db, household.id, day)
    const today = calls.find((call) => call.day === day)
    if (today !== undefined && isHeard(today)) continue
    const heard = await lastOrderedAt(db, household.id)
    const earlier = calls.filter((call) => call.day < day)
    const unheard = earlier.slice(
      0,
      firstIndex(earlier, (call) => isHeard(call) || call.at < heard),
    )
    found.push({ household, tried: today?.status === 'unreached', since: unheard.at(-1)?.day ?? day })
  }
  return found
}

const isHeard = (call: Call): boolean => call.status === 'reached' || call.status === 'no-need'

const firstIndex = (calls: readonly Call[], stop: (call: Call) => boolean): number => {
  const at = calls.findIndex(stop)
  return at < 0 ? calls.length : at
}

/** The newest first; more than a fortnight back nobody asks. */
const callsUpTo = (db: Db, householdId: number, day: string): Promise<Call[]> =>
  db
    .selectFrom('calls')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .limit(14)
    .execute()

const lastOrderedAt = async (db: Db, householdId: number): Promise<number> => {
  const found = await db
    .selectFrom('orders')
    .select(({ fn }) => fn.max('created_at').as('at'))
    .where('household_id', '=', householdId)
    .executeTakeFirst()
  return Number(found?.at ?? 0)
}
