/** Two rows that are one room, or one person: what stands under the one goes on under the other. */
import { sql } from 'kysely'
import type { Db } from './open.js'

/** Everything but the changes, which say what was so at their time, and who was seen where. */
const TABLES = ['inbox', 'orders', 'alerts', 'requests', 'notices', 'questions', 'outbox', 'substitutions']
/** These know people only. */
const OF_PEOPLE = ['standing_orders', 'route_parts']

export const moveRoom = (db: Db, from: number, to: number): Promise<void> => move(db, TABLES, 'room_id', from, to)
export const movePerson = (db: Db, from: number, to: number): Promise<void> => move(db, [...TABLES, ...OF_PEOPLE], 'person_id', from, to)

const move = async (db: Db, tables: readonly string[], column: 'room_id' | 'person_id', from: number, to: number): Promise<void> => {
  for (const table of tables)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to} where ${sql.ref(column)} = ${from}`.execute(db)
}
