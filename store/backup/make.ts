/** Makes a backup of a database in use, and keeps as many as the settings say. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { versionOf } from '../migrate.js'
import { type Db, type Engine, openStore, StoreRefused } from '../open.js'
import type { Tables } from '../schema.js'
import { copySqlite, readingFile } from './copy.js'
import { written } from './files.js'
import { readLines, writeLines } from './lines.js'
import { addRows, differences, type Sums, sumsOf, type Table, tablesAt } from './tables.js'

export interface Backup {
  file: string
  bytes: number
  sums: Sums
}

const PORTABLE = '.jsonl.gz'
export const isPortable = (file: string): boolean => file.endsWith(PORTABLE)
export const sqlitePath = (url: string): string | null => (url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : null)

/**
 * Writes what the database holds at this moment to `file`, reads it again and compares; throws where they differ. A SQLite file becomes a SQLite file,
 * or, as PostgreSQL always does, JSON lines where the name ends in `.jsonl.gz`.
 */
export const makeBackup = async (url: string, file: string): Promise<Backup> => {
  const path = sqlitePath(url)
  if (path !== null && !existsSync(path))
    throw new StoreRefused(`${path}：还没有这个数据库，没有可备份的 (there is no such database yet, nothing to back up)`)
  if (path === null && !isPortable(file))
    throw new StoreRefused(`PostgreSQL 的备份请取名 ….jsonl.gz (name a backup of PostgreSQL ….jsonl.gz)`)
  const sums = await written(file, (temporary) => (isPortable(file) ? exported(url, temporary) : copySqlite(path ?? '', temporary)))
  return { file, bytes: statSync(file).size, sums }
}

const exported = async (url: string, target: string): Promise<Sums> => {
  const path = sqlitePath(url)
  const sums =
    path === null
      ? await openStore(url, { asIs: true }).then((store) => inOneMoment(store.db, 'postgres', target).finally(store.close))
      : await inOneMoment(readingFile(path).db, 'sqlite', target)
  const differ = differences(sums, await sumsInFile(target))
  if (differ.length > 0) throw new Error(`the file differs from the database in ${differ.join(', ')}`)
  return sums
}

const inOneMoment = (db: Kysely<Tables>, engine: Engine, target: string): Promise<Sums> =>
  db.transaction().execute(async (trx) => {
    if (engine === 'postgres') await sql`set transaction isolation level repeatable read, read only`.execute(trx)
    const { version, tables } = await ours(trx, engine)
    const sums = await sumsOf(trx, tables)
    await writeLines(trx, version, tables, sums, target)
    return sums
  })

const ours = async (db: Db, engine: Engine): Promise<{ version: number; tables: Table[] }> => {
  const version = await versionOf(db, engine)
  if (version === 0) throw new StoreRefused('这个数据库还是空的，没有可备份的 (this database is empty, nothing to back up)')
  return { version, tables: await tablesAt(version) }
}

const sumsInFile = async (file: string): Promise<Sums> => {
  const counted: Sums = {}
  const told = await readLines(file, {
    head: async (_, tables) => {
      for (const { name, columns } of tables) addRows(counted, name, columns, [])
    },
    rows: async ({ name }, columns, rows) => addRows(counted, name, columns, rows),
  })
  const differ = differences(told, counted)
  if (differ.length > 0) throw new Error(`the file does not add up in ${differ.join(', ')}`)
  return counted
}

const NAME = /^linxu-(\d{4})-(\d{2})-(\d{2})-(\d{2})(\d{2})(?:\.db|\.jsonl\.gz)$/u

/** `local`: time in the community's zone, `YYYY-MM-DDTHH:MM`. */
export const backupName = (url: string, local: string): string =>
  `linxu-${local.slice(0, 10)}-${local.slice(11, 13)}${local.slice(14, 16)}${sqlitePath(url) === null ? PORTABLE : '.db'}`

export interface KeptBackup {
  file: string
  /** Milliseconds since epoch at which it was whole. */
  at: number
  bytes: number
}

/** The backups of a folder, the newest first; other files are none of ours. */
export const backupsIn = (folder: string): KeptBackup[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => NAME.test(name))
    .map((name) => ({ file: join(folder, name), at: statSync(join(folder, name)).mtimeMs, bytes: statSync(join(folder, name)).size }))
    .sort((a, b) => b.at - a.at || b.file.localeCompare(a.file))

const DAY = 86_400_000

/** Removes what is older than so many days, but never the newest; returns how many. */
export const dropOldBackups = (folder: string, keepDays: number, now: number): number => {
  const old = backupsIn(folder)
    .slice(1)
    .filter(({ at }) => at < now - keepDays * DAY)
  for (const { file } of old) rmSync(file)
  return old.length
}
