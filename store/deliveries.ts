/** Every try to bring an order to its door, and what is to be brought at once. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Db } from './open.js'
import type { Row } from './schema.js'

export type Delivery = Row<'deliveries'>

export const noteDelivery = (
  db: Db,
  facts: Pick<Delivery, 'order_id' | 'status' | 'person_id' | 'reason'>,
  cause: Cause,
): Promise<number> => insertTraced(db, 'deliveries', { ...facts, at: cause.at, inbox_id: cause.inboxId }, cause)

/** To be brought at once, told again at `nextAt`; null where that is under way already. */
export const carryNow = async (
  db: Db,
  facts: { orderId: number; personId: number | null; nextAt: number },
  cause: Cause,
): Promise<number | null> => {
  if ((await dueDelivery(db, facts.orderId)) !== undefined) return null
  const row = { order_id: facts.orderId, status: 'due', person_id: facts.personId, reason: null, next_at: facts.nextAt, told: 1 }
  return insertTraced(db, 'deliveries', { ...row, at: cause.at, inbox_id: cause.inboxId }, cause)
}

export const dueDelivery = (db: Db, orderId: number): Promise<Delivery | undefined> =>
  db.selectFrom('deliveries').selectAll().where('order_id', '=', orderId).where('status', '=', 'due').executeTakeFirst()

/** Those of a grid (or of all) that nobody has taken, the newest first. */
export const untakenDeliveries = (db: Db, grid: string | null): Promise<Delivery[]> =>
  db
    .selectFrom('deliveries')
    .innerJoin('orders', 'orders.id', 'deliveries.order_id')
    .innerJoin('households', 'households.id', 'orders.household_id')
    .selectAll('deliveries')
    .where('deliveries.status', '=', 'due')
    .where('deliveries.person_id', 'is', null)
    .$if(grid !== null, (query) => query.where('households.grid', '=', grid ?? ''))
    .orderBy('deliveries.id', 'desc')
    .execute()

export const changeDelivery = (
  db: Db,
  id: number,
  fields: Partial<Pick<Delivery, 'status' | 'person_id' | 'reason' | 'next_at' | 'told'>>,
  cause: Cause,
): Promise<boolean> => updateTraced(db, 'deliveries', id, { ...fields }, cause)

/** Not there yet, or not signed yet, when its time has come. */
export const deliveriesToTell = (db: Db, now: number): Promise<Delivery[]> =>
  db.selectFrom('deliveries').selectAll().where('next_at', '<=', now).where('status', 'in', ['due', 'delivered']).orderBy('id').execute()

export const nextDeliveryAt = async (db: Db): Promise<number | null> => {
  const found = await db
    .selectFrom('deliveries')
    .select('next_at')
    .where('next_at', 'is not', null)
    .where('status', 'in', ['due', 'delivered'])
    .orderBy('next_at')
    .executeTakeFirst()
  return found?.next_at ?? null
}

/** Signed: nobody needs to be told any more. */
export const receiptCame = async (db: Db, orderId: number, cause: Cause): Promise<void> => {
  const waiting = db.selectFrom('deliveries').select('id').where('order_id', '=', orderId).where('next_at', 'is not', null)
  for (const { id } of await waiting.execute()) await changeDelivery(db, id, { next_at: null }, cause)
}
