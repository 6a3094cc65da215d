/** Standing orders that repeat, what is carried at once, parts of a route, what was fetched and checked, what is offered instead, doubles. */
import type { Transaction } from 'kysely'
import { indexed, numbered } from '../migration-parts.js'
import type { Engine } from '../open.js'
import type { Tables } from '../schema.js'

type Kind = 'integer' | 'bigint' | 'text'

/** Tables that are there already get these. */
const MORE: [string, string, Kind][] = [
  ['standing_orders', 'person_id', 'integer'],
  ['standing_orders', 'inbox_id', 'integer'],
  ['standing_orders', 'from_day', 'text'],
  ['standing_orders', 'last_day', 'text'],
  ['standing_orders', 'paused_until', 'text'],
  ['deliveries', 'next_at', 'bigint'],
  ['deliveries', 'told', 'integer'],
  ['order_lines', 'picked_at', 'bigint'],
  ['pick_list_entries', 'checked_at', 'bigint'],
  ['pick_list_entries', 'checked_by', 'integer'],
]

/** New ones, with `?` where a column may be empty. */
const TABLES: Record<string, string> = {
  route_parts: 'grid:text day:text person_id:integer building:text unit:text? at:bigint ended_at:bigint? inbox_id:integer?',
  substitutions:
    'line_id:integer household_id:integer room_id:integer? person_id:integer? line:text until_at:bigint status:text at:bigint inbox_id:integer? answer_id:integer?',
  doubles: 'household_id:integer grid:text day:text source:text lines:text status:text at:bigint inbox_id:integer?',
}
const INDEXES: [string, string[]][] = [
  ['standing_orders', ['status']],
  ['deliveries', ['next_at']],
  ['deliveries', ['order_id']],
  ['route_parts', ['grid', 'day']],
  ['substitutions', ['status', 'until_at']],
  ['doubles', ['household_id', 'day']],
]

const kindOf = (written: string): Kind => (written === 'integer' || written === 'bigint' ? written : 'text')

export const carrying = async (trx: Transaction<Tables>, engine: Engine): Promise<void> => {
  for (const [table, column, kind] of MORE) await trx.schema.alterTable(table).addColumn(column, kind).execute()
  for (const [name, columns] of Object.entries(TABLES)) {
    let table = numbered(trx, engine, name)
    for (const column of columns.split(' ')) {
      const [called = '', kind = ''] = column.replace('?', '').split(':')
      table = table.addColumn(called, kindOf(kind), (c) => (column.endsWith('?') ? c : c.notNull()))
    }
    await table.execute()
  }
  await indexed(trx, INDEXES)
}
