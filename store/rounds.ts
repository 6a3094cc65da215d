/** Test rounds and residents' requests: what is kept beside the orders. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Household } from './community.js'
import type { Db } from './open.js'
import type { Row } from './schema.js'

export type Round = Row<'rounds'>

export const currentRound = (db: Db): Promise<Round | undefined> =>
  db.selectFrom('rounds').selectAll().where('closed_at', 'is', null).orderBy('id', 'desc').executeTakeFirst()

/** Begins a round; the number follows the last one where none is said. A round of the same number that runs already stays as it is. */
export const startRound = async (db: Db, no: number | null, cause: Cause): Promise<{ no: number; begun: boolean }> => {
  const last = await db.selectFrom('rounds').selectAll().orderBy('id', 'desc').executeTakeFirst()
  const number = no ?? (last?.no ?? 0) + 1
  const running = await currentRound(db)
  if (running !== undefined && running.no === number) return { no: number, begun: false }
  if (running !== undefined) await updateTraced(db, 'rounds', running.id, { closed_at: cause.at }, cause)
  await insertTraced(db, 'rounds', { no: number, started_at: cause.at, closed_at: null, inbox_id: cause.inboxId }, cause)
  return { no: number, begun: true }
}

export const checkOff = async (db: Db, roundId: number, householdId: number, cause: Cause): Promise<boolean> => {
  const known = await db
    .selectFrom('round_checks')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('household_id', '=', householdId)
    .executeTakeFirst()
  if (known !== undefined) return updateTraced(db, 'round_checks', known.id, { status: 'done' }, cause)
  await insertTraced(
    db,
    'round_checks',
    { round_id: roundId, household_id: householdId, status: 'done', at: cause.at, inbox_id: cause.inboxId },
    cause,
  )
  return true
}

/** Households of a grid (or of all) that the round has not heard of. */
export const missingIn = (db: Db, roundId: number, grid: string | null): Promise<Household[]> =>
  db
    .selectFrom('households')
    .selectAll()
    .$if(grid !== null, (query) => query.where('grid', '=', grid ?? ''))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('round_checks')
            .select('round_checks.id')
            .whereRef('round_checks.household_id', '=', 'households.id')
            .where('round_id', '=', roundId)
            .where('status', '=', 'done'),
        ),
      ),
    )
    .orderBy('id')
    .execute()

export type RequestFacts = Pick<Row<'requests'>, 'household_id' | 'room_id' | 'person_id' | 'grid' | 'words' | 'kind'>

export const addRequest = (db: Db, facts: RequestFacts, cause: Cause): Promise<number> =>
  insertTraced(db, 'requests', { ...facts, status: 'open', at: cause.at, inbox_id: cause.inboxId }, cause)

export const openRequests = (db: Db): Promise<Row<'requests'>[]> =>
  db.selectFrom('requests').selectAll().where('status', '=', 'open').orderBy('id').execute()
