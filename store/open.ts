/** Opens the database that a URL names: `sqlite:PATH` (one file, WAL, synchronous FULL) or `postgres://…`, and brings it to this version. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, type LogEvent, PostgresDialect, type Transaction } from 'kysely'
import { migrate } from './migrate.js'
import type { Tables } from './schema.js'
import { togetherOn, WritingDialect } from './sqlite.js'
import type { Statement } from './statements.js'

export type { Statement } from './statements.js'
export type Engine = 'sqlite' | 'postgres'
/** A database or a transaction on it: every store function takes either. */
export type Db = Kysely<Tables> | Transaction<Tables>

export interface Store {
  db: Kysely<Tables>
  engine: Engine
  /** Work in one transaction: all of it is done, or nothing. */
  together<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** For so many milliseconds a statement waits for another process that writes (SQLite; this process stands still meanwhile). */
  patience(milliseconds: number): void
  close(): Promise<void>
}

/** A setting or file that a person can mend; `message` says what to do. */
export class StoreRefused extends Error {}

const BIGINT = 20

export interface StoreOptions {
  /** Hears every statement: for benches, and for tests of what a step costs. */
  onStatement?: (statement: Statement) => void
  /** Left at the version that it has: for backups and whoever only looks. */
  asIs?: boolean
}

/** Milliseconds that a writer waits for another before the database counts as locked. */
export const PATIENCE = 5000

const logOf = ({ onStatement }: StoreOptions) =>
  onStatement === undefined ? {} : { log: ({ query }: LogEvent): void => onStatement({ sql: query.sql, parameters: query.parameters }) }

/** Only the account that runs the office reads the file, from its first byte on; SQLite gives its -wal and -shm the same mode. */
const keepPrivate = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  closeSync(openSync(path, 'a', 0o600))
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600)
}

type Opened = Pick<Store, 'db' | 'together' | 'patience'>

const openSqlite = (path: string, options: StoreOptions): Opened => {
  if (path !== ':memory:') keepPrivate(path)
  const database = new Database(path)
  const patience = (milliseconds: number): void => void database.pragma(`busy_timeout = ${milliseconds}`)
  patience(PATIENCE)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const dialect = new WritingDialect(database, options.onStatement)
  const db = new Kysely<Tables>({ dialect })
  return { db, together: togetherOn(db, dialect), patience }
}

const openPostgres = async (url: string, options: StoreOptions): Promise<Opened> => {
  const { default: pg } = await import('pg')
  const types = new pg.TypeOverrides()
  types.setTypeParser(BIGINT, Number)
  const schema = URL.canParse(url) ? new URL(url).searchParams.get('schema') : null
  if (schema !== null && !/^[a-z_][a-z0-9_]*$/u.test(schema))
    throw new StoreRefused(`database: schema=${schema} 只能用小写字母、数字和下划线 (schema: lower-case letters, digits and _ only)`)
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: 4,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    lock_timeout: 10_000,
    ...(schema === null ? {} : { options: `-c search_path=${schema}` }),
  })
  // A connection that the server ended while it lay idle is dropped by the pool; without a listener it would end this process.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...logOf(options) })
  return { db, together: (work) => db.transaction().execute(work), patience: () => {} }
}

/** Throws `StoreRefused` where the URL is none, or the database is newer than this program. */
export const openStore = async (url: string, options: StoreOptions = {}): Promise<Store> => {
  const engine: Engine | null = url.startsWith('sqlite:') ? 'sqlite' : /^postgres(ql)?:\/\//u.test(url) ? 'postgres' : null
  if (engine === null)
    throw new StoreRefused('database: 这不是数据库地址，请写 sqlite:路径 或 postgres://… (write sqlite:PATH or postgres://…)')
  const { db, together, patience } =
    engine === 'sqlite' ? openSqlite(url.slice('sqlite:'.length), options) : await openPostgres(url, options)
  try {
    if (options.asIs !== true) await migrate(db, engine)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { db, engine, together, patience, close: () => db.destroy() }
}
