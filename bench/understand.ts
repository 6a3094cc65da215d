import { openReader } from '../cli/office.js'
import { loadSettings } from '../config/settings.js'
import { sentence } from './sentences.js'

const COUNT = 20_000

export const benchUnderstand = (): void => {
  const { reader } = openReader(loadSettings(undefined, {}))
  const context = {
    room: { kind: 'unit' as const, building: '3', unit: '2' },
    sender: { role: 'resident' as const, alias: '501 张阿姨', home: { building: '3', unit: '2', room: '501' } },
  }
  for (let n = 0; n < COUNT / 4; n++) reader.understand(sentence(n), context)
  const from = performance.now()
  for (let n = 0; n < COUNT; n++) reader.understand(sentence(n), context)
  const seconds = (performance.now() - from) / 1000
  process.stdout.write(`understood          ${Math.round(COUNT / seconds)} messages/s (${((seconds / COUNT) * 1e6).toFixed(1)} µs each)\n`)
}
