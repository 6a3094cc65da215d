/** A part of a transaction that can fail alone. */
import { sql } from 'kysely'
import type { Db } from './open.js'
import { prepare, statementsOf } from './prepared.js'

const begin = prepare<Record<never, never>, never>((db) => sql<never>`savepoint part`.compile(db))
const keep = prepare<Record<never, never>, never>((db) => sql<never>`release savepoint part`.compile(db))
const undo = prepare<Record<never, never>, never>((db) => sql<never>`rollback to savepoint part`.compile(db))

/** What `work` wrote is undone where it throws, and the transaction goes on; the error is passed on. */
export const apart = async <Result>(trx: Db, work: () => Promise<Result>): Promise<Result> => {
  await begin(trx, {})
  try {
    const result = await work()
    await keep(trx, {})
    return result
  } catch (error) {
    await undoPart(trx)
    throw error
  }
}

/** Where a full disk ended the whole transaction there is no part to undo, and what happened must not be hidden by that. */
const undoPart = async (trx: Db): Promise<void> => {
  if (statementsOf(trx)?.inTransaction === false) return
  await undo(trx, {})
  await keep(trx, {})
}
