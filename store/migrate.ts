/** Brings a database to this program's version, one numbered step at a time, and refuses one that is newer. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { first } from './migrations/0001-first.js'
import { questions } from './migrations/0002-questions.js'
import { network } from './migrations/0003-network.js'
import { sums } from './migrations/0004-sums.js'
import { quickly } from './migrations/0005-quickly.js'
import { unhandled } from './migrations/0006-unhandled.js'
import { office } from './migrations/0007-office.js'
import { everyday } from './migrations/0008-everyday.js'
import { failed } from './migrations/0009-failed.js'
import { carrying } from './migrations/0010-carrying.js'
import { type Db, type Engine, StoreRefused } from './open.js'
import type { Tables } from './schema.js'

const STEPS = [first, questions, network, sums, quickly, unhandled, office, everyday, failed, carrying]
/** Any number that nobody else uses; of processes that start at once one migrates and the others wait. */
const LOCK = 4_712_001

/** The version of this program's databases. */
export const VERSION = STEPS.length

/** All or nothing: a step that fails, or a newer database, leaves what was there. A database of this version is only read. */
export const migrate = async (db: Kysely<Tables>, engine: Engine): Promise<void> => {
  if ((await versionOf(db, engine)) === VERSION) return
  await db.transaction().execute((trx) => migrateWithin(trx, engine))
}

/** `upTo`: the version at which a backup of an older program is filled in, before it is brought on. */
export const migrateWithin = async (trx: Transaction<Tables>, engine: Engine, upTo = VERSION): Promise<void> => {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
  await sql`create table if not exists schema_version (version integer not null)`.execute(trx)
  const version = await versionOf(trx, engine)
  for (const [index, step] of STEPS.entries()) {
    if (index < version || index >= upTo) continue
    await step(trx, engine)
    await sql`insert into schema_version (version) values (${index + 1})`.execute(trx)
  }
}

/** 0 where there are no tables of ours; throws `StoreRefused` where they are newer than this program. */
export const versionOf = async (db: Db, engine: Engine): Promise<number> => {
  const table =
    engine === 'sqlite'
      ? sql`select name from sqlite_master where name = 'schema_version'`
      : sql`select to_regclass('schema_version') as name`
  const [there] = (await sql<{ name: string | null }>`${table}`.execute(db)).rows
  if (!there?.name) return 0
  const found = await sql<{ version: number | null }>`select max(version) as version from schema_version`.execute(db)
  const version = found.rows[0]?.version ?? 0
  if (version > VERSION)
    throw new StoreRefused(
      `数据库版本 ${version} 比本程序（${VERSION}）新，请升级 linxu 或换一个数据库 (the database is newer than this program: upgrade linxu)`,
    )
  return version
}
