/** Indexes by which every look-up of a message's way stays as quick after a year as on the first day. */
import { sql, type Transaction } from 'kysely'
import { indexed } from '../migration-parts.js'
import type { Tables } from '../schema.js'

const INDEXES: [string, string[]][] = [
  ['inbox', ['person_id', 'sent_at']],
  ['inbox', ['room_id', 'sent_at']],
  ['orders', ['person_id', 'status']],
  ['outbox', ['room_id', 'status']],
  ['outbox', ['person_id', 'status']],
  ['notices', ['inbox_id']],
  ['alerts', ['inbox_id']],
]

export const quickly = async (trx: Transaction<Tables>): Promise<void> => {
  await trx.schema.dropIndex('inbox_handled_at_at').execute()
  await trx.schema.createIndex('inbox_unhandled_at').on('inbox').column('id').where(sql.ref('handled_at'), 'is', null).execute()
  await trx.schema.createIndex('inbox_review_at').on('inbox').column('id').where(sql.ref('review'), '=', 1).execute()
  await trx.schema.dropIndex('inbox_person_id_id_at').execute()
  await indexed(trx, INDEXES)
}
