/** Marks that end, going in and out of marked units, reasons and places of test rounds, and what a household owes. */
import type { Transaction } from 'kysely'
import { numbered } from '../migration-parts.js'
import type { Engine } from '../open.js'
import type { Tables } from '../schema.js'

export const everyday = async (trx: Transaction<Tables>, engine: Engine): Promise<void> => {
  await trx.schema.alterTable('risks').addColumn('until_day', 'text').execute()
  await trx.schema.alterTable('rounds').addColumn('place', 'text').execute()
  await trx.schema.alterTable('rounds').addColumn('grid', 'text').execute()
  await trx.schema.alterTable('round_checks').addColumn('reason', 'text').execute()
  await numbered(trx, engine, 'passages')
    .addColumn('building', 'text', (c) => c.notNull())
    .addColumn('unit', 'text')
    .addColumn('way', 'text', (c) => c.notNull())
    .addColumn('disinfected', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('person_id', 'integer', (c) => c.references('people.id'))
    .addColumn('inbox_id', 'integer', (c) => c.references('inbox.id'))
    .execute()
  await numbered(trx, engine, 'charges')
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('cents', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('paid_at', 'bigint')
    .addColumn('inbox_id', 'integer', (c) => c.references('inbox.id'))
    .execute()
  await trx.schema.createIndex('charges_household_id_day_at').on('charges').columns(['household_id', 'day']).execute()
  await trx.schema.createIndex('passages_at_at').on('passages').column('at').execute()
}
