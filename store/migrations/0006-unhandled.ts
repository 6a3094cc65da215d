/** What is unhandled is found by account: with an index on the number alone SQLite read all that the account had ever received. */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../schema.js'

export const unhandled = async (trx: Transaction<Tables>): Promise<void> => {
  await trx.schema.dropIndex('inbox_unhandled_at').execute()
  await trx.schema
    .createIndex('inbox_account_unhandled_at')
    .on('inbox')
    .columns(['account', 'id'])
    .where(sql.ref('handled_at'), 'is', null)
    .execute()
}
