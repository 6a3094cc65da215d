/** What households owe and have paid, in whole cents. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Db } from './open.js'
import { doorOf } from './picklist.js'
import type { Row } from './schema.js'

export type Charge = Row<'charges'>

/** `item` '' is the whole bag. */
export interface Price {
  item: string
  cents: number
}

const chargesOf = (db: Db, householdId: number): Promise<Charge[]> =>
  db.selectFrom('charges').selectAll().where('household_id', '=', householdId).where('status', '!=', 'withdrawn').orderBy('id').execute()

/**
 * Prices of one bag of a day: a line that has one gets the new one; a price for the whole bag takes the place of its lines' and the other way
 * round. What is paid stays as it is. Returns whether anything changed.
 */
export const chargeFor = async (db: Db, householdId: number, day: string, prices: readonly Price[], cause: Cause): Promise<boolean> => {
  const due = (await chargesOf(db, householdId)).filter((charge) => charge.day === day && charge.status === 'due')
  const whole = prices.some(({ item }) => item === '')
  let changed = false
  for (const other of due.filter(({ item }) => (item === '') !== whole))
    changed = (await updateTraced(db, 'charges', other.id, { status: 'withdrawn' }, cause)) || changed
  for (const { item, cents } of prices) {
    const same = due.find((charge) => charge.item === item)
    if (same !== undefined) changed = (await updateTraced(db, 'charges', same.id, { cents }, cause)) || changed
    else {
      const fields = { household_id: householdId, day, item, cents, status: 'due', at: cause.at, paid_at: null, inbox_id: cause.inboxId }
      await insertTraced(db, 'charges', fields, cause)
      changed = true
    }
  }
  return changed
}

/** What a household has not paid, the oldest day first. */
export const dueFrom = async (db: Db, householdId: number): Promise<Charge[]> =>
  (await chargesOf(db, householdId)).filter(({ status }) => status === 'due').sort((a, b) => a.day.localeCompare(b.day) || a.id - b.id)

/** All that is due is paid; returns how much that was. */
export const payAll = async (db: Db, householdId: number, cause: Cause): Promise<number> => {
  const due = await dueFrom(db, householdId)
  for (const { id } of due) await updateTraced(db, 'charges', id, { status: 'paid', paid_at: cause.at }, cause)
  return sumOf(due)
}

export const sumOf = (charges: readonly { cents: number }[]): number => charges.reduce((sum, { cents }) => sum + cents, 0)

export interface Accounts {
  day: string
  cents: number
  paidCents: number
  grids: { grid: string; households: number; cents: number; paidCents: number }[]
  charges: { household: string; grid: string; item: string; cents: number; status: string }[]
}

/** A day's charges with sums, of one grid or of all: the grids' sums are the whole's to the cent. */
export const accountsOf = async (db: Db, day: string, grid: string | null): Promise<Accounts> => {
  const rows = await db
    .selectFrom('charges')
    .innerJoin('households', 'households.id', 'charges.household_id')
    .select(['building', 'unit', 'room', 'grid', 'item', 'cents', 'status'])
    .where('day', '=', day)
    .where('status', '!=', 'withdrawn')
    .$if(grid !== null, (query) => query.where('grid', '=', grid ?? ''))
    .orderBy('charges.id')
    .execute()
  const charges = rows.map((row) => ({ household: doorOf(row), grid: row.grid, item: row.item, cents: row.cents, status: row.status }))
  const paidOf = (of: typeof charges): number => sumOf(of.filter(({ status }) => status === 'paid'))
  const grids = [...new Set(charges.map((charge) => charge.grid))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return {
    day,
    cents: sumOf(charges),
    paidCents: paidOf(charges),
    grids: grids.map((id) => {
      const own = charges.filter((charge) => charge.grid === id)
      return { grid: id, households: new Set(own.map(({ household }) => household)).size, cents: sumOf(own), paidCents: paidOf(own) }
    }),
    charges,
  }
}
