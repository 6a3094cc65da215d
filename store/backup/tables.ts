/** What a database of a version holds, table by table, and the figures by which two of them are compared. */
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { migrateWithin } from '../migrate.js'
import type { Db } from '../open.js'
import type { Tables } from '../schema.js'

export interface Column {
  name: string
  kind: 'whole' | 'number' | 'text'
}
/** As a column holds it on either engine. */
export type Value = string | number | null
export interface Table {
  name: string
  columns: Column[]
  /** Rows have an `id`, by which they are read piece by piece. */
  numbered: boolean
}
/** By table: `rows`, and a figure for each column. */
export type Sums = Record<string, Record<string, number>>

/** The tables of a version, those that others point to first. They are read from an empty database, so that no list must be kept by hand. */
export const tablesAt = async (version: number): Promise<Table[]> => {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) })
  try {
    await db.transaction().execute((trx) => migrateWithin(trx, 'sqlite', version))
    const tables = (await db.introspection.getTables()).map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => ({ name: column.name, kind: kindOf(column.dataType) })),
      numbered: columns.some((column) => column.name === 'id'),
    }))
    const { rows } = await sql<{ from: string; to: string }>`
      select m.name as "from", f."table" as "to" from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'`.execute(db)
    return pointedToFirst(tables, rows)
  } finally {
    await db.destroy()
  }
}

const kindOf = (type: string): Column['kind'] => (/int/iu.test(type) ? 'whole' : /double|real/iu.test(type) ? 'number' : 'text')

const pointedToFirst = (tables: readonly Table[], pointers: readonly { from: string; to: string }[]): Table[] => {
  const sorted: Table[] = []
  const place = (table: Table): void => {
    if (sorted.includes(table)) return
    for (const { from, to } of pointers) {
      const target = from === table.name && to !== table.name ? tables.find((other) => other.name === to) : undefined
      if (target !== undefined) place(target)
    }
    sorted.push(table)
  }
  for (const table of tables) place(table)
  return sorted
}

/** Whole numbers are summed modulo a prime and others in thousandths, so that every sum is exact on both engines; texts by their length. */
const figure = ({ name, kind }: Column) => {
  const column = sql.ref(name)
  const sum = { whole: sql`sum(${column} % 1000003)`, number: sql`sum(floor(${column} * 1000 + 0.5))`, text: sql`sum(length(${column}))` }
  return sql`cast(coalesce(${sum[kind]}, 0) as double precision) as ${sql.ref(`sum of ${name}`)}`
}

export const sumsOf = async (db: Db, tables: readonly Table[]): Promise<Sums> => {
  const sums: Sums = {}
  for (const table of tables) {
    const figures = sql.join([sql`cast(count(*) as double precision) as "rows"`, ...table.columns.map(figure)])
    const [row] = (await sql<Record<string, number>>`select ${figures} from ${sql.table(table.name)}`.execute(db)).rows
    sums[table.name] = { ...row }
  }
  return sums
}

/** The tables in which two differ. */
export const differences = (one: Sums, other: Sums): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((table) => {
    const [left, right] = [one[table] ?? {}, other[table] ?? {}]
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].some((name) => left[name] !== right[name])
  })

export const rowsIn = (sums: Sums): number => Object.values(sums).reduce((all, table) => all + (table.rows ?? 0), 0)

/** The same sums without a database, for rows as a portable backup holds them. */
export const addRows = (sums: Sums, table: string, columns: readonly Column[], rows: readonly Value[][]): void => {
  const sum = sums[table] ?? { rows: 0, ...Object.fromEntries(columns.map(({ name }) => [`sum of ${name}`, 0])) }
  sums[table] = sum
  sum.rows = (sum.rows ?? 0) + rows.length
  for (const [index, { name, kind }] of columns.entries())
    for (const row of rows) {
      const value = row[index] ?? null
      if (value !== null) sum[`sum of ${name}`] = (sum[`sum of ${name}`] ?? 0) + FIGURES[kind](value)
    }
}

const FIGURES: Record<Column['kind'], (value: string | number) => number> = {
  whole: (value) => Number(value) % 1_000_003,
  number: (value) => Math.floor(Number(value) * 1000 + 0.5),
  text: (value) => String(value).length - (String(value).match(/[\u{10000}-\u{10ffff}]/gu)?.length ?? 0),
}
