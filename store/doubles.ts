/** The same goods for one household and day by two ways (chat, phone, app): shown to staff, who say whether both count. */
import { sql } from 'kysely'
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Household } from './community.js'
import type { Db } from './open.js'
import { type NewLine, takeApart, takeOrder } from './orders.js'
import { prepare } from './prepared.js'
import type { OrderSource, Row } from './schema.js'
import { keptLines } from './standing.js'

export type Double = Row<'doubles'>

export interface StandingLine {
  item: string
  qty: number | null
  unit: string | null
  medicine: string
  source: OrderSource
}

/** By which way a line came: an order that was said may hold lines of residents and of staff. */
const way = sql<OrderSource>`case when orders.source not in ('chat', 'phone') then orders.source
  when people.role is null or people.role = 'resident' then 'chat' else 'phone' end`

/** What a household has ordered for a day by other ways than this one. */
export const linesOfOtherWays = (db: Db, householdId: number, day: string, source: OrderSource): Promise<StandingLine[]> =>
  selectLines(db, { householdId, day, source })
const selectLines = prepare<{ householdId: number; day: string; source: OrderSource }, StandingLine>((db, given) =>
  db
    .selectFrom('orders')
    .innerJoin('order_lines', 'order_lines.order_id', 'orders.id')
    .leftJoin('inbox', 'inbox.id', 'order_lines.inbox_id')
    .leftJoin('people', 'people.id', 'inbox.person_id')
    .select(['order_lines.item', 'order_lines.qty', 'order_lines.unit', 'order_lines.medicine', way.as('source')])
    .where('orders.household_id', '=', given('householdId'))
    .where('orders.day', '=', given('day'))
    .where('orders.status', '<>', 'cancelled')
    .where('order_lines.status', '=', 'wanted')
    .where(way, '<>', given('source'))
    .compile(),
)

/** Lines that another way has brought already, and those that are new. */
export const apartDoubles = <Line extends { item: string }>(
  lines: readonly Line[],
  otherWays: readonly StandingLine[],
): { fresh: Line[]; doubled: Line[] } => {
  const known = new Set(otherWays.filter((line) => line.source !== 'standing').map(({ item }) => item))
  return { fresh: lines.filter(({ item }) => !known.has(item)), doubled: lines.filter(({ item }) => known.has(item)) }
}

export const noteDouble = (
  db: Db,
  household: Household,
  facts: { day: string; source: OrderSource; lines: readonly NewLine[] },
  cause: Cause,
): Promise<number> =>
  insertTraced(
    db,
    'doubles',
    {
      household_id: household.id,
      grid: household.grid,
      day: facts.day,
      source: facts.source,
      lines: JSON.stringify(facts.lines),
      status: 'open',
      at: cause.at,
      inbox_id: cause.inboxId,
    },
    cause,
  )

export const doubleById = (db: Db, id: number): Promise<Double | undefined> =>
  db.selectFrom('doubles').selectAll().where('id', '=', id).executeTakeFirst()

/** Of a grid, for a day or a later one, that nobody has settled. */
export const openDoubles = (db: Db, grid: string, day: string): Promise<Double[]> =>
  db.selectFrom('doubles').selectAll().where('grid', '=', grid).where('day', '>=', day).where('status', '=', 'open').orderBy('id').execute()

export const doubledLines = (double: Double): NewLine[] => keptLines.parse(JSON.parse(double.lines))

/** Both count, or the second is dropped. */
export const settleDouble = async (db: Db, double: Double, add: boolean, today: string, cause: Cause): Promise<void> => {
  await updateTraced(db, 'doubles', double.id, { status: add ? 'added' : 'dropped' }, cause)
  if (!add) return
  const day = double.day < today ? today : double.day
  const facts = { householdId: double.household_id, roomId: null, personId: null, day, source: double.source, urgent: null }
  await (double.source === 'app' ? takeApart : takeOrder)(db, facts, doubledLines(double), cause)
}
