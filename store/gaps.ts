/** Times without connection, and the sign that a process runs: what a restart must know of the time before it. */
import type { Db } from './open.js'
import type { Row } from './schema.js'

export type Gap = Row<'gaps'>
export type GapReason = 'logout' | 'connection' | 'down'

export const openGapOf = (db: Db, account: string): Promise<Gap | undefined> =>
  db.selectFrom('gaps').selectAll().where('account', '=', account).where('until_at', 'is', null).orderBy('id').executeTakeFirst()

/** One gap at a time: what began earlier goes on. */
export const openGap = async (db: Db, account: string, from: number, why: GapReason): Promise<void> => {
  if ((await openGapOf(db, account)) !== undefined) return
  await db.insertInto('gaps').values({ account, from_at: from, until_at: null, why }).execute()
}

/** The gap that ends now, or undefined where none was open. */
export const closeGap = async (db: Db, account: string, until: number): Promise<Gap | undefined> => {
  const open = await openGapOf(db, account)
  if (open === undefined) return undefined
  const ended = { ...open, until_at: Math.max(until, open.from_at) }
  await db.updateTable('gaps').set({ until_at: ended.until_at }).where('id', '=', open.id).execute()
  return ended
}

/** The newest first. */
export const lastGaps = (db: Db, account: string, count: number): Promise<Gap[]> =>
  db.selectFrom('gaps').selectAll().where('account', '=', account).orderBy('id', 'desc').limit(count).execute()

export const noteAlive = async (db: Db, account: string, at: number): Promise<void> => {
  await db
    .insertInto('alive')
    .values({ account, at })
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ at }))
    .execute()
}

/** When the process last showed that it ran, or took in a message; null for a new account. */
export const lastAlive = async (db: Db, account: string): Promise<number | null> => {
  const alive = await db.selectFrom('alive').select('at').where('account', '=', account).executeTakeFirst()
  const heard = await db
    .selectFrom('inbox')
    .select('received_at')
    .where('account', '=', account)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return alive === undefined ? null : Math.max(alive.at, heard?.received_at ?? 0)
}
