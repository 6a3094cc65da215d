/** Whole days, played through real Wechaty into each database. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { freshUrl, postgresAnswers } from '../store/both.js'
import { fallsShort } from './holds.js'

const SCENARIOS = ['asking', 'call-list', 'requests', 'duty', 'newcomer', 'water-cut', 'new-login', 'daily-report', 'marked-units']
/** Of the day's carrying. */
const CARRYING = ['standing', 'arrival', 'route', 'heavy', 'shopping', 'imports']
/** Of the lockdown's parts, and without them. */
const MODULES = ['test-round', 'accounts', 'everyday']

/** A scenario may have settings of its own beside it. */
const settingsOf = (file: URL): string | undefined => (existsSync(file) ? fileURLToPath(file) : undefined)

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  it.skipIf(engine === 'postgres' && !postgresAnswers).each([...SCENARIOS, ...CARRYING, ...MODULES])('%s holds', async (name) => {
    const { url, forget } = await freshUrl(engine)
    const file = (suffix: string): URL => new URL(`./${name}${suffix}`, import.meta.url)
    expect(await fallsShort(file('.jsonl'), file('.expect.json'), url, settingsOf(file('.yaml')))).toEqual([])
    await forget()
  })
})

const shared = fileURLToPath(new URL('../../../shared/scenarios/', import.meta.url))

describe('the scenarios that are shared', () => {
  it.skipIf(!existsSync(shared))('first-morning holds, through the command line', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url))
    const run = spawnSync(
      process.execPath,
      [
        `${shared}check.mjs`,
        `${shared}first-morning.jsonl`,
        `${shared}first-morning.expect.json`,
        '--',
        process.execPath,
        'dist/cli/main.js',
      ],
      { cwd: root, encoding: 'utf8' },
    )
    expect(run.stdout).toMatch(/^24 of 24 hold$/mu)
  })
})
