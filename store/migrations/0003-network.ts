/** What is remembered of the network: when this office was not connected, when it was last alive, since when the ids hold, and remarks. */
import type { CreateTableBuilder, Transaction } from 'kysely'
import { numbered } from '../migration-parts.js'
import type { Engine } from '../open.js'
import type { Tables } from '../schema.js'

export const network = async (trx: Transaction<Tables>, engine: Engine): Promise<void> => {
  const ofAccount = (name: string): CreateTableBuilder<string, string> =>
    numbered(trx, engine, name).addColumn('account', 'text', (c) => c.notNull())
  await ofAccount('gaps')
    .addColumn('from_at', 'bigint', (c) => c.notNull())
    .addColumn('until_at', 'bigint')
    .addColumn('why', 'text', (c) => c.notNull())
    .execute()
  await ofAccount('sessions')
    .addColumn('began_at', 'bigint', (c) => c.notNull())
    .addColumn('ids_are_new', 'integer', (c) => c.notNull())
    .execute()
  await trx.schema
    .createTable('alive')
    .addColumn('account', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await trx.schema.alterTable('people').addColumn('remark', 'text').execute()
  await trx.schema.createIndex('handles_target_at').on('handles').columns(['account', 'kind', 'target_id', 'seen_at']).execute()
}
