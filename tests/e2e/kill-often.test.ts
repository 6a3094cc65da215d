/**
 * Killed two hundred times at random moments (half by count of steps, half by the clock, in the middle of whatever it does), the bot ends
 * its day as if nothing had happened. A run that fails prints its seed; LINXU_SEED plays it again.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { freshUrl, postgresAnswers } from '../store/both.js'
import { bundled } from './bundled.js'
import { comparable, dayOfMessages, leftIn, randomFrom, type Sent } from './lives.js'

const KILLS = { sqlite: 200, postgres: 12 }
const LANES = 2
const MESSAGES = 120
const seed = Number(process.env.LINXU_SEED ?? Date.now() % 2 ** 31)

const folder = mkdtempSync(join(tmpdir(), 'linxu-lives-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dayFile = join(folder, 'day.json')
writeFileSync(dayFile, JSON.stringify(dayOfMessages(MESSAGES, seed)))

const script = await bundled('lives')

type Moment = { step: number } | { milliseconds: number } | 'never'

const live = (database: string, sent: string, moment: Moment): Promise<{ killed: boolean; code: number | null; errors: string }> =>
  new Promise((done) => {
    const step = typeof moment === 'object' && 'step' in moment ? moment.step : 0
    const child: ChildProcess = spawn(process.execPath, [script, dayFile, database, sent, String(step)])
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.stdout?.on('data', (chunk: Buffer) => {
      if (typeof moment === 'object' && 'milliseconds' in moment && chunk.toString().includes('begun'))
        setTimeout(() => child.kill('SIGKILL'), moment.milliseconds)
    })
    child.on('close', (code, signal) => done({ killed: signal === 'SIGKILL', code, errors }))
  })

const textsIn = (file: string, database: string): Map<string, number> => {
  const counted = new Map<string, number>()
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  for (const line of lines) {
    const { room, person, text }: Sent = JSON.parse(line)
    const key = `${room ?? person}: ${comparable(text, database)}`
    counted.set(key, (counted.get(key) ?? 0) + 1)
  }
  return counted
}

/** A day from its beginning to its end, killed on the way until `kills` are used up. Returns how many it took. */
const playDay = async (database: string, sent: string, kills: number, random: (below: number) => number): Promise<number> => {
  for (let killed = 0; ; ) {
    const moment: Moment = killed === kills ? 'never' : random(2) === 0 ? { step: 1 + random(60) } : { milliseconds: random(80) }
    const life = await live(database, sent, moment)
    if (life.killed) killed++
    else {
      expect(life).toEqual({ killed: false, code: 0, errors: '' })
      return killed
    }
  }
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  it.skipIf(engine === 'postgres' && !postgresAnswers)(
    `ends the day the same after ${KILLS[engine]} kills (seed ${seed})`,
    async () => {
      const whole = { ...(await freshUrl(engine)), sent: join(folder, `${engine}.sent`) }
      await playDay(whole.url, whole.sent, 0, randomFrom(seed))
      const { left: expected } = await leftIn(whole.url)
      const usual = textsIn(whole.sent, whole.url)
      expect(expected.inbox).toHaveLength(MESSAGES)
      expect(usual.size).toBeGreaterThan(50)

      const lane = async (nth: number): Promise<void> => {
        const random = randomFrom(seed + 1 + nth)
        for (let left = KILLS[engine] / LANES, day = 0; left > 0; day++) {
          const { url, forget } = await freshUrl(engine)
          const sent = join(folder, `${engine}-${nth}-${day}.sent`)
          left -= await playDay(url, sent, left, random)
          const { left: end, maybeTwice } = await leftIn(url)
          expect(end).toEqual(expected)
          saidOnce(textsIn(sent, url), usual, maybeTwice)
          await forget()
        }
      }
      await Promise.all(Array.from({ length: LANES }, (_, nth) => lane(nth)))
      await whole.forget()
    },
    600_000,
  )
})

/** Nothing is missing, and a text is there more often only as often as the outbox says it may be. */
const saidOnce = (
  counted: ReadonlyMap<string, number>,
  usual: ReadonlyMap<string, number>,
  maybeTwice: readonly { text: string; times: number }[],
): void => {
  expect([...counted.keys()].sort()).toEqual([...usual.keys()].sort())
  for (const [said, times] of counted) {
    const more = maybeTwice.filter(({ text }) => said.endsWith(`: ${text}`)).reduce((sum, row) => sum + row.times, 0)
    expect(times - (usual.get(said) ?? 0), said).toBeLessThanOrEqual(more)
  }
}
