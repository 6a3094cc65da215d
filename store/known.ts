/**
 * What every message looks up and what changes seldom (rooms, people, session ids, doors), kept by a running process. Only within a
 * transaction on SQLite, where no other process can write: what one wrote before is noticed when the transaction begins, what this one
 * writes or rolls back at once. PostgreSQL is asked each time.
 */
import type { Db } from './open.js'
import { statementsOf } from './prepared.js'
import type { Value } from './schema.js'
import type { Stamp, Statements } from './statements.js'

/** A community has some thousands of people; more than this is no community's. */
const KEPT = 20_000

/** What was found by the arguments so far, and what by those that may follow. */
class Branch<Found> {
  found: Promise<Found> | undefined = undefined
  #longer: Map<Value, Branch<Found>> | undefined = undefined

  with(value: Value): Branch<Found> {
    this.#longer ??= new Map()
    const known = this.#longer.get(value)
    if (known !== undefined) return known
    const made = new Branch<Found>()
    this.#longer.set(value, made)
    return made
  }
}

interface Memory<Found> {
  stamp: Stamp
  /** What the stamp said when the first of these was looked up. */
  since: number
  root: Branch<Found>
  size: number
}

/** `read` must depend on nothing but these tables and its arguments; what it returns is shared and never changed. */
export const known = <Arguments extends readonly Value[], Found>(
  tables: readonly string[],
  read: (db: Db, ...given: Arguments) => Promise<Found>,
): ((db: Db, ...given: Arguments) => Promise<Found>) => {
  const memories = new WeakMap<Statements, Memory<Found>>()
  const begin = (statements: Statements, stamp: Stamp): Memory<Found> => {
    const memory = { stamp, since: stamp(), root: new Branch<Found>(), size: 0 }
    memories.set(statements, memory)
    return memory
  }
  const memoryOf = (statements: Statements): Memory<Found> => {
    const memory = memories.get(statements)
    if (memory === undefined) return begin(statements, statements.stampOf(tables))
    return memory.stamp() === memory.since && memory.size < KEPT ? memory : begin(statements, memory.stamp)
  }
  const keep = async (memory: Memory<Found>, branch: Branch<Found>, read: Promise<Found>): Promise<Found> => {
    const found = await read
    branch.found = Promise.resolve(found)
    memory.size++
    return found
  }
  return (db, ...given) => {
    const statements = statementsOf(db)
    if (statements === null) return read(db, ...given)
    const memory = memoryOf(statements)
    let branch = memory.root
    for (const value of given) branch = branch.with(value)
    return branch.found ?? keep(memory, branch, read(db, ...given))
  }
}
