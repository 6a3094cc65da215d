/** What each migration builds with. */
import type { CreateTableBuilder, Transaction } from 'kysely'
import type { Engine } from './open.js'
import type { Tables } from './schema.js'

/** A new table whose rows are numbered by the database. */
export const numbered = (trx: Transaction<Tables>, engine: Engine, name: string): CreateTableBuilder<string, string> =>
  trx.schema
    .createTable(name)
    .addColumn('id', 'integer', (c) =>
      engine === 'sqlite' ? c.primaryKey().autoIncrement() : c.primaryKey().generatedByDefaultAsIdentity(),
    )

/** Indexes by table and columns, named after both. */
export const indexed = async (trx: Transaction<Tables>, indexes: readonly [table: string, columns: string[]][]): Promise<void> => {
  for (const [table, columns] of indexes)
    await trx.schema
      .createIndex(`${table}_${columns.join('_')}_at`)
      .on(table)
      .columns(columns)
      .execute()
}
