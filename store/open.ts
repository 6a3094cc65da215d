/** Opens the database that a URL names: `sqlite:PATH` (one file, WAL, synchronous FULL) or `postgres://…`, and brings it to this version. */
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, type LogEvent, PostgresDialect, SqliteDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { migrate } from './migrate.js'
import type { Tables } from './schema.js'

export type Engine = 'sqlite' | 'postgres'
/** A database or a transaction on it: every store function takes either. */
export type Db = Kysely<Tables> | Transaction<Tables>

export interface Store {
  db: Kysely<Tables>
  engine: Engine
  close(): Promise<void>
}

/** A setting or file that a person can mend; `message` says what to do. */
export class StoreRefused extends Error {}

const BIGINT = 20

/** A statement as the database gets it. */
export interface Statement {
  sql: string
  parameters: readonly unknown[]
}
export interface StoreOptions {
  /** Hears every statement: for benches, and for tests of what a step costs. */
  onStatement?: (statement: Statement) => void
}

const logOf = ({ onStatement }: StoreOptions) =>
  onStatement === undefined ? {} : { log: ({ query }: LogEvent): void => onStatement({ sql: query.sql, parameters: query.parameters }) }

const openSqlite = (path: string, options: StoreOptions): Kysely<Tables> => {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const database = new Database(path)
  if (path !== ':memory:') chmodSync(path, 0o600)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }), ...logOf(options) })
}

const openPostgres = (url: string, options: StoreOptions): Kysely<Tables> => {
  const types = new pg.TypeOverrides()
  types.setTypeParser(BIGINT, Number)
  const schema = new URL(url).searchParams.get('schema')
  const pool = new pg.Pool({ connectionString: url, types, max: 4, ...(schema ? { options: `-c search_path=${schema}` } : {}) })
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...logOf(options) })
}

/** Throws `StoreRefused` where the URL is none, or the database is newer than this program. */
export const openStore = async (url: string, options: StoreOptions = {}): Promise<Store> => {
  const engine: Engine | null = url.startsWith('sqlite:') ? 'sqlite' : /^postgres(ql)?:\/\//u.test(url) ? 'postgres' : null
  if (engine === null)
    throw new StoreRefused(`database: ${url} 不是数据库地址，请写 sqlite:路径 或 postgres://… (write sqlite:PATH or postgres://…)`)
  const db = engine === 'sqlite' ? openSqlite(url.slice('sqlite:'.length), options) : openPostgres(url, options)
  try {
    await migrate(db, engine)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { db, engine, close: () => db.destroy() }
}
