/** What stays of orders that are not kept any more: sums a month, of nobody. */
import type { Transaction } from 'kysely'
import type { Tables } from '../schema.js'

export const sums = async (trx: Transaction<Tables>): Promise<void> => {
  await trx.schema
    .createTable('sums')
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('qty', 'double precision', (c) => c.notNull())
    .addColumn('lines', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('sums_key', ['month', 'item', 'unit'])
    .execute()
}
