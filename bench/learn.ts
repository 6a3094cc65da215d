/**
 * `npm run learn`: learns from the test sentences of residents how much each turn of phrase speaks for what a message may be, and writes
 * `config/turns/residents.csv`. Multinomial logistic regression by stochastic gradient steps with a cut towards zero (L1: Tsuruoka, Tsujii
 * and Ananiadou, "Stochastic Gradient Descent Training for L1-regularized Log-linear Models with Cumulative Penalty", 2009), so that few
 * turns are kept. The same sentences always give the same table.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtVocabulary } from '../cli/vocabulary.js'
import { layoutFacts } from '../config/layout.js'
import { loadSettings } from '../config/settings.js'
import { turnsFolder } from '../config/tables-stamp.js'
import { LARGEST_WEIGHT, writtenTurns } from '../config/turns.js'
import { KINDS, type Kind, kindOf, LONGEST_TURN, maskedText, scaleOf, TENTHS } from '../parsers/gist.js'
import { Message } from '../parsers/message.js'
/** With all its patterns, without which the vocabulary cannot be opened. */
import '../parsers/understand.js'
import { readCases } from '../tests/parsers/cases.js'
import { CHANGES, LAYOUTS, ORDERS, REPORTS } from '../tests/parsers/frames.js'

const ROUNDS = 40
const FIRST_STEP = 2
const SLOWER = 0.3
const CUT = 5e-6
/** A turn that only one sentence has says nothing. */
const LEAST_SENTENCES = 2

interface Sentence {
  turns: string[]
  scale: number
  kind: number
}

const turnsIn = (text: string): string[] => {
  const turns: string[] = []
  for (let from = 0; from < text.length; from++)
    for (let to = from + 1; to <= Math.min(from + LONGEST_TURN, text.length); to++) {
      const turn = text.slice(from, to)
      if (!/[\ud800-\udfff]/u.test(turn)) turns.push(turn)
    }
  return turns
}

/** Numbers from 0 to 1 that come in the same order each time. */
const mixed = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
}

const shuffle = (order: number[], next: () => number): void => {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1))
    const [one, two] = [order[last] ?? 0, order[other] ?? 0]
    order[last] = two
    order[other] = one
  }
}

const learn = (sentences: readonly Sentence[]): Map<string, Float64Array> => {
  const held = new Map<string, number>()
  for (const { turns } of sentences) for (const turn of new Set(turns)) held.set(turn, (held.get(turn) ?? 0) + 1)
  const weights = new Map<string, Float64Array>()
  for (const [turn, count] of held) if (count >= LEAST_SENTENCES) weights.set(turn, new Float64Array(KINDS.length))
  const rows = sentences.map(({ turns }) => turns.flatMap((turn) => weights.get(turn) ?? []))
  const order = sentences.map((_, index) => index)
  const next = mixed(1)
  for (let round = 0; round < ROUNDS; round++) {
    const step = FIRST_STEP / (1 + round * SLOWER)
    shuffle(order, next)
    for (const index of order) {
      const sentence = sentences[index]
      if (sentence !== undefined) learnFrom(sentence, rows[index] ?? [], step)
    }
    const cut = step * CUT * sentences.length
    for (const row of weights.values())
      for (const [kind, weight] of row.entries()) row[kind] = Math.sign(weight) * Math.max(0, Math.abs(weight) - cut)
  }
  return weights
}

const learnFrom = ({ scale, kind: meant }: Sentence, rows: readonly Float64Array[], step: number): void => {
  const sums = KINDS.map((_, kind) => rows.reduce((sum, row) => sum + (row[kind] ?? 0), 0) * scale)
  const highest = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - highest))
  const all = shares.reduce((sum, share) => sum + share, 0)
  for (const [kind, share] of shares.entries()) {
    const move = ((kind === meant ? 1 : 0) - share / all) * step * scale
    if (Math.abs(move) > 1e-5) for (const row of rows) row[kind] = (row[kind] ?? 0) + move
  }
}

const LONGEST = 200

/** Every way to say a thing, of a few things, since all are masked alike. */
const SAID = ['鸡蛋', '葱', '酱油']
const framed = (): [text: string, kind: Kind][] => {
  const of = (frames: readonly string[], kind: Kind) =>
    frames.flatMap((frame) => SAID.map((said): [string, Kind] => [frame.replace('X', said), kind]))
  const reports = Object.entries(REPORTS).flatMap(([name, frames]) => {
    const kind = KINDS.find((one) => one === name.replace('problem ', ''))
    return kind === undefined ? [] : of(frames, kind)
  })
  const laidOut = LAYOUTS.layouts.map((layout): [string, Kind] => [
    layout.replace('A', '土豆').replace('B', '牛奶').replace('1', '两斤').replace('2', '3箱'),
    'order',
  ])
  return [...of(ORDERS, 'order'), ...of(Object.values(CHANGES).flat(), 'amend'), ...reports, ...laidOut]
}

const main = (): void => {
  const vocabulary = builtVocabulary()
  if (vocabulary === null) throw new Error('the vocabulary is not built: npm run build')
  const layout = layoutFacts(loadSettings(undefined, {}))
  const read = (text: string, kind: Kind): Sentence => {
    const masked = maskedText(new Message(text, vocabulary.lexicon, layout))
    return { turns: turnsIn(masked), scale: scaleOf(masked.length), kind: KINDS.indexOf(kind) }
  }
  const sentences = [
    ...readCases()
      .filter(({ sender, text }) => sender.role === 'resident' && text.length <= LONGEST)
      .map(({ text, expect }) => read(text, kindOf(expect.acts, urgencyOf(expect.urgent)))),
    ...framed().map(([text, kind]) => read(text, kind)),
  ]
  const turns = [...learn(sentences)]
    .map(([turn, row]) => ({ turn, weights: Array.from(row, inTenths) }))
    .filter(({ weights }) => weights.some((weight) => weight !== 0))
  writeFileSync(join(turnsFolder(), 'residents.csv'), writtenTurns({ kinds: [...KINDS], turns }))
  process.stdout.write(`${sentences.length} sentences, ${turns.length} turns\n`)
}

const inTenths = (weight: number): number => Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, Math.round(weight * TENTHS)))

const urgencyOf = (urgent: string | null) => (urgent === 'emergency' || urgent === 'distress' || urgent === 'medicine' ? urgent : null)

main()
