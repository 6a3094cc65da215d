/** How a database stands: for `linxu doctor`, which changes nothing. */
import { sql } from 'kysely'
import { type Db, type Engine, StoreRefused } from './open.js'

export interface Waiting {
  count: number
  /** Milliseconds since epoch of the oldest; null where none waits. */
  since: number | null
}
export interface Pending {
  /** Arrived and not handled. */
  inbox: Waiting
  /** Due to be said and not said. */
  outbox: Waiting
  /** Waits for a person. */
  review: Waiting
  /** Alerts that nobody took. */
  alerts: Waiting
}

const waiting = (rows: readonly { at: number }[]): Waiting => ({
  count: rows.length,
  since: rows.length === 0 ? null : Math.min(...rows.map(({ at }) => at)),
})

export const pending = async (db: Db, now: number): Promise<Pending> => ({
  inbox: waiting(await db.selectFrom('inbox').select('received_at as at').where('handled_at', 'is', null).execute()),
  outbox: waiting(
    await db.selectFrom('outbox').select('due_at as at').where('status', 'in', ['queued', 'sending']).where('due_at', '<=', now).execute(),
  ),
  review: waiting(await db.selectFrom('inbox').select('received_at as at').where('review', '=', 1).execute()),
  alerts: waiting(await db.selectFrom('alerts').select('at').where('acked_at', 'is', null).execute()),
})

/** The newest moment that the database knows of; the clock must not be behind it. */
export const newestMoment = async (db: Db): Promise<number | null> => {
  const found = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.max('received_at').as('at'))
    .executeTakeFirst()
  return found?.at ?? null
}

/** What is wrong inside the file, or `null`; a server looks after its own. */
export const brokenParts = async (db: Db, engine: Engine): Promise<string | null> => {
  if (engine === 'postgres') return null
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(3)`.execute(db)
  const dangling = (await sql<{ table: string }>`select distinct "table" from pragma_foreign_key_check`.execute(db)).rows
  const found = [
    ...rows.flatMap((row) => (row.integrity_check === 'ok' ? [] : [row.integrity_check])),
    ...dangling.map(({ table }) => `${table} points nowhere`),
  ]
  return found.length === 0 ? null : found.join('; ')
}

/** Throws `StoreRefused` where the tables are not of this program's version. */
export const refuseOtherVersion = (version: number, own: number): void => {
  if (version < own)
    throw new StoreRefused(
      `数据库是旧版本（${version}，本程序 ${own}），下次 linxu start 会自动升级；升级前先 linxu backup (older version: linxu start brings it on, run linxu backup before)`,
    )
}
