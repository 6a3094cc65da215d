/** The database is locked, its disk is full, it cannot be written: what arrives waits in a file and is taken in in order, once. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Day, openDay } from './day.js'

const folders: string[] = []
const mounts: string[] = []
let day: Day
afterEach(async () => {
  await day.close()
  for (const mount of mounts.splice(0)) execFileSync('umount', [mount])
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'linxu-faults-'))
  folders.push(folder)
  return folder
}

const TOMORROW = '2021-01-28'

interface Fault {
  name: string
  /** Where the database lies. */
  folder(): string
  begin(folder: string): Promise<() => Promise<void>>
  log: RegExp
  told: RegExp
}

/** A file system of its own where that is allowed; elsewhere the file itself may grow no further. */
const SMALL = 'size=2400k'
const smallDisk = (): string => {
  const folder = freshFolder()
  if (process.getuid?.() !== 0) return folder
  execFileSync('mount', ['-t', 'tmpfs', '-o', SMALL, 'tmpfs', folder])
  mounts.push(folder)
  return folder
}
const fill = async (folder: string): Promise<() => Promise<void>> => {
  const { db } = day.office.store
  if (!mounts.includes(folder)) {
    const [pages] = (await sql<{ page_count: number }>`pragma page_count`.execute(db)).rows
    await sql`pragma max_page_count = ${sql.raw(String(pages?.page_count ?? 1))}`.execute(db)
    return async () => void (await sql`pragma max_page_count = 100000`.execute(db))
  }
  const filler = join(folder, 'filler')
  for (let size = 1024; size > 0; )
    try {
      writeFileSync(filler, Buffer.alloc(size * 1024))
      for (;;) writeFileSync(filler, Buffer.alloc(1024), { flag: 'a' })
    } catch {
      size = 0
    }
  return async () => rmSync(filler)
}

const FAULTS: Fault[] = [
  {
    name: 'locked by another process for longer than anyone waits',
    folder: freshFolder,
    begin: async (folder) => {
      const other = new Database(join(folder, 'day.db'))
      other.exec('begin immediate')
      return async () => {
        other.exec('rollback')
        other.close()
      }
    },
    log: /数据库被别的程序占用，消息先存进备用文件.*请关掉占用它的程序/u,
    told: /19:10至19:\d\d 数据库被别的程序占用，现在好了。这期间的3条消息已按顺序补记/u,
  },
  {
    name: 'on a disk that is full',
    folder: smallDisk,
    begin: fill,
    log: /磁盘满了.*请清出磁盘空间/u,
    told: /磁盘满了，现在好了/u,
  },
  {
    name: 'a file that cannot be written',
    folder: freshFolder,
    begin: async () => {
      const { db } = day.office.store
      await sql`pragma query_only = 1`.execute(db)
      return async () => void (await sql`pragma query_only = 0`.execute(db))
    },
    log: /数据库只能读、不能写.*请检查数据库文件和文件夹的权限/u,
    told: /数据库只能读、不能写，现在好了/u,
  },
]

describe.each(FAULTS)('a database $name', ({ folder: folderFor, begin, log, told }) => {
  it('loses nothing, doubles nothing, says what is wrong and when it is over', async () => {
    const folder = folderFor()
    const spare = freshFolder()
    day = await openDay('19:09', { database: join(folder, 'day.db'), settings: { spareFolder: spare } })
    const { store } = day.office
    const error = vi.spyOn(day.office.log, 'error')
    store.patience(20)
    await day.say('3-2-302', '3-2', '要一桶豆油', { id: 'before' })
    await day.until('19:10')
    day.heard('3-2')
    const end = await begin(folder)
    for (const [id, text] of [
      ['a', '大米10斤'],
      ['b', '改成大米20斤'],
      ['c', '再加一袋盐'],
    ] as const)
      await day.say('3-2-501', '3-2', text, { id })
    await day.say('3-2-501', '3-2', '大米10斤', { id: 'a' })
    expect(await store.db.selectFrom('inbox').select('message_id').execute()).toEqual([{ message_id: 'before' }])
    await day.minutes(3)
    expect(day.heard('3-2')).toEqual([])
    expect(error.mock.calls.filter((call) => log.test(String(call[1])))).toHaveLength(1)

    await end()
    await day.minutes(1)
    const inbox = await store.db.selectFrom('inbox').select('message_id').orderBy('id').execute()
    expect(inbox.map((row) => row.message_id)).toEqual(['before', 'a', 'b', 'c'])
    const order = await day.order('3-2-501', TOMORROW)
    expect(order?.lines.map(({ item, qty }) => [item, qty])).toEqual([
      ['大米', 20],
      ['盐', 1],
    ])
    expect(day.heard('3-2').join()).toMatch(/501 .*大米/u)
    expect(day.heard('g1').join()).toMatch(told)
    await day.minutes(30)
    expect(day.heard('g1')).toEqual([])
    expect([join(folder, 'day.db.spool.jsonl'), ...spoolsIn(spare)].filter((file) => existsSync(file))).toEqual([])
  })
})

const spoolsIn = (folder: string): string[] =>
  execFileSync('ls', [folder], { encoding: 'utf8' })
    .split('\n')
    .filter((name) => name.endsWith('.spool.jsonl'))
    .map((name) => join(folder, name))

it('remembers on a disk what went out while the database was locked, and does not say it again after a kill', async () => {
  const folder = freshFolder()
  const database = join(folder, 'day.db')
  day = await openDay('19:10', { database })
  const { office } = day
  office.store.patience(20)
  await day.say('3-2-501', '3-2', '大米10斤')
  const other = new Database(database)
  office.step = (done) => {
    if (done === 'sending') other.exec('begin immediate')
  }
  await day.minutes(1)
  expect(day.heard('3-2')).toHaveLength(1)
  const kept = readFileSync(`${database}.spool.jsonl`, 'utf8')
  expect(JSON.parse(kept)).toMatchObject({ kind: 'sent' })
  const [row] = await office.store.db.selectFrom('outbox').select('status').execute()
  expect(row).toEqual({ status: 'sending' })
  other.exec('rollback')
  other.close()
  office.step = () => {}
  // Of a gap so short the groups are not told, so that whatever is said there now is this text once more.
  const quiet = { chat: { ...office.settings.chat, tellGapMinutes: 60 } }
  const again = await openDay('19:12', { database, settings: quiet })
  await again.minutes(10)
  expect(again.heard('3-2')).toEqual([])
  const rows = await again.office.store.db.selectFrom('outbox').select(['status', 'maybe_twice', 'attempts']).execute()
  expect(rows).toEqual([{ status: 'sent', maybe_twice: 0, attempts: 1 }])
  expect(existsSync(`${database}.spool.jsonl`)).toBe(false)
  await again.close()
})
