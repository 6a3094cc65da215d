/**
 * What every message looks up and what changes seldom (rooms, people, session ids, doors), kept by a running process. Only within a
 * transaction on SQLite, where no other process can write: what one wrote before is noticed when the transaction begins, what this one
 * writes or rolls back at once. PostgreSQL is asked each time.
 */
import type { Db } from './open.js'
import { statementsOf } from './prepared.js'
import type { Value } from './schema.js'
import type { Statements } from './statements.js'

/** A community has some thousands of people; more than this is no community's. */
const KEPT = 20_000

type Memory<Found> = Map<Value | undefined, Promise<Found>>

/** A key of its own for all values given, whatever signs are in them. */
const keyOf = (given: readonly Value[]): string => {
  let key = ''
  for (const value of given) key += typeof value === 'string' ? `${value.length}:${value}` : `,${value},`
  return key
}

/** `read` must depend on nothing but these tables and its arguments; what it returns is shared and never changed. */
export const known = <Arguments extends readonly Value[], Found>(
  tables: readonly string[],
  read: (db: Db, ...given: Arguments) => Promise<Found>,
): ((db: Db, ...given: Arguments) => Promise<Found>) => {
  const memories = new WeakMap<Statements, { stamp: number; found: Memory<Found> }>()
  const memoryOf = (statements: Statements): Memory<Found> => {
    const stamp = statements.stampOf(tables)
    const memory = memories.get(statements)
    if (memory !== undefined && memory.stamp === stamp && memory.found.size < KEPT) return memory.found
    const found: Memory<Found> = new Map()
    memories.set(statements, { stamp, found })
    return found
  }
  const keep = async (memory: Memory<Found>, key: Value | undefined, read: Promise<Found>): Promise<Found> => {
    const found = await read
    memory.set(key, Promise.resolve(found))
    return found
  }
  return (db, ...given) => {
    const statements = statementsOf(db)
    if (statements === null) return read(db, ...given)
    const memory = memoryOf(statements)
    const key = given.length === 1 ? given[0] : keyOf(given)
    return memory.get(key) ?? keep(memory, key, read(db, ...given))
  }
}
