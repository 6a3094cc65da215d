/** Brings a database to this program's version, one numbered step at a time, and refuses one that is newer. */
import { type Kysely, sql } from 'kysely'
import { first } from './migrations/0001-first.js'
import { type Engine, StoreRefused } from './open.js'
import type { Tables } from './schema.js'

const STEPS = [first]

export const migrate = async (db: Kysely<Tables>, engine: Engine): Promise<void> => {
  await sql`create table if not exists schema_version (version integer not null)`.execute(db)
  const found = await sql<{ version: number | null }>`select max(version) as version from schema_version`.execute(db)
  const version = found.rows[0]?.version ?? 0
  if (version > STEPS.length)
    throw new StoreRefused(
      `数据库版本 ${version} 比本程序（${STEPS.length}）新，请升级 linxu 或换一个数据库 (the database is newer than this program: upgrade linxu)`,
    )
  for (const [index, step] of STEPS.entries()) {
    if (index < version) continue
    await db.transaction().execute(async (trx) => {
      await step(trx, engine)
      await sql`insert into schema_version (version) values (${index + 1})`.execute(trx)
    })
  }
}
