/**
 * The few statements that every message runs: built and compiled by Kysely once, then, on SQLite, run prepared without its builder
 * (37–61 µs a statement against 5–8): in their transaction, or as one of their own while none is open. Everywhere else the same SQL goes
 * through Kysely, which waits for its turn.
 */
import { CompiledQuery, type Expression, sql } from 'kysely'
import type { Db } from './open.js'
import type { Value } from './schema.js'
import { WritingAdapter } from './sqlite.js'
import type { Statements } from './statements.js'

/** Stands in a statement for a value that is given when it runs. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export type Given<Parameters> = <Name extends keyof Parameters & string>(name: Name) => Expression<Parameters[Name]>

/** What a statement that is run so often holds itself is cheaper than what is given to it each time. */
export const one = sql<number>`1`

const given = <T>(name: string): Expression<T> => sql<T>`${new Slot(name)}`

const statementsOn = (db: Db): Statements | null => {
  const { adapter } = db.getExecutor()
  return adapter instanceof WritingAdapter ? adapter.statements : null
}

/** The statements of the transaction that runs now; null outside of one, where another's could be open, and on PostgreSQL. */
export const statementsOf = (db: Db): Statements | null => (db.isTransaction ? statementsOn(db) : null)

/** What a statement can be run by at once without being part of another's transaction: SQLite finishes it before anything else runs. */
const statementsFor = (db: Db): Statements | null => {
  const statements = statementsOn(db)
  return statements === null || db.isTransaction || !statements.inTransaction ? statements : null
}

/** Compiled once for each database, made once for each connection; runs with the values of its places in their order. */
const keptStatement = <Row>(build: (db: Db) => CompiledQuery<Row>) => {
  const compiled = new WeakMap<object, CompiledQuery<Row>>()
  const made = new WeakMap<Statements, { all(parameters: readonly unknown[]): Row[] }>()
  const compile = (db: Db): CompiledQuery<Row> => {
    const { adapter } = db.getExecutor()
    const known = compiled.get(adapter)
    if (known !== undefined) return known
    const built = build(db)
    compiled.set(adapter, built)
    return built
  }
  const run = async (db: Db, values: readonly unknown[]): Promise<Row[]> => {
    const statements = statementsFor(db)
    if (statements === null) return (await db.executeQuery<Row>(CompiledQuery.raw(compile(db).sql, [...values]))).rows
    let statement = made.get(statements)
    if (statement === undefined) {
      statement = statements.prepareFor<Row>(compile(db).sql)
      made.set(statements, statement)
    }
    return statement.all(values)
  }
  return { compile, run }
}

export const prepare = <Parameters extends { [name: string]: Value }, Row>(
  build: (db: Db, given: Given<Parameters>) => CompiledQuery<Row>,
): ((db: Db, parameters: Parameters) => Promise<Row[]>) => {
  const { compile, run } = keptStatement((db) => build(db, given))
  return (db, parameters) => {
    const values: unknown[] = []
    for (const value of compile(db).parameters) values.push(value instanceof Slot ? parameters[value.name] : value)
    return run(db, values)
  }
}

/** For a statement whose every place is given, as a list in the order of the places. */
export const prepareInOrder = <Row>(
  build: (db: Db, place: () => Expression<Value>) => CompiledQuery<Row>,
): ((db: Db, values: readonly Value[]) => Promise<Row[]>) => keptStatement((db) => build(db, () => given<Value>(''))).run
