/** What failed and waits to be said again: looked for beside each text that waits, and there is seldom any. */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../schema.js'

export const failed = async (trx: Transaction<Tables>): Promise<void> => {
  await trx.schema
    .createIndex('outbox_failed_at')
    .on('outbox')
    .column('id')
    .where(sql<boolean>`status = 'queued' and attempts > 0`)
    .execute()
}
