/**
 * Learns how much each turn of phrase speaks for what a message may be. Multinomial logistic regression by stochastic gradient steps with a
 * cut towards zero (L1: Tsuruoka, Tsujii and Ananiadou, "Stochastic Gradient Descent Training for L1-regularized Log-linear Models with
 * Cumulative Penalty", 2009), so that few turns are kept. The same sentences always give the same weights.
 */
import { LONGEST_TURN, scaleOf } from '../parsers/gist.js'

const ROUNDS = 40
const FIRST_STEP = 2
const SLOWER = 0.3
const CUT = 2e-6
/** A turn that only one sentence has says nothing. */
const LEAST_SENTENCES = 2

interface Sentence {
  turns: string[]
  scale: number
  kind: number
}

/** `masked`: the text with goods, numbers, measures and places masked. `kind`: which of the kinds it is, from 0. */
export const sentenceOf = (masked: string, kind: number): Sentence => ({ turns: turnsIn(masked), scale: scaleOf(masked.length), kind })

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

/** Of each turn a weight a kind. */
export const learn = (sentences: readonly Sentence[], kinds: number): Map<string, Float64Array> => {
  const held = new Map<string, number>()
  for (const { turns } of sentences) for (const turn of new Set(turns)) held.set(turn, (held.get(turn) ?? 0) + 1)
  const weights = new Map<string, Float64Array>()
  for (const [turn, count] of held) if (count >= LEAST_SENTENCES) weights.set(turn, new Float64Array(kinds))
  const rows = sentences.map(({ turns }) => turns.flatMap((turn) => weights.get(turn) ?? []))
  const order = sentences.map((_, index) => index)
  const next = mixed(1)
  for (let round = 0; round < ROUNDS; round++) {
    const step = FIRST_STEP / (1 + round * SLOWER)
    shuffle(order, next)
    for (const index of order) {
      const sentence = sentences[index]
      if (sentence !== undefined) learnFrom(sentence, rows[index] ?? [], step, kinds)
    }
    const cut = step * CUT * sentences.length
    for (const row of weights.values())
      for (const [kind, weight] of row.entries()) row[kind] = Math.sign(weight) * Math.max(0, Math.abs(weight) - cut)
  }
  return weights
}

const learnFrom = ({ scale, kind: meant }: Sentence, rows: readonly Float64Array[], step: number, kinds: number): void => {
  const sums = new Float64Array(kinds)
  for (const row of rows) for (let kind = 0; kind < kinds; kind++) sums[kind] = (sums[kind] ?? 0) + (row[kind] ?? 0)
  const highest = Math.max(...sums) * scale
  const shares = sums.map((sum) => Math.exp(sum * scale - highest))
  const all = shares.reduce((sum, share) => sum + share, 0)
  for (const [kind, share] of shares.entries()) {
    const move = ((kind === meant ? 1 : 0) - share / all) * step * scale
    if (Math.abs(move) > 1e-5) for (const row of rows) row[kind] = (row[kind] ?? 0) + move
  }
}
