/** The process is really killed between two steps of a message's way; begun again, the day ends as if nothing had happened. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { exportAlerts, exportOrders, exportPickList } from '../../store/exports.js'
import { openStore } from '../../store/open.js'
import { bundled } from './bundled.js'

const folder = mkdtempSync(join(tmpdir(), 'linxu-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const DAY = '2021-03-03'

const script = await bundled('killed')

interface Run {
  signal: NodeJS.Signals | null
  code: number | null
  lines: string[]
  errors: string
}

const play = (database: string, nth: number): Promise<Run> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [script, here('water-cut.jsonl'), database, String(nth)], { cwd: here('../../') })
    let out = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.on('close', (code, signal) => done({ signal, code, lines: out.trim().split('\n'), errors }))
  })

/** What the office has in the end: orders, list, alerts, requests, and every text that was said. */
const outcome = async (database: string) => {
  const { db, close } = await openStore(database)
  const orders = (await exportOrders(db, DAY)).sort((a, b) => a.household.localeCompare(b.household))
  const { entries } = await exportPickList(db, '3', DAY, 0)
  const requests = await db.selectFrom('requests').select(['words', 'kind', 'status']).orderBy('words').execute()
  const outbox = await db.selectFrom('outbox').select(['room_id', 'text', 'status', 'maybe_twice']).orderBy('text').execute()
  const alerts = await exportAlerts(db)
  const events = await db.selectFrom('events').select(['entity', 'after', 'why']).where('why', '!=', 'cast').execute()
  await close()
  return {
    orders,
    entries,
    requests,
    alerts,
    events: events.length,
    said: outbox.map(({ text, status }) => `${status} ${text}`).sort(),
    twice: outbox.filter((row) => row.maybe_twice > 0).map((row) => row.text),
  }
}

const texts = (run: Run): string[] => run.lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line).text)

const undisturbed = await play(`sqlite:${join(folder, 'whole.db')}`, 0)
const steps = Number(/steps (\d+)/u.exec(undisturbed.lines.at(-1) ?? '')?.[1] ?? 0)
const expected = await outcome(`sqlite:${join(folder, 'whole.db')}`)
/** Every step of the first two messages, then one in twenty-three; `kill-often.test.ts` takes moments by chance. */
const moments = Array.from({ length: steps }, (_, index) => index + 1).filter((n) => n <= 18 || n % 23 === 0)

describe(`killed at one of ${steps} steps`, () => {
  it('plays undisturbed', () => {
    expect(undisturbed.errors).toBe('')
    expect(steps).toBeGreaterThan(60)
    expect(expected.orders).toHaveLength(3)
  })

  it.concurrent.each(moments)('step %i changes nothing that a restart does not repair', async (nth) => {
    const database = `sqlite:${join(folder, `step-${nth}.db`)}`
    const killed = await play(database, nth)
    expect(killed.signal).toBe('SIGKILL')
    const again = await play(database, 0)
    expect(again).toMatchObject({ code: 0, errors: '' })
    const { twice, ...end } = await outcome(database)
    const { twice: _, ...whole } = expected
    expect(end).toEqual(whole)
    const counted = new Map<string, number>()
    for (const text of [...texts(killed), ...texts(again)]) counted.set(text, (counted.get(text) ?? 0) + 1)
    const usual = new Map<string, number>()
    for (const text of texts(undisturbed)) usual.set(text, (usual.get(text) ?? 0) + 1)
    for (const [text, count] of counted)
      expect([text, count - (usual.get(text) ?? 0)]).toEqual([text, twice.includes(text) ? expect.any(Number) : 0])
    for (const text of usual.keys()) expect(counted.has(text)).toBe(true)
  })
})
