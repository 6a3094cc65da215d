/** Runs a suite on a real SQLite file and on a real PostgreSQL. Where no server answers the latter is skipped and says so; in CI it fails. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe } from 'vitest'
import { householdsOf } from '../../config/layout.js'
import { loadSettings } from '../../config/settings.js'
import { settleHouseholds } from '../../store/community.js'
import { openStore, type Store } from '../../store/open.js'

const SERVER = 'postgres://postgres@127.0.0.1:5432/test'

const serverAnswers = async (): Promise<boolean> => {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

const inServer = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  await client.query(sql)
  await client.end()
}

export const postgresAnswers = await serverAnswers()
if (!postgresAnswers && process.env.CI === 'true') throw new Error('CI needs a PostgreSQL on 127.0.0.1:5432')

/** One for all files of a worker, which share this module. */
const folder = mkdtempSync(join(tmpdir(), 'linxu-store-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
let count = 0
/** What a failing test left is dropped with the rest. */
const schemas = new Set<string>()
const forgetSchema = async (name: string): Promise<void> => {
  await inServer(`drop schema if exists ${name} cascade`)
  schemas.delete(name)
}

/** A fresh, empty database; `forget` removes it. */
export const freshUrl = async (engine: 'sqlite' | 'postgres'): Promise<{ url: string; forget: () => Promise<void> }> => {
  const name = `t${process.pid}_${Date.now()}_${count++}`
  if (engine === 'sqlite') {
    const file = join(folder, `${name}.db`)
    const forget = async (): Promise<void> => {
      for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
    }
    return { url: `sqlite:${file}`, forget }
  }
  await inServer(`create schema ${name}`)
  schemas.add(name)
  return { url: `${SERVER}?schema=${name}`, forget: () => forgetSchema(name) }
}

export const onBoth = (title: string, suite: (open: () => Promise<Store>, engine: 'sqlite' | 'postgres') => void): void => {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const missing = engine === 'postgres' && !postgresAnswers
    describe.skipIf(missing)(`${title} (${engine}${missing ? ': no server answers, skipped' : ''})`, () => {
      const opened: { store: Store; forget: () => Promise<void> }[] = []
      afterEach(async () => {
        for (const { store, forget } of opened.splice(0)) {
          await store.close()
          await forget()
        }
      })
      suite(async () => {
        const { url, forget } = await freshUrl(engine)
        const store = await openStore(url)
        await settleHouseholds(store.db, householdsOf(loadSettings(undefined, {})))
        opened.push({ store, forget })
        return store
      }, engine)
    })
  }
  afterAll(async () => {
    for (const name of schemas) await forgetSchema(name)
  })
}
