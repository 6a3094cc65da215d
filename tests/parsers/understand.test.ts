/** What people write, as tables: one sentence in, one reading out. */
import { describe, expect, it } from 'vitest'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import { type Case, readCases } from './cases.js'
import { isRight, told } from './score.js'

const { reader } = openReader(loadSettings(undefined, {}))
const tables = new Map<string, Case[]>()
for (const one of readCases()) {
  const [table = ''] = one.id.split(':')
  tables.set(table, [...(tables.get(table) ?? []), one])
}

describe.each([...tables])('%s', (_, cases) => {
  it.each(cases.map((one) => [one.text.replaceAll('\n', '⏎'), one] as const))('%s', (_text, one) => {
    const got = reader.understand(one.text, one)
    const want = [...one.expect.acts.map(told), one.expect.urgent ?? '']
    if (!isRight(one, got)) expect([...got.acts.map(told), got.urgent ?? '']).toEqual(want)
    for (const act of got.acts) {
      expect(act.span.start).toBeGreaterThanOrEqual(0)
      expect(act.span.end).toBeLessThanOrEqual(one.text.length)
    }
  })
})
