/** SQLite as Kysely drives it here: prepared statements are kept, and a transaction takes the right to write when it begins. */
import type Database from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, type Driver, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
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
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    this.#statements.catchUp()
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
  constructor(database: Database.Database, told?: (statement: Statement) => void) {
    const statements = new Statements(database, told)
    super({ database: statements })
    this.#statements = statements
  }
  override createDriver(): Driver {
    return new WritingDriver(this.#statements)
  }
  override createAdapter(): WritingAdapter {
    return new WritingAdapter(this.#statements)
  }
}
