/** Orders that are removed leave sums a month behind, in which nobody can be found: medicines and what a resident called a thing are not named. */
import type { Db } from './open.js'

/** Removes orders with all that hangs on them, and adds what was wanted to the sums. */
export const removeOrders = async (db: Db, ids: readonly number[]): Promise<void> => {
  for (let from = 0; from < ids.length; from += 500) await removeSome(db, ids.slice(from, from + 500))
}

const removeSome = async (db: Db, ids: readonly number[]): Promise<void> => {
  const lines = await db
    .selectFrom('order_lines')
    .innerJoin('orders', 'orders.id', 'order_lines.order_id')
    .select(['order_lines.id', 'orders.day', 'item', 'unit', 'qty', 'medicine', 'known', 'order_lines.status'])
    .where('order_id', 'in', ids)
    .execute()
  for (const line of lines.filter(({ status }) => status !== 'cancelled')) {
    const item = line.medicine !== '' ? 'medicine' : line.known === 0 ? 'other' : line.item
    const unit = line.known === 0 || line.medicine !== '' ? '' : (line.unit ?? '')
    await addSum(db, { month: line.day.slice(0, 7), item, unit, qty: item === line.item ? (line.qty ?? 0) : 0 })
  }
  const deliveries = (await db.selectFrom('deliveries').select('id').where('order_id', 'in', ids).execute()).map(({ id }) => id)
  await removeEvents(db, 'deliveries', deliveries)
  await removeEvents(
    db,
    'order_lines',
    lines.map(({ id }) => id),
  )
  await removeEvents(db, 'orders', ids)
  await db.updateTable('notices').set({ order_id: null }).where('order_id', 'in', ids).execute()
  await db.deleteFrom('deliveries').where('order_id', 'in', ids).execute()
  await db.deleteFrom('order_lines').where('order_id', 'in', ids).execute()
  await db.deleteFrom('orders').where('id', 'in', ids).execute()
}

const addSum = async (db: Db, sum: { month: string; item: string; unit: string; qty: number }): Promise<void> => {
  await db
    .insertInto('sums')
    .values({ ...sum, lines: 1 })
    .onConflict((c) =>
      c.columns(['month', 'item', 'unit']).doUpdateSet(({ eb, ref }) => ({
        qty: eb(ref('sums.qty'), '+', ref('excluded.qty')),
        lines: eb(ref('sums.lines'), '+', ref('excluded.lines')),
      })),
    )
    .execute()
}

export const removeEvents = async (db: Db, entity: string, ids: readonly number[]): Promise<void> => {
  for (let from = 0; from < ids.length; from += 500)
    await db
      .deleteFrom('events')
      .where('entity', '=', entity)
      .where('entity_id', 'in', ids.slice(from, from + 500))
      .execute()
}
