/** Which rooms and people the present login has seen: a handle noted since the login holds, older ones may be dead. */
import type { Db } from './open.js'

export const newestHandles = async (db: Db, account: string, kind: 'room' | 'person', since: number): Promise<ReadonlySet<number>> => {
  const found = await db
    .selectFrom('handles')
    .select('target_id')
    .where('account', '=', account)
    .where('kind', '=', kind)
    .where('seen_at', '>=', since)
    .execute()
  return new Set(found.map((row) => row.target_id))
}
