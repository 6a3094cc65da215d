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

interface Kept<Row> {
  sql: string
  /** What it holds itself, with null in the places of what is given; made once, since a list that grows is made anew several times. */
  values: readonly unknown[]
  places: readonly { index: number; name: string }[]
  /** On SQLite, from its first run on. */
  statement: { all(parameters: readonly unknown[]): Row[] } | null
}

const keep = <Row>({ sql: text, parameters }: CompiledQuery<Row>): Kept<Row> => ({
  sql: text,
  values: parameters.map((value) => (value instanceof Slot ? null : value)),
  places: parameters.flatMap((value, index) => (value instanceof Slot ? [{ index, name: value.name }] : [])),
  statement: null,
})

/** Compiled and made once for each database; runs with the values of its places in their order. */
const keptStatement = <Row>(build: (db: Db) => CompiledQuery<Row>) => {
  const all = new WeakMap<object, Kept<Row>>()
  const keptFor = (db: Db): Kept<Row> => {
    const { adapter } = db.getExecutor()
    const known = all.get(adapter)
    if (known !== undefined) return known
    const kept = keep(build(db))
    all.set(adapter, kept)
    return kept
  }
  /** The rows themselves where they are there at once: promises around them, one in the other, are half of what a statement costs here. */
  const run = (db: Db, kept: Kept<Row>, values: readonly unknown[]): Row[] | Promise<Row[]> => {
    const statements = statementsFor(db)
    if (statements === null) return throughKysely(db, kept, values)
    try {
      kept.statement ??= statements.prepareFor<Row>(kept.sql)
      return kept.statement.all(values)
    } catch (error) {
      return Promise.reject(error)
    }
  }
  return { keptFor, run }
}

const throughKysely = async <Row>(db: Db, { sql: text }: Kept<Row>, values: readonly unknown[]): Promise<Row[]> =>
  (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows

type Build<Parameters, Row> = (db: Db, given: Given<Parameters>) => CompiledQuery<Row>

const withNames = <Parameters extends { [name: string]: Value }, Row>(build: Build<Parameters, Row>) => {
  const { keptFor, run } = keptStatement((db) => build(db, given))
  return (db: Db, parameters: Parameters): Row[] | Promise<Row[]> => {
    const kept = keptFor(db)
    const values = kept.values.slice()
    for (const { index, name } of kept.places) values[index] = parameters[name]
    return run(db, kept, values)
  }
}

export const prepare = <Parameters extends { [name: string]: Value }, Row>(
  build: Build<Parameters, Row>,
): ((db: Db, parameters: Parameters) => Promise<Row[]>) => {
  const run = withNames(build)
  return (db, parameters) => {
    const found = run(db, parameters)
    return Array.isArray(found) ? Promise.resolve(found) : found
  }
}

/** For a statement of which one row is wanted, the first. */
export const prepareFirst = <Parameters extends { [name: string]: Value }, Row>(
  build: Build<Parameters, Row>,
): ((db: Db, parameters: Parameters) => Promise<Row | undefined>) => {
  const run = withNames(build)
  return (db, parameters) => {
    const found = run(db, parameters)
    return Array.isArray(found) ? Promise.resolve(found[0]) : found.then((rows) => rows[0])
  }
}

/** For a statement whose every place is given, as a list in the order of the places. */
export const prepareInOrder = <Row>(
  build: (db: Db, place: () => Expression<Value>) => CompiledQuery<Row>,
): ((db: Db, values: readonly Value[]) => Row[] | Promise<Row[]>) => {
  const { keptFor, run } = keptStatement((db) => build(db, () => given<Value>('')))
  return (db, values) => run(db, keptFor(db), values)
}
