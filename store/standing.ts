/** Standing orders: what comes again by itself, until a day, paused and ended. */
import { z } from 'zod'
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Household } from './community.js'
import type { Db } from './open.js'
import { takeApart } from './orders.js'
import type { Row } from './schema.js'

export type Standing = Row<'standing_orders'>

const recurrence = z.union([
  z.object({ every: z.literal('week'), on: z.array(z.number().int().min(1).max(7)).min(1) }),
  z.object({ every: z.literal('days'), days: z.number().int().min(1) }),
])
export type StoredRecurrence = z.infer<typeof recurrence>

/** Order lines as they are kept beside the orders. */
export const keptLines = z.array(
  z.object({
    item: z.string(),
    qty: z.number().nullable(),
    unit: z.string().nullable(),
    spec: z.string().nullable(),
    place: z.string(),
    medicine: z.string(),
    heavy: z.number(),
    known: z.number(),
    span_start: z.number(),
    span_end: z.number(),
  }),
)

export const ruleOf = (standing: Standing): StoredRecurrence => recurrence.parse(JSON.parse(standing.rule))
export const standingLines = (standing: Standing) => keptLines.parse(JSON.parse(standing.lines))

export const addStanding = (
  db: Db,
  facts: { household: Household; rule: StoredRecurrence; lines: z.infer<typeof keptLines>; fromDay: string; untilDay: string | null },
  cause: Cause,
): Promise<number> =>
  insertTraced(
    db,
    'standing_orders',
    {
      household_id: facts.household.id,
      rule: JSON.stringify(facts.rule),
      lines: JSON.stringify(facts.lines),
      until_day: facts.untilDay,
      status: 'on',
      person_id: cause.personId,
      inbox_id: cause.inboxId,
      from_day: facts.fromDay,
      last_day: null,
      paused_until: null,
    },
    cause,
  )

export const changeStanding = (
  db: Db,
  id: number,
  fields: Partial<Pick<Standing, 'status' | 'paused_until' | 'last_day'>>,
  cause: Cause,
): Promise<boolean> => updateTraced(db, 'standing_orders', id, { ...fields }, cause)

export const standingById = (db: Db, id: number): Promise<Standing | undefined> =>
  db.selectFrom('standing_orders').selectAll().where('id', '=', id).executeTakeFirst()

/** Those that are not ended: of a household, or of all. */
export const standingOrders = (db: Db, householdId?: number): Promise<Standing[]> =>
  db
    .selectFrom('standing_orders')
    .selectAll()
    .where('status', '!=', 'ended')
    .$if(householdId !== undefined, (query) => query.where('household_id', '=', householdId ?? 0))
    .orderBy('id')
    .execute()

/** Days are `YYYY-MM-DD`. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
/** 1 is Monday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** Whether it comes on a day by its rule alone. */
const fallsOn = (standing: Standing, day: string): boolean => {
  const rule = ruleOf(standing)
  return rule.every === 'week' ? rule.on.includes(weekdayOf(day)) : daysBetween(standing.from_day ?? day, day) % rule.days === 0
}

export const comesOn = (standing: Standing, day: string): boolean => {
  if (standing.status === 'ended' || day < (standing.from_day ?? '') || (standing.until_day !== null && day > standing.until_day))
    return false
  const rests = standing.status === 'paused' && (standing.paused_until === null || day <= standing.paused_until)
  return !rests && fallsOn(standing, day)
}

/** Makes the day's order of a standing one, once a day; its lines are traced to the message that set it up. */
export const layFor = async (db: Db, standing: Standing, day: string, at: number): Promise<number | null> => {
  if (standing.last_day !== null && standing.last_day >= day) return null
  const cause: Cause = { at, why: `standing ${standing.id}`, personId: standing.person_id, inboxId: standing.inbox_id }
  await changeStanding(db, standing.id, { last_day: day }, { ...cause, inboxId: null })
  const facts = { householdId: standing.household_id, roomId: null, personId: null, day, source: 'standing' as const, urgent: null }
  return takeApart(db, facts, standingLines(standing), cause)
}
