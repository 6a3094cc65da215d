/** Opening a database: its files, its version, other processes, and a server that goes away. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore, type Store, StoreRefused } from '../../store/open.js'
import { freshUrl, onBoth, postgresAnswers } from './both.js'
import { person } from './given.js'

const folder = mkdtempSync(join(tmpdir(), 'linxu-open-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const versionsOf = async (db: Store['db']): Promise<number[]> =>
  (await sql<{ version: number }>`select version from schema_version order by version`.execute(db)).rows.map(({ version }) => version)
/** Every migration has run, and none twice. */
const EACH_ONCE = readdirSync(new URL('../../store/migrations', import.meta.url)).map((_, index) => index + 1)

onBoth('a database', (_, engine) => {
  it('has every table in its own schema or file, and opens again as it was', async () => {
    const { url, forget } = await freshUrl(engine)
    const first = await openStore(url)
    await person(first.db, '小王')
    await first.close()
    const again = await openStore(url)
    expect(again.engine).toBe(engine)
    expect(await again.db.selectFrom('people').select('name').execute()).toEqual([{ name: '小王' }])
    expect(await versionsOf(again.db)).toEqual(EACH_ONCE)
    await again.close()
    await forget()
  })

  it('leaves nothing behind of a migration that fails', async () => {
    const { url, forget } = await freshUrl(engine)
    const store = await openStore(url)
    await sql`update schema_version set version = 0`.execute(store.db)
    await store.close()
    await expect(openStore(url)).rejects.toThrow(/already exists/u)
    await expect(openStore(url)).rejects.toThrow(/already exists/u)
    await forget()
  })

  it('refuses a row that points nowhere', async () => {
    const { url, forget } = await freshUrl(engine)
    const { db, close } = await openStore(url)
    const line = { order_id: 9, status: 'delivered', at: 1, person_id: null, reason: null, inbox_id: null }
    await expect(db.insertInto('deliveries').values(line).execute()).rejects.toThrow(/foreign key/iu)
    await close()
    await forget()
  })
})

describe('a database URL', () => {
  for (const url of ['linxu.db', 'mysql://root:geheim@db/linxu', '', 'sqlite', 'postgres:geheim'])
    it(`refuses ${url || 'nothing'} with a sentence and without its password`, async () => {
      await expect(openStore(url)).rejects.toThrow(StoreRefused)
      await expect(openStore(url)).rejects.toThrow(/^(?!.*geheim).*sqlite:路径 或 postgres:/u)
    })

  it('refuses a schema name that would need quotes', async () => {
    await expect(openStore('postgres://postgres@127.0.0.1:5432/test?schema=a;b')).rejects.toThrow(StoreRefused)
  })
})

describe('a SQLite file', () => {
  const inWorker = (script: string, path: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const driver = createRequire(import.meta.url).resolve('better-sqlite3')
      const code = `const { workerData, parentPort } = require('node:worker_threads')
        const db = require(workerData.driver)(workerData.path, { timeout: 5000 })
        const rest = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
        ${script}
        db.close()`
      const worker = new Worker(code, { eval: true, workerData: { driver, path } })
      worker.once('error', reject)
      worker.once('exit', () => resolve())
    })

  it('and what SQLite keeps beside it can be read by its owner only', async () => {
    const path = join(folder, 'deep', 'er', 'private.db')
    const store = await openStore(`sqlite:${path}`)
    await person(store.db, '小王')
    const modes = (): string[] =>
      readdirSync(join(folder, 'deep', 'er')).map(
        (name) => `${name} ${(statSync(join(folder, 'deep', 'er', name)).mode & 0o777).toString(8)}`,
      )
    const expected = ['private.db 600', 'private.db-shm 600', 'private.db-wal 600']
    expect(modes()).toEqual(expected)
    for (const name of ['', '-wal', '-shm']) chmodSync(`${path}${name}`, 0o644)
    const again = await openStore(`sqlite:${path}`)
    expect(modes()).toEqual(expected)
    await again.close()
    await store.close()
  })

  it('is safe against a power cut: WAL, synchronous FULL, foreign keys', async () => {
    const store = await openStore(`sqlite:${join(folder, 'pragmas.db')}`)
    const pragma = async (name: string) => Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(store.db)).rows[0] ?? {})[0]
    expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('foreign_keys'), await pragma('busy_timeout')]).toEqual(
      ['wal', 2, 1, 5000],
    )
    await store.close()
  })

  it('that is none is named as such', async () => {
    const path = join(folder, 'letter.db')
    writeFileSync(path, 'Dear neighbours, '.repeat(100))
    await expect(openStore(`sqlite:${path}`)).rejects.toMatchObject({ code: 'SQLITE_NOTADB' })
  })

  it('lets a transaction read and then write while another process writes', async () => {
    const path = join(folder, 'two.db')
    const store = await openStore(`sqlite:${path}`)
    const other = inWorker(
      `for (let i = 0; i < 60; i++) { db.prepare("insert into people (name, role) values ('w', 'resident')").run(); rest(2) }`,
      path,
    )
    for (let count = 0; count < 60; count++)
      await store.db.transaction().execute(async (trx) => {
        await trx.selectFrom('people').selectAll().execute()
        await new Promise((resolve) => setTimeout(resolve, 1))
        await person(trx, 'mine')
      })
    await other
    const people = await store.db.selectFrom('people').select('name').execute()
    expect(['w', 'mine'].map((name) => people.filter((one) => one.name === name).length)).toEqual([60, 60])
    await store.close()
  })

  it('opens while another process holds it for a moment', async () => {
    const path = join(folder, 'held.db')
    writeFileSync(path, '')
    const other = inWorker(`db.exec('begin exclusive'); rest(400); db.exec('commit')`, path)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await (await openStore(`sqlite:${path}`)).close()
    await other
  })
})

describe.skipIf(!postgresAnswers)('a PostgreSQL server', () => {
  it('is brought to this version once by processes that start together', async () => {
    const { url, forget } = await freshUrl('postgres')
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(url)))
    const [first] = stores
    if (first === undefined) throw new Error('no store')
    expect(await versionsOf(first.db)).toEqual(EACH_ONCE)
    for (const store of stores) await store.close()
    await forget()
  })

  it('may end an idle connection without ending this process', async () => {
    const { url, forget } = await freshUrl('postgres')
    const [one, two] = [await openStore(url), await openStore(url)]
    const [idle] = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(one.db)).rows
    await sql`select pg_terminate_backend(${idle?.pid ?? 0})`.execute(two.db)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const [next] = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(one.db)).rows
    expect(next?.pid).not.toBe(idle?.pid)
    await one.close()
    await two.close()
    await forget()
  })
})
