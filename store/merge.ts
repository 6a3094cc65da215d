/** Two rows that are one room, or one person: what stands under the one goes on under the other. */
import { sql } from 'kysely'
import type { Db } from './open.js'

/** Everything but the changes, which say what was so at their time, and who was seen where. */
const TABLES = ['inbox', 'orders', 'alerts', 'requests', 'notices', 'questions', 'outbox']

export const moveRoom = (db: Db, from: number, to: number): Promise<void> => move(db, 'room_id', from, to)
export const movePerson = (db: Db, from: number, to: number): Promise<void> => move(db, 'person_id', from, to)

const move = async (db: Db, column: 'room_id' | 'person_id', from: number, to: number): Promise<void> => {
  for (const table of TABLES)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to} where ${sql.ref(column)} = ${from}`.execute(db)
}
