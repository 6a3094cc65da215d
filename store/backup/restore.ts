/** Puts a backup in the place of the database. All or nothing: what is there stays under another name, and a bad file changes nothing. */
import { existsSync, renameSync } from 'node:fs'
import Database from 'better-sqlite3'
import { sql, type Transaction } from 'kysely'
import { migrateWithin, versionOf } from '../migrate.js'
import { type Db, type Engine, openStore, StoreRefused } from '../open.js'
import type { Tables } from '../schema.js'
import { checkedSqlite, copySqlite } from './copy.js'
import { keptAs, written } from './files.js'
import { readLines } from './lines.js'
import { isPortable, sqlitePath } from './make.js'
import { differences, type Sums, sumsOf, type Table, tablesAt } from './tables.js'

export interface Restored {
  sums: Sums
  /** Where what was there is now: a file, or a schema of the same server; null where nothing was. */
  kept: string | null
}

/** `stamp` goes into the name of what was there. The caller holds the database, so that no bot starts meanwhile. */
export const restore = async (url: string, file: string, stamp: string): Promise<Restored> => {
  if (!existsSync(file)) throw new StoreRefused(`${file}：找不到这个备份，请检查路径 (there is no such backup, check the path)`)
  const path = sqlitePath(url)
  if (path !== null) return restoreFile(path, file, stamp)
  if (!isPortable(file))
    throw new StoreRefused(
      `${file}：PostgreSQL 只能从 .jsonl.gz 恢复；请先 linxu backup --db ${file} --to 备份.jsonl.gz (PostgreSQL is restored from .jsonl.gz: make one of this file first)`,
    )
  return restoreServer(url, file, stamp)
}

const restoreFile = async (path: string, file: string, stamp: string): Promise<Restored> => {
  refuseWhereOpen(path)
  let kept: string | null = null
  const sums = await written(path, async (temporary) => {
    const sums = isPortable(file) ? await fillFile(temporary, file) : await copyFile(temporary, file)
    kept = setAside(path, `${path.replace(/\.db$/u, '')}.before-${stamp}.db`)
    return sums
  })
  return { sums, kept }
}

const copyFile = async (temporary: string, file: string): Promise<Sums> => {
  await checkedSqlite(file)
  const sums = await copySqlite(file, temporary)
  await bringOn(temporary)
  return sums
}

const fillFile = async (temporary: string, file: string): Promise<Sums> => {
  const store = await openStore(`sqlite:${temporary}`, { asIs: true })
  try {
    const sums = await store.db.transaction().execute((trx) => fill(trx, 'sqlite', file))
    return sums
  } finally {
    await store.close()
    closed(temporary)
  }
}

const bringOn = async (path: string): Promise<void> => {
  await (await openStore(`sqlite:${path}`)).close()
  closed(path)
}

/** Everything in the one file; throws SQLITE_BUSY where another process has it open. */
const closed = (path: string): void => {
  const database = new Database(path, { timeout: 0 })
  try {
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
}

const refuseWhereOpen = (path: string): void => {
  if (!existsSync(path)) return
  try {
    closed(path)
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new StoreRefused(`${path} 正被别的程序打开，请先停掉机器人再恢复 (another process has this database open: stop it first)`)
    // A damaged database is what one restores over.
  }
}

const setAside = (path: string, name: string): string | null => {
  if (!existsSync(path)) return null
  refuseWhereOpen(path)
  keptAs(path, name)
  for (const suffix of ['-wal', '-shm', '-journal']) if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${name}${suffix}`)
  return name
}

/** One transaction: the tables that are there move to a schema of their own, and new ones are filled. */
const restoreServer = async (url: string, file: string, stamp: string): Promise<Restored> => {
  const store = await openStore(url, { asIs: true })
  try {
    return await store.db.transaction().execute(async (trx) => {
      const kept = await moveAside(trx, stamp.replaceAll('-', '_'))
      return { kept, sums: await fill(trx, 'postgres', file) }
    })
  } finally {
    await store.close()
  }
}

const moveAside = async (trx: Db, stamp: string): Promise<string | null> => {
  const version = await versionOf(trx, 'postgres')
  if (version === 0) return null
  const [here] = (await sql<{ name: string }>`select current_schema() as name`.execute(trx)).rows
  const name = `${here?.name ?? 'public'}_before_${stamp}`
  await sql`create schema ${sql.id(name)}`.execute(trx)
  for (const table of await tablesAt(version)) await sql`alter table ${sql.table(table.name)} set schema ${sql.id(name)}`.execute(trx)
  return name
}

const fill = async (trx: Transaction<Tables>, engine: Engine, file: string): Promise<Sums> => {
  let tables: readonly Table[] = []
  const told = await readLines(file, {
    head: async (version, found) => {
      tables = found
      await migrateWithin(trx, engine, version)
      await sql`delete from schema_version`.execute(trx)
    },
    rows: async ({ name }, columns, rows) => {
      const into = sql.join(columns.map((column) => sql.ref(column.name)))
      const values = sql.join(rows.map((row) => sql`(${sql.join(row)})`))
      await sql`insert into ${sql.table(name)} (${into}) values ${values}`.execute(trx)
    },
  })
  const sums = await sumsOf(trx, tables)
  const differ = differences(told, sums)
  if (differ.length > 0)
    throw new StoreRefused(
      `${file} 与它自己的合计对不上（${differ.join('、')}），不能用来恢复 (this file does not add up, use another backup)`,
    )
  if (engine === 'postgres') for (const table of tables.filter(({ numbered }) => numbered)) await numberOn(trx, table.name)
  await migrateWithin(trx, engine)
  return sums
}

/** Rows came with their numbers; the next one gets the next. */
const numberOn = async (trx: Db, table: string): Promise<void> => {
  await sql`select setval(pg_get_serial_sequence(${table}, 'id'), max(id)) from ${sql.table(table)} having max(id) is not null`.execute(trx)
}
