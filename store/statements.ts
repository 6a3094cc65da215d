/** Every statement that this process sends to its SQLite database: each is prepared once, and each write is noticed, whoever sends it. */
import type Database from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** A statement as the database gets it. */
export interface Statement {
  sql: string
  parameters: readonly unknown[]
}

/** Statements of unusual shapes (lists of many lengths) must not pile up. */
const KEPT = 500
const TABLE = /^\s*(?:insert into|update|delete from)\s+"?(\w+)"?/iu
const READS = /^\s*(?:select|pragma|begin|commit)\b/iu

const columnsOf = (statement: Database.Statement<unknown[], unknown[]>): string[] => statement.columns().map(({ name }) => name)

/** How often a table was written. */
interface Writes {
  count: number
}
/** A number that is another one as soon as any of its tables may hold something else. */
export type Stamp = () => number

/** The engine hands values over in a list, since it would make a row anew name by name: here rows of one statement share their shape. */
class KeptStatement<Row> implements SqliteStatement {
  readonly reader: boolean
  readonly #statement: Database.Statement<unknown[], unknown[]>
  #columns: readonly string[]
  readonly #ran: ((parameters: readonly unknown[]) => void) | null

  /** `ran` is told of each run, failed ones too. */
  constructor(statement: Database.Statement<unknown[], unknown[]>, ran: ((parameters: readonly unknown[]) => void) | null) {
    this.reader = statement.reader
    this.#columns = statement.reader ? columnsOf(statement) : []
    this.#statement = statement.reader ? statement.raw() : statement
    this.#ran = ran
  }

  all(parameters: readonly unknown[]): Row[] {
    if (!this.reader) {
      this.run(parameters)
      return []
    }
    try {
      const rows: Row[] = []
      for (const values of this.#statement.all(...parameters)) rows.push(this.#rowOf(values))
      return rows
    } finally {
      this.#ran?.(parameters)
    }
  }

  run(parameters: readonly unknown[]): Database.RunResult {
    try {
      return this.#statement.run(...parameters)
    } finally {
      this.#ran?.(parameters)
    }
  }

  iterate(parameters: readonly unknown[]): IterableIterator<Row> {
    this.#ran?.(parameters)
    return this.#rowsOf(this.#statement.iterate(...parameters))
  }

  #rowOf(values: readonly unknown[]): Row {
    // A table got another column since.
    if (values.length !== this.#columns.length) this.#columns = columnsOf(this.#statement)
    const row = Object.create(Object.prototype)
    for (let index = 0; index < this.#columns.length; index++) row[this.#columns[index] ?? ''] = values[index]
    return row
  }

  *#rowsOf(lists: Iterable<unknown[]>): IterableIterator<Row> {
    for (const values of lists) yield this.#rowOf(values)
  }
}

export class Statements implements SqliteDatabase {
  readonly #database: Database.Database
  readonly #told: ((statement: Statement) => void) | undefined
  readonly #kept = new Map<string, KeptStatement<unknown>>()
  readonly #writes = new Map<string, Writes>()
  /** Counts for every table: what was looked up may have been taken back, or another process wrote. */
  readonly #forgotten: Writes = { count: 0 }
  #othersWrote: number | null = null

  constructor(database: Database.Database, told?: (statement: Statement) => void) {
    this.#database = database
    this.#told = told
  }

  prepare(sql: string): SqliteStatement {
    const known = this.#kept.get(sql)
    if (known !== undefined) return known
    if (this.#kept.size >= KEPT) this.#kept.clear()
    const made = this.prepareFor<unknown>(sql)
    this.#kept.set(sql, made)
    return made
  }

  /** One of the caller's own, for who runs it again and again. A write is noticed even where it failed: the engine may have rolled back. */
  prepareFor<Row>(sql: string): KeptStatement<Row> {
    const table = TABLE.exec(sql)?.[1]
    const writes = table !== undefined ? this.#writesOf(table) : READS.test(sql) ? null : this.#forgotten
    const told = this.#told
    const ran = (parameters: readonly unknown[]): void => {
      if (writes !== null) writes.count++
      told?.({ sql, parameters })
    }
    return new KeptStatement(this.#database.prepare<unknown[], unknown[]>(sql), writes === null && told === undefined ? null : ran)
  }

  /** At the beginning of a transaction: whether another process wrote since the last one (https://sqlite.org/pragma.html#pragma_data_version). */
  catchUp(): void {
    const [found] = this.prepare('pragma data_version').all([])
    const version = typeof found === 'object' && found !== null && 'data_version' in found ? Number(found.data_version) : null
    if (version !== this.#othersWrote) this.forget()
    this.#othersWrote = version
  }

  forget(): void {
    this.#forgotten.count++
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction
  }

  stampOf(tables: readonly string[]): Stamp {
    const counts = [this.#forgotten, ...tables.map((table) => this.#writesOf(table))]
    return () => {
      let sum = 0
      for (const { count } of counts) sum += count
      return sum
    }
  }

  close(): void {
    this.#database.close()
  }

  #writesOf(table: string): Writes {
    const known = this.#writes.get(table) ?? { count: 0 }
    this.#writes.set(table, known)
    return known
  }
}
