/** What the office does beside the orders: calls to the old, owners and answers of requests, the rota, and how an alert went. */
import type { Transaction } from 'kysely'
import { numbered } from '../migration-parts.js'
import type { Engine } from '../open.js'
import type { Tables } from '../schema.js'

export const office = async (trx: Transaction<Tables>, engine: Engine): Promise<void> => {
  await trx.schema.alterTable('households').addColumn('phone', 'text').execute()
  await numbered(trx, engine, 'calls')
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('person_id', 'integer', (c) => c.references('people.id'))
    .addColumn('inbox_id', 'integer', (c) => c.references('inbox.id'))
    .execute()
  await trx.schema.createIndex('calls_household_id_day_once').on('calls').columns(['household_id', 'day']).unique().execute()
  await trx.schema
    .alterTable('requests')
    .addColumn('owner_id', 'integer', (c) => c.references('people.id'))
    .execute()
  await trx.schema.alterTable('requests').addColumn('taken_at', 'bigint').execute()
  await trx.schema.alterTable('requests').addColumn('answer', 'text').execute()
  await trx.schema.alterTable('requests').addColumn('closed_at', 'bigint').execute()
  await trx.schema.alterTable('alerts').addColumn('closed_at', 'bigint').execute()
  await trx.schema
    .alterTable('alerts')
    .addColumn('closed_by', 'integer', (c) => c.references('people.id'))
    .execute()
  await trx.schema.alterTable('alerts').addColumn('outcome', 'text').execute()
  await numbered(trx, engine, 'alert_steps')
    .addColumn('alert_id', 'integer', (c) => c.notNull().references('alerts.id'))
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('person_id', 'integer', (c) => c.references('people.id'))
    .execute()
  await trx.schema.createIndex('alert_steps_alert_id_at').on('alert_steps').column('alert_id').execute()
  await numbered(trx, engine, 'duties')
    .addColumn('person_id', 'integer', (c) => c.notNull().references('people.id'))
    .addColumn('grid', 'text')
    .addColumn('day', 'text')
    .addColumn('from_time', 'text', (c) => c.notNull())
    .addColumn('until_time', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('inbox_id', 'integer', (c) => c.references('inbox.id'))
    .execute()
  await trx.schema.createIndex('duties_status_day_at').on('duties').columns(['status', 'day']).execute()
}
