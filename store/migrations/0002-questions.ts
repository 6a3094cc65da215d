/** The questions that the bot asks about what it is unsure of. `schema.ts` says what each column means. */
import type { Transaction } from 'kysely'
import { numbered } from '../migration-parts.js'
import type { Engine } from '../open.js'
import type { Tables } from '../schema.js'

export const questions = async (trx: Transaction<Tables>, engine: Engine): Promise<void> => {
  await numbered(trx, engine, 'questions')
    .addColumn('inbox_id', 'integer', (c) => c.notNull().unique().references('inbox.id'))
    .addColumn('person_id', 'integer', (c) => c.notNull().references('people.id'))
    .addColumn('room_id', 'integer', (c) => c.references('rooms.id'))
    .addColumn('acts', 'text', (c) => c.notNull())
    .addColumn('until_at', 'bigint', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('answer_id', 'integer', (c) => c.references('inbox.id'))
    .execute()
  await trx.schema.createIndex('questions_person_id_status_at').on('questions').columns(['person_id', 'status']).execute()
}
