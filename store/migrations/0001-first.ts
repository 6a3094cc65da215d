/** The tables of version 1. `schema.ts` says what each column means. */
import type { ColumnDefinitionBuilder, CreateTableBuilder, Transaction } from 'kysely'
import { indexed, numbered } from '../migration-parts.js'
import type { Engine } from '../open.js'
import type { Tables } from '../schema.js'

type Kind = 'text' | 'int' | 'big' | 'real'
const TYPES = { text: 'text', int: 'integer', big: 'bigint', real: 'double precision' } as const

/** `name:kind`, with `?` for a column that may be empty and `=value` for a default. */
const COLUMNS: Record<string, string> = {
  households: 'building:text unit:text room:text floor:int grid:text tags:text=[]',
  rooms: 'topic:text kind:text building:text? unit:text? grid:text? bound_by:text',
  people: 'name:text role:text grid:text? household_id:int? household_from:text?',
  members: 'room_id:int person_id:int alias:text name:text seen_at:big',
  inbox:
    'account:text message_id:text seq:int sent_at:big received_at:big room_handle:text? sender_handle:text kind:text text:text quoted:text? recalls:text topic:text? alias:text? name:text? room_id:int? person_id:int? handled_at:big? outcome:text? review:int=0 understanding:text?',
  orders: 'household_id:int? room_id:int? person_id:int? day:text status:text source:text urgent:text? inbox_id:int? created_at:big',
  order_lines:
    'order_id:int item:text qty:real? unit:text? spec:text? place:text medicine:text heavy:int known:int status:text inbox_id:int? span_start:int span_end:int',
  pick_lists: 'grid:text day:text made_at:big',
  pick_list_entries: 'pick_list_id:int no:int household_id:int',
  deliveries: 'order_id:int status:text at:big person_id:int? reason:text? inbox_id:int?',
  alerts:
    'kind:text household_id:int? room_id:int? person_id:int? grid:text? place:text words:text at:big acked_at:big? acked_by:int? told:int next_at:big? inbox_id:int?',
  requests: 'household_id:int? room_id:int? person_id:int? grid:text? words:text kind:text status:text at:big inbox_id:int?',
  risks: 'building:text unit:text? level:text at:big ended_at:big? inbox_id:int?',
  rounds: 'no:int started_at:big closed_at:big? inbox_id:int?',
  round_checks: 'round_id:int household_id:int status:text at:big inbox_id:int?',
  standing_orders: 'household_id:int rule:text lines:text until_day:text? status:text',
  notices: 'room_id:int? person_id:int? kind:text order_id:int? household_id:int? detail:text at:big outbox_id:int? inbox_id:int?',
  outbox:
    'dedupe_key:text room_id:int? person_id:int? text:text? urgent:int due_at:big status:text attempts:int=0 sent_at:big? maybe_twice:int=0',
  events: 'at:big entity:text entity_id:int before:text? after:text why:text person_id:int? inbox_id:int? reverted:int=0',
}
const REFERENCES: Record<string, string> = {
  household_id: 'households',
  room_id: 'rooms',
  person_id: 'people',
  inbox_id: 'inbox',
  order_id: 'orders',
  pick_list_id: 'pick_lists',
  round_id: 'rounds',
}
const UNIQUE: [string, string[]][] = [
  ['households', ['building', 'unit', 'room']],
  ['members', ['room_id', 'person_id']],
  ['inbox', ['account', 'message_id']],
  ['pick_lists', ['grid', 'day']],
  ['pick_list_entries', ['pick_list_id', 'no']],
  ['pick_list_entries', ['pick_list_id', 'household_id']],
  ['round_checks', ['round_id', 'household_id']],
  ['outbox', ['dedupe_key']],
]
const INDEXES: [string, string[]][] = [
  ['inbox', ['handled_at']],
  ['inbox', ['person_id', 'id']],
  ['orders', ['household_id', 'day']],
  ['orders', ['day', 'status']],
  ['order_lines', ['order_id']],
  ['outbox', ['status', 'urgent', 'due_at']],
  ['notices', ['outbox_id', 'room_id']],
  ['events', ['inbox_id']],
  ['alerts', ['acked_at', 'next_at']],
]

const shape = (column: ColumnDefinitionBuilder, name: string, optional: boolean, preset: string | undefined): ColumnDefinitionBuilder => {
  const target = REFERENCES[name]
  const referring = target === undefined ? column : column.references(`${target}.id`)
  const required = optional ? referring : referring.notNull()
  return preset === undefined ? required : required.defaultTo(/^\d+$/u.test(preset) ? Number(preset) : preset)
}

const addColumns = (table: CreateTableBuilder<string, string>, columns: string): CreateTableBuilder<string, string> =>
  columns.split(' ').reduce((built, column) => {
    const [name = '', rest = ''] = column.split(':')
    const [kind = 'text', preset] = rest.replace('?', '').split('=')
    return built.addColumn(name, TYPES[kind as Kind], (c) => shape(c, name, rest.endsWith('?'), preset))
  }, table)

export const first = async (trx: Transaction<Tables>, engine: Engine): Promise<void> => {
  for (const [name, columns] of Object.entries(COLUMNS)) {
    const table = numbered(trx, engine, name)
    await addColumns(table, columns).execute()
  }
  await addColumns(trx.schema.createTable('handles'), 'account:text kind:text external_id:text target_id:int seen_at:big')
    .addPrimaryKeyConstraint('handles_key', ['account', 'kind', 'external_id'])
    .execute()
  await addColumns(trx.schema.createTable('jobs'), 'job:text due_at:big claimed_at:big done_at:big?')
    .addPrimaryKeyConstraint('jobs_key', ['job', 'due_at'])
    .execute()
  await addColumns(trx.schema.createTable('invites'), 'code_hash:text role:text grid:text? name:text expires_at:big used_at:big?')
    .addPrimaryKeyConstraint('invites_key', ['code_hash'])
    .execute()
  for (const [table, columns] of UNIQUE)
    await trx.schema
      .createIndex(`${table}_${columns.join('_')}_once`)
      .on(table)
      .columns(columns)
      .unique()
      .execute()
  await indexed(trx, INDEXES)
}
