/** SQLite as Kysely drives it here: prepared statements are kept, and a transaction takes the right to write when it begins. */
import type Database from 'better-sqlite3'
import { type DatabaseConnection, type Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, Transaction } from 'kysely'
import type { Tables } from './schema.js'
import { type Statement, Statements } from './statements.js'

/**
 * A transaction that reads and then writes cannot go on in SQLite when another process wrote in between, and waiting does not help
 * (SQLITE_BUSY_SNAPSHOT, https://sqlite.org/isolation.html): each takes the right to write at once and waits for it there.
 */
class WritingDriver extends SqliteDriver {
  readonly #statements: Statements
  constructor(statements: Statements) {
    super({ database: statements })
    this.#statements = statements
  }
  override async beginTransaction(): Promise<void> {
    this.#statements.prepare('begin immediate').run([])
    this.#statements.catchUp()
  }

  override async commitTransaction(): Promise<void> {
    this.#statements.prepare('commit').run([])
  }

  /** A full disk ends the transaction by itself; a rollback after it would hide what happened. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#statements.forget()
    if (this.#statements.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** What `prepared.ts` and `known.ts` find a transaction's statements by. */
export class WritingAdapter extends SqliteAdapter {
  readonly statements: Statements
  constructor(statements: Statements) {
    super()
    this.statements = statements
  }
}

export class WritingDialect extends SqliteDialect {
  readonly #statements: Statements
  readonly driver: WritingDriver
  constructor(database: Database.Database, told?: (statement: Statement) => void) {
    const statements = new Statements(database, told)
    super({ database: statements })
    this.#statements = statements
    this.driver = new WritingDriver(statements)
  }
  override createDriver(): WritingDriver {
    return this.driver
  }
  override createAdapter(): WritingAdapter {
    return new WritingAdapter(this.#statements)
  }
}

/**
 * Work in one transaction, as Kysely does it but for what it makes anew each time (ten objects and twenty turns): there is one
 * connection, and what was made for one transaction serves the next.
 */
export const togetherOn = (db: Kysely<Tables>, dialect: WritingDialect) => {
  const { driver } = dialect
  const make = (): Promise<Transaction<Tables>> =>
    db.connection().execute(async (held) => new Transaction<Tables>({ config: { dialect }, dialect, driver, executor: held.getExecutor() }))
  let made: Transaction<Tables> | null = null
  return async <T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T> => {
    made ??= await make()
    const connection = await driver.acquireConnection()
    try {
      await driver.beginTransaction()
      return await committed(work(made), driver, connection)
    } finally {
      await driver.releaseConnection()
    }
  }
}

const committed = async <T>(work: Promise<T>, driver: WritingDriver, connection: DatabaseConnection): Promise<T> => {
  try {
    const done = await work
    await driver.commitTransaction()
    return done
  } catch (error) {
    await driver.rollbackTransaction(connection)
    throw error
  }
}
