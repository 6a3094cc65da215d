/** Questions about what a resident may have ordered: never more than one open question a person. */
import { sql } from 'kysely'
import { known } from './known.js'
import type { Db } from './open.js'
import { prepare } from './prepared.js'
import type { Row } from './schema.js'

export type Question = Row<'questions'>

/** The person's question that still waits for an answer at this moment. */
export const openQuestion = async (db: Db, personId: number, now: number): Promise<Question | undefined> =>
  (await openQuestions(db, personId)).find(({ until_at }) => until_at > now)
const openQuestions = known(['questions'], (db, personId: number) => selectOpen(db, { personId }))
const selectOpen = prepare<{ personId: number }, Question>((db, given) =>
  db.selectFrom('questions').selectAll().where('person_id', '=', given('personId')).where('status', '=', sql.lit('open')).compile(),
)

/** Asked once a message. */
export const noteQuestion = async (
  db: Db,
  question: Pick<Question, 'inbox_id' | 'person_id' | 'room_id' | 'acts' | 'until_at'>,
): Promise<void> => {
  await db
    .insertInto('questions')
    .values({ ...question, status: 'open', answer_id: null })
    .onConflict((c) => c.column('inbox_id').doNothing())
    .execute()
}

export const closeQuestion = async (db: Db, id: number, status: 'taken' | 'dropped', answerId: number | null): Promise<void> => {
  await db.updateTable('questions').set({ status, answer_id: answerId }).where('id', '=', id).execute()
}

export const questionAbout = (db: Db, inboxId: number): Promise<Question | undefined> =>
  db.selectFrom('questions').selectAll().where('inbox_id', '=', inboxId).executeTakeFirst()

export const questionAnsweredBy = (db: Db, inboxId: number): Promise<Question | undefined> =>
  db.selectFrom('questions').selectAll().where('answer_id', '=', inboxId).executeTakeFirst()
