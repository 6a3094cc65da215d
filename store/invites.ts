/** One-time codes by which a person becomes staff. Only a hash is kept. */
import { createHash, randomInt } from 'node:crypto'
import type { Db } from './open.js'

export interface Invite {
  role: string
  grid: string | null
  name: string
}

/** No 0, O, 1, I, L: a code is read aloud and typed on a phone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 8

const hashOf = (code: string): string => createHash('sha256').update(code.trim().toUpperCase()).digest('hex')

/** Returns the code; it works once, until `expiresAt`. */
export const makeInvite = async (db: Db, invite: Invite, expiresAt: number): Promise<string> => {
  const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  await db
    .insertInto('invites')
    .values({ ...invite, code_hash: hashOf(code), expires_at: expiresAt, used_at: null })
    .execute()
  return code
}

/** Codes that still work, without the code itself; the soonest to expire first. */
export const openInvites = (db: Db, now: number): Promise<(Invite & { expires_at: number })[]> =>
  db
    .selectFrom('invites')
    .select(['role', 'grid', 'name', 'expires_at'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at')
    .execute()

/** Ends every code that waits for this name; returns how many there were. */
export const endInvites = async (db: Db, name: string, now: number): Promise<number> => {
  const ended = await db
    .updateTable('invites')
    .set({ used_at: now })
    .where('name', '=', name)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/** Makes a code that others have seen worth nothing; null where it was no code that worked. */
export const burnInvite = (db: Db, code: string, now: number): Promise<Invite | null> => useInvite(db, code, now)

/** The invite behind a code, used up by this call; null where it is unknown, used or expired. */
export const useInvite = async (db: Db, code: string, now: number): Promise<Invite | null> => {
  const used = await db
    .updateTable('invites')
    .set({ used_at: now })
    .where('code_hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['role', 'grid', 'name'])
    .executeTakeFirst()
  return used ?? null
}
