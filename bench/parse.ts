/**
 * `npm run bench:parse`: what a message costs beside JSON.parse + NFKC, Microsoft's recognizers and jieba, all in one run and in turns;
 * how the cost grows with the text and with the catalogue; what the loaded catalogue weighs and how soon it is ready.
 */
import { spawnSync } from 'node:child_process'
import { loadCatalogue } from '../config/catalogue.js'
import type { Catalogue, Good } from '../config/catalogue-types.js'
import { layoutFacts } from '../config/layout.js'
import { packageFile } from '../config/root.js'
import { loadSettings } from '../config/settings.js'
import { readerFor } from '../parsers/compile.js'
import type { Context } from '../parsers/types.js'
import type { Reader } from '../parsers/understand.js'
import { readCases } from '../tests/parsers/cases.js'

const CONTEXT: Context = {
  room: { kind: 'unit', building: '3', unit: '2' },
  sender: { role: 'resident', alias: '501 张阿姨', home: { building: '3', unit: '2', room: '501' } },
}
/** One in five of the test sentences, of all who write and all forms: what the groups of a community are like in a day. */
const MESSAGES = readCases().filter((_, index) => index % 5 === 0)
const ROUNDS = 9

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
const line = (what: string, figure: string): void => void process.stdout.write(`${what.padEnd(44)} ${figure}\n`)

/** Microseconds a call, each task's median over rounds in which all take their turn. */
const inTurns = (tasks: Record<string, () => void>, calls: Record<string, number>): Record<string, number> => {
  const times: Record<string, number[]> = {}
  for (const task of Object.values(tasks)) task()
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, task] of Object.entries(tasks)) {
      const from = performance.now()
      task()
      const spent = ((performance.now() - from) * 1000) / (calls[name] ?? 1)
      times[name] = [...(times[name] ?? []), spent]
    }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]))
}

const peers = async () => {
  const { Jieba } = await import('@node-rs/jieba')
  const { dict } = await import('@node-rs/jieba/dict.js')
  const suite = await import('@microsoft/recognizers-text-suite')
  return { jieba: Jieba.withDict(dict), suite }
}

const compare = async (reader: Reader): Promise<void> => {
  const { jieba, suite } = await peers()
  const records = MESSAGES.map(({ id, text, room, sender }) => JSON.stringify({ id, text, room, sender }))
  const repeat = (times: number, run: () => void) => (): void => {
    for (let n = 0; n < times; n++) run()
  }
  const cost = inTurns(
    {
      ours: repeat(20, () => {
        for (const message of MESSAGES) reader.understand(message.text, message)
      }),
      base: repeat(20, () => {
        for (const record of records) JSON.parse(record).text.normalize('NFKC')
      }),
      jieba: repeat(20, () => {
        for (const { text } of MESSAGES) jieba.cut(text)
      }),
      suite: () => {
        for (const { text } of MESSAGES) {
          suite.recognizeNumber(text, suite.Culture.Chinese)
          suite.recognizeDimension(text, suite.Culture.Chinese)
        }
      },
    },
    { ours: MESSAGES.length * 20, base: MESSAGES.length * 20, jieba: MESSAGES.length * 20, suite: MESSAGES.length },
  )
  const of = (name: string): number => cost[name] ?? Number.NaN
  const signs = MESSAGES.reduce((sum, { text }) => sum + text.length, 0) / MESSAGES.length
  line(`a message (${MESSAGES.length} test sentences, ${signs.toFixed(0)} signs each)`, `${of('ours').toFixed(1)} µs`)
  line('  beside JSON.parse + NFKC (≤ 8)', `${(of('ours') / of('base')).toFixed(1)} times (${of('base').toFixed(2)} µs)`)
  line('  beside recognizers-text-suite (≥ 200)', `${(of('suite') / of('ours')).toFixed(0)} times as fast (${of('suite').toFixed(0)} µs)`)
  line('  beside jieba cut alone (≤ 2)', `${(of('ours') / of('jieba')).toFixed(2)} times (${of('jieba').toFixed(1)} µs)`)
}

const chain = (entries: number): string =>
  [
    '#接龙',
    '明天的菜，写门牌和数量',
    ...Array.from({ length: entries }, (_, n) => `${n + 1}. ${(n % 6) + 1}0${(n % 2) + 1} 张姐 土豆${(n % 5) + 1}斤 鸡蛋一板`),
  ].join('\n')

const growText = (reader: Reader): void => {
  const [ten, hundred] = [chain(10), chain(100)]
  const cost = inTurns(
    {
      ten: () => {
        for (let n = 0; n < 200; n++) reader.understand(ten, CONTEXT)
      },
      hundred: () => {
        for (let n = 0; n < 20; n++) reader.understand(hundred, CONTEXT)
      },
    },
    { ten: 200, hundred: 20 },
  )
  line('接龙 of 100 entries beside one of 10 (≤ 12)', `${((cost.hundred ?? 0) / (cost.ten ?? 1)).toFixed(1)} times`)
}

/** A catalogue of so many words: first the goods that the messages name, so that the same is read, then names that nobody writes. */
const catalogueOf = (words: number, real: Catalogue, texts: readonly string[]): Catalogue => {
  const written = texts.join('\n')
  const goods: Good[] = []
  let count = 0
  for (const good of real.goods) {
    const aliases = good.aliases.filter((alias) => written.includes(alias))
    if (count >= words || (aliases.length === 0 && !written.includes(good.name))) continue
    goods.push({ ...good, aliases })
    count += 1 + aliases.length
  }
  const [first] = real.goods
  for (let n = 0; first !== undefined && count < words; n++, count++)
    goods.push({
      ...first,
      name: `${String.fromCharCode(0x4e00 + ((n * 37) % 20_000))}${String.fromCharCode(0x4e00 + ((n * 91) % 20_000))}${String.fromCharCode(0x4e00 + (n % 20_000))}物`,
      aliases: [],
    })
  return { ...real, goods }
}

const growCatalogue = (real: Catalogue): void => {
  const messages = MESSAGES.slice(0, 100)
  const texts = messages.map(({ text }) => text)
  const readers = { small: readerFor(catalogueOf(500, real, texts)), large: readerFor(catalogueOf(20_000, real, texts)) }
  const all = (reader: Reader) => (): void => {
    for (let n = 0; n < 40; n++) for (const message of messages) reader.understand(message.text, message)
  }
  const calls = messages.length * 40
  const cost = inTurns({ small: all(readers.small), large: all(readers.large) }, { small: calls, large: calls })
  line('a catalogue of 20,000 words beside 500 (≤ 1.3)', `${((cost.large ?? 0) / (cost.small ?? 1)).toFixed(2)} times`)
}

const START = 11

const ready = (): void => {
  const entry = packageFile('dist/linxu/ready.cjs')
  const time = (args: string[]): number => {
    const from = performance.now()
    spawnSync(process.execPath, args, { stdio: 'ignore' })
    return performance.now() - from
  }
  const times: Record<string, number[]> = { bare: [], ours: [] }
  for (let round = 0; round < START; round++) {
    times.bare?.push(time(['-e', '0']))
    times.ours?.push(time([entry]))
  }
  line(
    'ready beside a bare Node start (≤ 1.3)',
    `${(median(times.ours ?? []) / median(times.bare ?? [])).toFixed(2)} times (${median(times.ours ?? []).toFixed(0)} ms)`,
  )
}

const weigh = (): void => {
  const told = spawnSync(process.execPath, ['--expose-gc', packageFile('dist/linxu/ready.cjs'), 'weigh'], { encoding: 'utf8' })
  line('memory of the loaded catalogue (< 30 MB)', told.stdout.trim())
}

const real = loadCatalogue()
const reader = readerFor(real, { layout: layoutFacts(loadSettings(undefined, {})) })
line('goods and names in the catalogue', `${real.goods.length} and ${real.goods.reduce((sum, good) => sum + 1 + good.aliases.length, 0)}`)
await compare(reader)
growText(reader)
growCatalogue(real)
weigh()
ready()
