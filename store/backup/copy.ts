/** A backup of a SQLite file is a SQLite file: copied page by page in one snapshot while others read and write, then opened and compared. */
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { versionOf } from '../migrate.js'
import { StoreRefused } from '../open.js'
import type { Tables } from '../schema.js'
import { differences, type Sums, sumsOf, type Table, tablesAt } from './tables.js'

/** Pages copied before others may go on: about 4 MB. */
const PAGES = 1000

export const readingFile = (path: string): { db: Kysely<Tables>; file: Database.Database } => {
  const file = new Database(path, { readonly: true, fileMustExist: true })
  return { db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) }), file }
}

/** Copies what `path` holds at this moment to `target`; returns its sums once the copy was found to be the same. */
export const copySqlite = async (path: string, target: string): Promise<Sums> => {
  const { db, file } = readingFile(path)
  try {
    const { tables, sums } = await db.transaction().execute(async (trx) => {
      const tables = await tablesAt(await versionOf(trx, 'sqlite'))
      const sums = await sumsOf(trx, tables)
      await file.backup(target, { progress: () => PAGES })
      return { tables, sums }
    })
    inOneFile(target)
    const differ = differences(sums, (await checkedSqlite(target)).sums)
    if (differ.length > 0) throw new Error(`the copy differs from the database in ${differ.join(', ')} (${tables.length} tables)`)
    return sums
  } finally {
    await db.destroy()
  }
}

/** Without the files that SQLite keeps beside one in use. */
const inOneFile = (path: string): void => {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

const damaged = (path: string, why: string): StoreRefused =>
  new StoreRefused(`${path} 坏了，或者不是备份，不能用来恢复，请换一份 (this file is damaged or no backup, use another): ${why}`)

/** Looks through a whole file; throws `StoreRefused` where it is none of ours, damaged, or newer than this program. */
export const checkedSqlite = async (path: string): Promise<{ version: number; tables: Table[]; sums: Sums }> => {
  const { db, file } = readingFile(path)
  try {
    const found = file.pragma('integrity_check(5)', { simple: true })
    if (found !== 'ok') throw damaged(path, String(found))
    const [dangling] = (await sql<{ table: string }>`select "table" from pragma_foreign_key_check limit 1`.execute(db)).rows
    if (dangling !== undefined) throw damaged(path, `${dangling.table} points nowhere`)
    const version = await versionOf(db, 'sqlite')
    if (version === 0)
      throw new StoreRefused(`${path} 不是 linxu 的数据库或备份，请检查文件名 (this is no database or backup of linxu, check the name)`)
    const tables = await tablesAt(version)
    return { version, tables, sums: await sumsOf(db, tables) }
  } catch (error) {
    if (error instanceof Database.SqliteError) throw damaged(path, error.message)
    throw error
  } finally {
    await db.destroy()
  }
}
