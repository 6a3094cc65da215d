/** Backups that restore: on either engine and from one to the other, while others write, and never from a file that is damaged or newer. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { backupName, backupsIn, dropOldBackups, makeBackup } from '../../store/backup/make.js'
import { restore } from '../../store/backup/restore.js'
import { sumsOf, tablesAt } from '../../store/backup/tables.js'
import { VERSION } from '../../store/migrate.js'
import { type Db, openStore, type Store, StoreRefused } from '../../store/open.js'
import { freshUrl, onBoth, postgresAnswers } from './both.js'
import { message, person } from './given.js'

const folder = mkdtempSync(join(tmpdir(), 'linxu-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
const place = (ending: string): string => join(folder, `${count++}${ending}`)

/** A row in every table that this version has, whatever its columns, and more messages than are read at once. */
const fill = async (db: Db): Promise<void> => {
  for (const { name, columns } of await tablesAt(VERSION)) {
    if (name === 'schema_version') continue
    const value = { whole: 1, number: 2.125, text: '3-2-501 🥚\n“大米”' }
    const names = sql.join(columns.map((column) => sql.ref(column.name)))
    const values = sql.join(columns.map((column) => value[column.kind]))
    await sql`insert into ${sql.table(name)} (${names}) values (${values})`.execute(db)
  }
  if ((await sql`select current_setting('server_version')`.execute(db).catch(() => null)) !== null)
    for (const { name } of (await tablesAt(VERSION)).filter(({ numbered }) => numbered))
      await sql`select setval(pg_get_serial_sequence(${name}, 'id'), 1)`.execute(db)
  const [first] = await db.selectFrom('inbox').selectAll().execute()
  if (first === undefined) throw new Error('no message')
  const { id: _, ...row } = first
  const more = Array.from({ length: 1101 }, (_, at) => ({ ...row, message_id: `m${at}`, text: `要大米${at}袋` }))
  for (let from = 0; from < more.length; from += 400)
    await db
      .insertInto('inbox')
      .values(more.slice(from, from + 400))
      .execute()
}

const everything = async (db: Db) => {
  const all: Record<string, unknown[]> = {}
  for (const { name, columns } of await tablesAt(VERSION)) {
    const order = sql.ref(columns[0]?.name ?? 'id')
    all[name] = (await sql`select * from ${sql.table(name)} order by ${order}`.execute(db)).rows
  }
  return all
}

const filled = async (engine: 'sqlite' | 'postgres') => {
  const { url, forget } = await freshUrl(engine)
  const store = await openStore(url)
  await fill(store.db)
  return { url, forget, store }
}
const opened = async <T>(url: string, work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(url)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

describe('what a version holds', () => {
  it('is listed so that nothing points to what comes later', async () => {
    const names = (await tablesAt(VERSION)).map(({ name }) => name)
    expect(names.indexOf('households')).toBeLessThan(names.indexOf('orders'))
    expect(names.indexOf('orders')).toBeLessThan(names.indexOf('order_lines'))
    expect(names).toContain('schema_version')
  })
})

const ways = (['sqlite', 'postgres'] as const).flatMap((from) => (['sqlite', 'postgres'] as const).map((to) => [from, to] as const))
describe.each(ways)('a portable backup from %s to %s', (from, to) => {
  it.skipIf(!postgresAnswers && (from === 'postgres' || to === 'postgres'))('brings every row of every table', async () => {
    const source = await filled(from)
    const wanted = await everything(source.store.db)
    const file = place('.jsonl.gz')
    const { sums } = await makeBackup(source.url, file)
    expect(sums.inbox?.rows).toBe(1102)
    const target = await freshUrl(to)
    expect(await restore(target.url, file, '20261125-0400')).toEqual({ sums, kept: null })
    await opened(target.url, async ({ db }) => {
      expect(await everything(db)).toEqual(wanted)
      expect(await message(db, 'the next one')).toBe(1103)
    })
    await source.store.close()
    await source.forget()
    await target.forget()
  })
})

describe('a backup of a SQLite file', () => {
  it('holds one moment while others write, is one private file, and is the same when restored', async () => {
    const { url, store } = await filled('sqlite')
    const file = place('.db')
    const making = makeBackup(url, file)
    for (let at = 0; at < 20; at++) await message(store.db, `late${at}`)
    const { sums } = await making
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.startsWith(file.slice(folder.length + 1)))).toHaveLength(1)
    const copy = new Database(file, { readonly: true })
    expect(copy.prepare('select count(*) as n from inbox').get()).toEqual({ n: sums.inbox?.rows })
    copy.close()
    await store.close()
    const { kept } = await restore(url, file, '20261125-0400')
    await opened(url, async ({ db }) => expect(await sumsOf(db, await tablesAt(VERSION))).toEqual(sums))
    await opened(`sqlite:${kept}`, async ({ db }) =>
      expect(await db.selectFrom('inbox').select('id').where('message_id', 'like', 'late%').execute()).toHaveLength(20),
    )
  })

  it('is refused where there is no database, and leaves no file', async () => {
    const file = place('.db')
    await expect(makeBackup(`sqlite:${place('.db')}`, file)).rejects.toThrow(/还没有这个数据库/u)
    expect(existsSync(file)).toBe(false)
  })
})

const given = await filled('sqlite').then(async ({ url, store }) => {
  const [db, portable] = [place('.db'), place('.jsonl.gz')]
  await makeBackup(url, db)
  await makeBackup(url, portable)
  await store.close()
  return { db, portable }
})
const changed = (file: string, change: (path: string) => void): string => {
  const path = place(file.endsWith('.db') ? '.db' : '.jsonl.gz')
  copyFileSync(file, path)
  change(path)
  return path
}
const rewritten = (change: (lines: string) => string): string =>
  changed(given.portable, (path) => writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(path)).toString()))))
const inDatabase = (statement: string): string =>
  changed(given.db, (path) => {
    const database = new Database(path)
    database.pragma('foreign_keys = OFF')
    database.exec(statement)
    database.close()
  })
const overwrite = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes.fill(0x5a, at, at + 40)
  writeFileSync(path, bytes)
}

const BAD: [string, string, RegExp][] = [
  ['a file that is not there', join(folder, 'nothing.db'), /找不到这个备份/u],
  ['a letter', changed(given.db, (path) => writeFileSync(path, 'Dear neighbours, '.repeat(500))), /坏了/u],
  ['an empty file', changed(given.db, (path) => writeFileSync(path, '')), /不是 linxu/u],
  ['another program’s database', inDatabase('drop table schema_version'), /不是 linxu/u],
  ['half a database', changed(given.db, (path) => truncateSync(path, Math.floor(statSync(path).size / 2))), /坏了/u],
  ['a database with a page overwritten', changed(given.db, (path) => overwrite(path, 4096 * 30 + 8)), /坏了/u],
  ['a database whose rows point nowhere', inDatabase('delete from households'), /坏了/u],
  ['a newer database', inDatabase(`insert into schema_version values (${VERSION + 1})`), /新，请升级/u],
  ['a portable file that is no gzip', changed(given.portable, (path) => writeFileSync(path, '{}')), /坏了/u],
  ['a portable file cut off', changed(given.portable, (path) => truncateSync(path, statSync(path).size - 60)), /坏了/u],
  ['a portable file with a byte changed', changed(given.portable, (path) => overwrite(path, 900)), /坏了/u],
  ['other JSON lines', rewritten(() => '{"a":1}\n'), /不是 linxu/u],
  ['a newer portable file', rewritten((lines) => lines.replace(`"version":${VERSION}`, `"version":${VERSION + 1}`)), /新，请升级/u],
  ['a portable file without its end', rewritten((lines) => lines.replace(/\{"sums".*/u, '')), /坏了/u],
  ['a portable file with a row less', rewritten((lines) => lines.replace(/^.*"m7",.*\n/mu, '')), /对不上/u],
  ['a portable file with another quantity', rewritten((lines) => lines.replaceAll(',2.125,', ',3.125,')), /对不上/u],
  ['a portable file with a table of its own', rewritten((lines) => lines.replace('"table":"orders"', '"table":"orders; drop"')), /坏了/u],
]

onBoth('a restore', (open, engine) => {
  /** What a file holds is read the same way for both. */
  const bad = engine === 'sqlite' ? BAD : BAD.filter(([title]) => /byte changed|newer portable|row less/u.test(title))
  let whole: Awaited<ReturnType<typeof freshUrl>> | undefined
  afterAll(() => whole?.forget())
  const oneOfAll = async (): Promise<string> => {
    if (whole !== undefined) return whole.url
    whole = await freshUrl(engine)
    await opened(whole.url, ({ db }) => person(db, '小王'))
    return whole.url
  }
  it.each(bad)('refuses %s and changes nothing', async (_, file, why) => {
    const url = await oneOfAll()
    const refused: unknown = await restore(url, file, '20261125-0400').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StoreRefused)
    expect(String(refused)).toMatch(why)
    await opened(url, async ({ db }) => expect(await db.selectFrom('people').select('name').execute()).toEqual([{ name: '小王' }]))
  })

  it('keeps what was there under another name', async () => {
    const { url, forget } = await freshUrl(engine)
    await opened(url, ({ db }) => person(db, '小王'))
    const { kept } = await restore(url, given.portable, '20261125-0400')
    expect(await opened(url, ({ db }) => db.selectFrom('inbox').select('id').execute())).toHaveLength(1102)
    const before = engine === 'sqlite' ? `sqlite:${kept}` : url.replace(/schema=.*/u, `schema=${kept}`)
    expect(await opened(before, ({ db }) => db.selectFrom('people').select('name').execute())).toEqual([{ name: '小王' }])
    if (engine === 'postgres') await opened(url, ({ db }) => sql`drop schema ${sql.id(kept ?? '')} cascade`.execute(db))
    await forget()
  })

  it('of a SQLite file is refused for PostgreSQL with the way to go', async () => {
    if (engine === 'sqlite') return
    const { url, forget } = await freshUrl(engine)
    await expect(restore(url, given.db, '20261125-0400')).rejects.toThrow(/--to 备份\.jsonl\.gz/u)
    await forget()
  })
  void open
})

describe('a SQLite file that is restored over', () => {
  it('is refused while another connection has it open', async () => {
    const { url, store } = await filled('sqlite')
    await expect(restore(url, given.db, '20261125-0400')).rejects.toThrow(/正被别的程序打开/u)
    await message(store.db, 'still here')
    await store.close()
  })

  it('may be damaged: it is kept as it is', async () => {
    const path = place('.db')
    writeFileSync(path, 'not a database at all')
    const { kept } = await restore(`sqlite:${path}`, given.db, '20261125-0400')
    expect(readFileSync(kept ?? '', 'utf8')).toBe('not a database at all')
    expect(await opened(`sqlite:${path}`, ({ db }) => db.selectFrom('inbox').select('id').execute())).toHaveLength(1102)
  })
})

describe('the backups of a folder', () => {
  const DAY = 86_400_000
  it('are kept for so many days, the newest always, and other files are left alone', async () => {
    const kept = mkdtempSync(join(folder, 'kept-'))
    const make = (name: string, at: number): void => {
      writeFileSync(join(kept, name), '')
      utimesSync(join(kept, name), at / 1000, at / 1000)
    }
    const now = Date.parse('2026-11-25T04:00:00+08:00')
    for (let day = 0; day < 5; day++) make(backupName('sqlite:x', `2026-11-${25 - day}T04:00`), now - day * DAY)
    make('linxu.db', now - 90 * DAY)
    make('holiday.jpg', now - 90 * DAY)
    expect(backupsIn(kept).map(({ at }) => (now - at) / DAY)).toEqual([0, 1, 2, 3, 4])
    expect(dropOldBackups(kept, 2, now)).toBe(2)
    expect(readdirSync(kept).sort()).toEqual([
      'holiday.jpg',
      'linxu-2026-11-23-0400.db',
      'linxu-2026-11-24-0400.db',
      'linxu-2026-11-25-0400.db',
      'linxu.db',
    ])
    expect(dropOldBackups(kept, 2, now + 90 * DAY)).toBe(2)
    expect(backupsIn(kept)).toHaveLength(1)
    expect(backupsIn(join(folder, 'no such folder'))).toEqual([])
  })
})
