/**
 * `npm run bench:parse [-- FILE]`: what a message costs beside JSON.parse + NFKC, Microsoft's recognizers and jieba, all in one run and in
 * turns, over the test sentences and over the lines of a file of real talk; how the cost grows with the text and with the catalogue; what
 * the loaded catalogue weighs and how soon it is ready.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { loadCatalogue } from '../config/catalogue.js'
import type { Catalogue, Good } from '../config/catalogue-types.js'
import { layoutFacts } from '../config/layout.js'
import { packageFile } from '../config/root.js'
import { loadSettings } from '../config/settings.js'
import { loadTurns } from '../config/turns.js'
import { readerFor } from '../parsers/compile.js'
import type { Context } from '../parsers/types.js'
import type { Reader } from '../parsers/understand.js'
import { readCases } from '../tests/parsers/cases.js'

const CONTEXT: Context = {
  room: { kind: 'unit', building: '3', unit: '2' },
  sender: { role: 'resident', alias: '501 张阿姨', home: { building: '3', unit: '2', room: '501' } },
}
type Sample = Context & { id: string; text: string }
/** All test sentences, of all who write and all forms, with who wrote them and where: dense with orders, and with what is hard. */
const MESSAGES: readonly Sample[] = readCases()
/** Texts of a file that is named, a line each, as one resident of a unit's group writes them: most of what people write is talk. */
const talkIn = (file: string): readonly Sample[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text, index) => ({ id: `talk-${index}`, text, ...CONTEXT }))

const ROUNDS = 15
/** The recognizers take a second a round. */
const ROUNDS_OF_SUITE = 3
const WARM_MS = 2500

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
const line = (what: string, figure: string): void => void process.stdout.write(`${what.padEnd(48)} ${figure}\n`)

interface Task {
  run: () => void
  /** How many calls a run makes. */
  calls: number
  rounds?: number
}
type Times = (name: string) => { micros: number /** Times another task in the same round. */; beside: (other: string) => number }

/** Microseconds a call, the median of rounds in which all take their turn once the compiler has settled; ratios are taken round by round. */
const inTurns = (tasks: Record<string, Task>): Times => {
  const times = new Map<string, number[]>(Object.keys(tasks).map((name) => [name, []]))
  for (const { run, rounds } of Object.values(tasks)) {
    const until = performance.now() + (rounds === undefined ? WARM_MS : 0)
    do run()
    while (performance.now() < until)
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, { run, calls, rounds = ROUNDS }] of Object.entries(tasks)) {
      if (round >= rounds) continue
      const from = performance.now()
      run()
      times.get(name)?.push(((performance.now() - from) * 1000) / calls)
    }
  return (name) => {
    const own = times.get(name) ?? []
    return {
      micros: median(own),
      beside: (other) => {
        const theirs = times.get(other) ?? []
        const both = Math.min(own.length, theirs.length)
        return median(Array.from({ length: both }, (_, round) => (own[round] ?? Number.NaN) / (theirs[round] ?? Number.NaN)))
      },
    }
  }
}

const peers = async () => {
  const { Jieba } = await import('@node-rs/jieba')
  const { dict } = await import('@node-rs/jieba/dict.js')
  const suite = await import('@microsoft/recognizers-text-suite')
  return { jieba: Jieba.withDict(dict), suite }
}

const compare = (what: string, messages: readonly Sample[], reader: Reader, { jieba, suite }: Awaited<ReturnType<typeof peers>>): void => {
  const records = messages.map(({ id, text, room, sender }) => JSON.stringify({ id, text, room, sender }))
  const calls = messages.length
  const cost = inTurns({
    ours: {
      calls,
      run: () => {
        for (const message of messages) reader.understand(message.text, message)
      },
    },
    base: {
      calls,
      run: () => {
        for (const record of records) JSON.parse(record).text.normalize('NFKC')
      },
    },
    jieba: {
      calls,
      run: () => {
        for (const { text } of messages) jieba.cut(text)
      },
    },
    suite: {
      calls,
      rounds: ROUNDS_OF_SUITE,
      run: () => {
        for (const { text } of messages) {
          suite.recognizeNumber(text, suite.Culture.Chinese)
          suite.recognizeDimension(text, suite.Culture.Chinese)
        }
      },
    },
  })
  const ours = cost('ours')
  const signs = messages.reduce((sum, { text }) => sum + text.length, 0) / messages.length
  line(`a message (${messages.length} ${what}, ${signs.toFixed(0)} signs each)`, `${ours.micros.toFixed(1)} µs`)
  line('  beside JSON.parse + NFKC (≤ 8)', `${ours.beside('base').toFixed(1)} times (${cost('base').micros.toFixed(2)} µs)`)
  line(
    '  beside recognizers-text-suite (≥ 200)',
    `${cost('suite').beside('ours').toFixed(0)} times as fast (${cost('suite').micros.toFixed(0)} µs)`,
  )
  line('  beside jieba cut alone (≤ 2)', `${ours.beside('jieba').toFixed(2)} times (${cost('jieba').micros.toFixed(1)} µs)`)
}

const chain = (entries: number): string =>
  [
    '#接龙',
    '明天的菜，写门牌和数量',
    ...Array.from({ length: entries }, (_, n) => `${n + 1}. ${(n % 6) + 1}0${(n % 2) + 1} 张姐 土豆${(n % 5) + 1}斤 鸡蛋一板`),
  ].join('\n')

const growText = (reader: Reader): void => {
  const [ten, hundred] = [chain(10), chain(100)]
  const repeated = (text: string, calls: number): Task => ({
    calls,
    run: () => {
      for (let n = 0; n < calls; n++) reader.understand(text, CONTEXT)
    },
  })
  const cost = inTurns({ ten: repeated(ten, 200), hundred: repeated(hundred, 20) })
  line('接龙 of 100 entries beside one of 10 (≤ 12)', `${cost('hundred').beside('ten').toFixed(1)} times`)
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
  const messages = MESSAGES.filter((_, index) => index % 20 === 0)
  const texts = messages.map(({ text }) => text)
  const all = (words: number): Task => {
    const reader = readerFor(catalogueOf(words, real, texts), loadTurns())
    return {
      calls: messages.length * 20,
      run: () => {
        for (let n = 0; n < 20; n++) for (const message of messages) reader.understand(message.text, message)
      },
    }
  }
  const cost = inTurns({ small: all(500), large: all(20_000) })
  line('a catalogue of 20,000 words beside 500 (≤ 1.3)', `${cost('large').beside('small').toFixed(2)} times`)
}

const START = 21

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
const reader = readerFor(real, loadTurns(), { layout: layoutFacts(loadSettings(undefined, {})) })
line('goods and names in the catalogue', `${real.goods.length} and ${real.goods.reduce((sum, good) => sum + 1 + good.aliases.length, 0)}`)
const others = await peers()
compare('test sentences', MESSAGES, reader, others)
const [talk] = process.argv.slice(2)
if (talk !== undefined) compare('lines of talk', talkIn(talk), reader, others)
growText(reader)
growCatalogue(real)
weigh()
ready()
