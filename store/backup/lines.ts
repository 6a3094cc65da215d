/**
 * The portable backup: gzipped JSON lines, which either engine writes and reads. First a head, then each table's columns and its rows as
 * arrays, last the sums; a file that ends early has no sums, and gzip knows of every changed byte.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { z } from 'zod'
import { VERSION } from '../migrate.js'
import { type Db, StoreRefused } from '../open.js'
import { type Column, type Sums, type Table, tablesAt, type Value } from './tables.js'

const head = z.object({ linxu: z.literal('backup'), version: z.number().int().min(1) })
const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) })
const row = z.array(z.union([z.string(), z.number(), z.null()]))
const last = z.object({ sums: z.record(z.string(), z.record(z.string(), z.number())) })

const AT_ONCE = 500

/** The table that a line names, with its columns in the file's order; null where there is none such. */
const tableNamed = (value: unknown, tables: readonly Table[]): { table: Table; columns: Column[] } | null => {
  const named = tableLine.safeParse(value).data
  const known = tables.find(({ name }) => name === named?.table)
  if (named === undefined || known === undefined || named.columns.length !== known.columns.length) return null
  const columns = named.columns.flatMap((name) => known.columns.find((column) => column.name === name) ?? [])
  return columns.length === known.columns.length ? { table: known, columns } : null
}

async function* linesOf(db: Db, version: number, tables: readonly Table[], sums: Sums): AsyncGenerator<string> {
  yield `${JSON.stringify({ linxu: 'backup', version })}\n`
  for (const { name, columns, numbered } of tables) {
    const names = columns.map((column) => column.name)
    yield `${JSON.stringify({ table: name, columns: names })}\n`
    const select = sql`select ${sql.join(names.map((column) => sql.ref(column)))} from ${sql.table(name)}`
    for (let from: unknown = -1; ; ) {
      const page = numbered ? sql`${select} where id > ${from} order by id limit ${AT_ONCE}` : select
      const { rows } = await sql<Record<string, unknown>>`${page}`.execute(db)
      yield rows.map((found) => `${JSON.stringify(names.map((column) => found[column]))}\n`).join('')
      if (!numbered || rows.length < AT_ONCE) break
      from = rows.at(-1)?.id
    }
  }
  yield `${JSON.stringify({ sums })}\n`
}

/** `db` is a transaction that sees one moment. */
export const writeLines = (db: Db, version: number, tables: readonly Table[], sums: Sums, target: string): Promise<void> =>
  pipeline(Readable.from(linesOf(db, version, tables, sums)), createGzip(), createWriteStream(target, { mode: 0o600 }))

export interface Taking {
  /** Before any row. */
  head(version: number, tables: readonly Table[]): Promise<void>
  /** `columns`: in the order of each row's values. */
  rows(table: Table, columns: readonly Column[], rows: readonly Value[][]): Promise<void>
}

const damaged = (path: string, line: number): StoreRefused =>
  new StoreRefused(`${path} 坏了（第 ${line} 行），不能用来恢复，请换一份备份 (this file is damaged at line ${line}, use another backup)`)

/** Hands over what a file holds, in its order, and returns the sums that it ends with; throws `StoreRefused` where it is damaged or newer. */
export const readLines = async (path: string, taking: Taking): Promise<Sums> => {
  let number = 0
  let tables: Table[] = []
  let current: ReturnType<typeof tableNamed> = null
  let waiting: Value[][] = []
  let sums: Sums | null = null
  const hand = async (): Promise<void> => {
    if (current !== null && waiting.length > 0) await taking.rows(current.table, current.columns, waiting)
    waiting = []
  }
  for await (const line of unzipped(path, () => number)) {
    number++
    const value = parsed(line)
    const found = row.safeParse(value).data
    if (number === 1) {
      const begun = head.safeParse(value).data
      if (begun === undefined)
        throw new StoreRefused(`${path} 不是 linxu 的备份，请检查文件名 (this is no backup of linxu, check the name)`)
      if (begun.version > VERSION)
        throw new StoreRefused(
          `${path} 的版本 ${begun.version} 比本程序（${VERSION}）新，请升级 linxu (the backup is newer than this program: upgrade linxu)`,
        )
      tables = await tablesAt(begun.version)
      await taking.head(begun.version, tables)
    } else if (found !== undefined && current !== null && sums === null && found.length === current.columns.length) {
      waiting.push(found)
      if (waiting.length === AT_ONCE) await hand()
    } else {
      await hand()
      current = tableNamed(value, tables)
      const end: z.infer<typeof last> | undefined = current === null ? last.safeParse(value).data : undefined
      if (sums !== null || (current === null && end === undefined)) throw damaged(path, number)
      sums = end?.sums ?? null
    }
  }
  if (sums === null) throw damaged(path, number)
  return sums
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

async function* unzipped(path: string, line: () => number): AsyncGenerator<string> {
  const file = createReadStream(path)
  const zip = file.pipe(createGunzip())
  file.on('error', (error) => zip.destroy(error))
  const lines = createInterface({ input: zip, crlfDelay: Number.POSITIVE_INFINITY })
  const failed = new Promise<never>((_, reject) => zip.once('error', reject))
  failed.catch(() => {})
  try {
    const next = lines[Symbol.asyncIterator]()
    for (;;) {
      const { value, done } = await Promise.race([next.next(), failed])
      if (done === true) break
      yield value
    }
    if (!zip.readableEnded) await failed
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_'))
      throw damaged(path, line())
    throw error
  } finally {
    lines.close()
    file.destroy()
  }
}
