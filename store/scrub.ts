/** Makes sure that what was removed is not in the database's files any more. */
import { sql } from 'kysely'
import type { Store } from './open.js'

/**
 * SQLite leaves what was deleted in free pages and in its log: the file is written anew and the log emptied. False where another process
 * held on to the log. PostgreSQL frees the room; when the disk's own bytes are overwritten is its matter.
 */
export const scrub = async ({ db, engine }: Pick<Store, 'db' | 'engine'>): Promise<boolean> => {
  await sql`vacuum`.execute(db)
  if (engine === 'postgres') return true
  const [checkpoint] = (await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)).rows
  return checkpoint?.busy === 0
}
