/** Test rounds and residents' requests: what is kept beside the orders. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Household } from './community.js'
import { known } from './known.js'
import type { Db } from './open.js'
import type { Row } from './schema.js'

export type Round = Row<'rounds'>

/** The rounds that are not closed, the newest first. */
export const openRounds = (db: Db): Promise<Round[]> =>
  db.selectFrom('rounds').selectAll().where('closed_at', 'is', null).orderBy('id', 'desc').execute()

/** The open round of a number, or the newest. */
export const currentRound = async (db: Db, no: number | null = null): Promise<Round | undefined> =>
  (await openRounds(db)).find((round) => no === null || round.no === no)

export const roundRuns = known(['rounds'], async (db) => (await currentRound(db)) !== undefined)

export interface RoundFacts {
  /** Null: the one after the last. */
  no: number | null
  place: string | null
  /** Null: of the whole community. */
  grid: string | null
}

/** Begins a round. One of the same number that runs already stays as it is; another one goes on until it is closed. */
export const startRound = async (db: Db, { no, place, grid }: RoundFacts, cause: Cause): Promise<{ no: number; begun: boolean }> => {
  const last = await db.selectFrom('rounds').selectAll().orderBy('id', 'desc').executeTakeFirst()
  const number = no ?? (last?.no ?? 0) + 1
  if ((await currentRound(db, number)) !== undefined) return { no: number, begun: false }
  const fields = { no: number, started_at: cause.at, closed_at: null, place, grid, inbox_id: cause.inboxId }
  await insertTraced(db, 'rounds', fields, cause)
  return { no: number, begun: true }
}

export const closeRound = (db: Db, id: number, cause: Cause): Promise<boolean> =>
  updateTraced(db, 'rounds', id, { closed_at: cause.at }, cause)

const checkOf = (db: Db, roundId: number, householdId: number) =>
  db.selectFrom('round_checks').selectAll().where('round_id', '=', roundId).where('household_id', '=', householdId).executeTakeFirst()

/** False where it was done already. */
export const checkOff = async (db: Db, roundId: number, householdId: number, cause: Cause): Promise<boolean> => {
  const check = await checkOf(db, roundId, householdId)
  const fields = { status: 'done', reason: null, at: cause.at }
  if (check?.status === 'done') return false
  if (check !== undefined) return updateTraced(db, 'round_checks', check.id, fields, cause)
  await insertTraced(db, 'round_checks', { round_id: roundId, household_id: householdId, ...fields, inbox_id: cause.inboxId }, cause)
  return true
}

/** Why a household was not tested; false where it was, or that is known. */
export const excuse = async (db: Db, roundId: number, householdId: number, reason: string, cause: Cause): Promise<boolean> => {
  const check = await checkOf(db, roundId, householdId)
  if (check?.status === 'done' || (check?.status === 'excused' && check.reason === reason)) return false
  const fields = { status: 'excused', reason, at: cause.at }
  if (check !== undefined) return updateTraced(db, 'round_checks', check.id, fields, cause)
  await insertTraced(db, 'round_checks', { round_id: roundId, household_id: householdId, ...fields, inbox_id: cause.inboxId }, cause)
  return true
}

export type Missing = Household & { reason: string | null }

/** Households of a grid (or of all) that a round concerns and that are not done, with the reason where there is one. */
export const missingIn = async (db: Db, round: Pick<Round, 'id' | 'grid'>, grid: string | null): Promise<Missing[]> => {
  const checks = await db
    .selectFrom('round_checks')
    .selectAll()
    .where('round_id', '=', round.id)
    .where('status', '!=', 'withdrawn')
    .execute()
  const byHousehold = new Map(checks.map((check) => [check.household_id, check]))
  const households = await db
    .selectFrom('households')
    .selectAll()
    .$if(grid !== null, (query) => query.where('grid', '=', grid ?? ''))
    .$if(round.grid !== null, (query) => query.where('grid', '=', round.grid ?? ''))
    .orderBy('id')
    .execute()
  return households
    .filter(({ id }) => byHousehold.get(id)?.status !== 'done')
    .map((household) => ({ ...household, reason: byHousehold.get(household.id)?.reason ?? null }))
}

export type RequestFacts = Pick<Row<'requests'>, 'household_id' | 'room_id' | 'person_id' | 'grid' | 'words' | 'kind'>

export const addRequest = (db: Db, facts: RequestFacts, cause: Cause): Promise<number> =>
  insertTraced(db, 'requests', { ...facts, status: 'open', at: cause.at, inbox_id: cause.inboxId }, cause)

/** Not done yet, whether somebody has taken them or not. */
export const openRequests = (db: Db): Promise<Row<'requests'>[]> =>
  db.selectFrom('requests').selectAll().where('status', 'in', ['open', 'taken']).orderBy('id').execute()

export const VISIT = 'visit'

/** Households that somebody is asked to visit already. */
export const visitsOpen = async (db: Db): Promise<Set<number>> => {
  const open = (await openRequests(db)).filter(({ kind, household_id }) => kind === VISIT && household_id !== null)
  return new Set(open.flatMap(({ household_id }) => household_id ?? []))
}

/** Nobody need go there any more. */
export const endVisits = async (db: Db, householdId: number, cause: Cause): Promise<void> => {
  for (const { id, household_id, kind } of await openRequests(db))
    if (kind === VISIT && household_id === householdId)
      await updateTraced(db, 'requests', id, { status: 'done', closed_at: cause.at }, cause)
}
