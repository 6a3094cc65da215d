/** Tells a grid's staff of goods that came twice, by two ways. */

import type { Cause } from '../store/changes.js'
import type { Household } from '../store/community.js'
import { noteDouble, type StandingLine } from '../store/doubles.js'
import type { Db } from '../store/open.js'
import type { NewLine } from '../store/orders.js'
import { doorOf } from '../store/picklist.js'
import type { OrderSource } from '../store/schema.js'
import type { Office } from './office.js'
import { lineFacts, tellGrid } from './say.js'

export const holdDouble = async (
  db: Db,
  household: Household,
  facts: { day: string; source: OrderSource; lines: readonly NewLine[]; standing: readonly StandingLine[] },
  cause: Cause,
  office: Office,
): Promise<void> => {
  const id = await noteDouble(db, household, facts, cause)
  const items = new Set(facts.lines.map(({ item }) => item))
  const before = facts.standing.filter(({ item }) => items.has(item))
  const text = office.words.doubled({
    id,
    door: doorOf(household),
    before: before.map((line) => ({ ...lineFacts(line), source: line.source })),
    now: facts.lines.map(lineFacts),
    source: facts.source,
  })
  const medicines = facts.lines.filter(({ medicine }) => medicine !== '').map(({ item }) => item)
  await tellGrid(db, household.grid, text, office, cause.inboxId, medicines)
}
