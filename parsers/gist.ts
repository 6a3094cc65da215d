/**
 * What a message as a whole is like, weighed by the turns of phrase in it: a logistic model over up to three signs that stand side by side,
 * in which G stands for any good, D for a medicine, N for a number, M for a measure and P for a place, so that 来两斤土豆 and 来3盒牛奶 are
 * one turn. A word in Latin letters is one sign, without the spaces around it. The weights are learnt (`config/turns.ts`).
 */
import { isLatinSign, latinEnd, latinIn, signOfLatin, withWords } from './latin.js'
import type { Message } from './message.js'
import { kindOf as kindOfSign, LATIN } from './signs.js'
import { Trie, type TrieTables } from './trie.js'
import type { Act, Urgency } from './types.js'

/** What a resident's message may be; the four after a receipt are what is wrong with goods. */
export const KINDS = [
  'order',
  'amend',
  'cancel',
  'receipt',
  'missing',
  'wrong',
  'damaged',
  'late',
  'query',
  'request',
  'bind',
  'emergency',
  'distress',
  'talk',
] as const
export type Kind = (typeof KINDS)[number]

/** And what a message of staff or a volunteer may be. */
export const STAFF_KINDS = [
  'order',
  'amend',
  'cancel',
  'undelivered',
  'delivered',
  'out',
  'arrived',
  'risk',
  'start',
  'done',
  'remaining',
  'list',
  'query',
  'request',
  'called',
  'talk',
] as const
export type StaffKind = (typeof STAFF_KINDS)[number]

export const LONGEST_TURN = 3
/** Weights are tenths; two kinds share a number, the second in its upper half, so that eight additions serve up to sixteen. */
export const WORDS = 8
const HALF = 16
export const packed = (lower: number, upper: number): number => lower + (upper << HALF)
const lowerOf = (sum: number): number => (sum << HALF) >> HALF
const upperOf = (sum: number): number => (sum - lowerOf(sum)) >> HALF
/** So many of the largest weight fit into half a number: what stands behind them is not weighed. */
const MOST_TURNS = 256
export const TENTHS = 10

const codeOf = (sign: string): number => sign.charCodeAt(0)
const [BEGIN, END, GOOD, MEDICINE, NUMBER, MEASURE, PLACE] = [...'^$GDNMP'].map(codeOf)
const SPACE = codeOf(' ')

let masked = new Uint16Array(1024)

/** Writes what stands in the text as it stands there, words in Latin letters as a sign each; returns how many signs there are now. */
const copy = (text: string, from: number, to: number, length: number): number => {
  let at = from
  while (at < to) {
    const code = text.charCodeAt(at)
    if (kindOfSign(code) !== LATIN) {
      masked[length++] = code
      at++
      continue
    }
    const end = latinEnd(text, at, to)
    if (masked[length - 1] === SPACE) length--
    masked[length++] = signOfLatin(text, at, end)
    at = end
  }
  return length
}

/** Writes tokens with goods, numbers, measures and places masked, and of a run of marks the first, into `masked`, with a 0 behind; returns how many signs. */
const mask = (message: Message, from: number, to: number): number => {
  const { tokens, text } = message
  if (text.length + LONGEST_TURN > masked.length) masked = new Uint16Array(text.length * 2)
  const signs = masked
  let length = 0
  let place = null
  signs[length++] = BEGIN ?? 0
  for (let index = from; index < to; index++) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.place !== null) {
      if (token.place !== place) signs[length++] = PLACE ?? 0
      place = token.place
      /** 501室菜已取: the words run on behind the door. */
      length = copy(text, Math.max(token.start, place.end), token.end, length)
      continue
    }
    const { good } = token
    if (good !== null) signs[length++] = (good.medicine === '' ? GOOD : MEDICINE) ?? 0
    else if (token.kind === 'number') signs[length++] = NUMBER ?? 0
    else if (token.measure !== null) signs[length++] = MEASURE ?? 0
    else if (token.mark === 'space' && isLatinSign(signs[length - 1])) continue
    else if (token.mark === null || text.charCodeAt(token.start) !== signs[length - 1]) length = copy(text, token.start, token.end, length)
  }
  signs[length++] = END ?? 0
  signs[length] = 0
  return length
}

/** The same as a text, for who learns from it. */
export const maskedText = (message: Message): string => String.fromCharCode(...masked.subarray(0, mask(message, 0, message.tokens.length)))

/** How a sum of weights is made comparable between short and long messages. */
export const scaleOf = (signs: number): number => 1 / Math.sqrt(signs)

export class Gist<Kinds extends string> {
  constructor(
    readonly kinds: readonly Kinds[],
    readonly weights: readonly number[],
  ) {}

  get likeliest(): Kinds {
    const [first] = this.kinds
    if (first === undefined) throw new Error('a gist of no kinds')
    let best = 0
    for (let kind = 1; kind < this.kinds.length; kind++) if ((this.weights[kind] ?? 0) > (this.weights[best] ?? 0)) best = kind
    return this.kinds[best] ?? first
  }

  /** How likely it is one of these kinds, 0 to 1. */
  shareOf(kinds: readonly Kinds[]): number {
    const highest = Math.max(...this.weights)
    let all = 0
    let meant = 0
    for (let index = 0; index < this.kinds.length; index++) {
      const share = Math.exp((this.weights[index] ?? 0) - highest)
      const kind = this.kinds[index]
      all += share
      if (kind !== undefined && kinds.includes(kind)) meant += share
    }
    return meant / all
  }

  /** How many times as likely one kind is as another. */
  odds(kind: Kinds, other: Kinds): number {
    return Math.exp((this.weights[this.kinds.indexOf(kind)] ?? 0) - (this.weights[this.kinds.indexOf(other)] ?? 0))
  }
}

export class Turns<Kinds extends string> {
  readonly #kinds: readonly Kinds[]
  readonly #trie: Trie
  readonly #weights: Int32Array

  /** `weights`: of each turn, in the order of the trie's values from 1, a packed number for each two kinds. */
  constructor(kinds: readonly Kinds[], trie: TrieTables, weights: Int32Array) {
    this.#kinds = kinds
    this.#trie = new Trie(trie)
    this.#weights = weights
  }

  /** Of the tokens from one to before another. The sums are written out: a loop over them costs twice as much. */
  gistOf(message: Message, from = 0, to = message.tokens.length): Gist<Kinds> {
    const trie = this.#trie
    const weights = this.#weights
    const length = mask(message, from, to)
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
    let turns = 0
    for (let index = 0; index < length; index++) {
      const found = trie.allAt(masked, index)
      turns += found
      if (turns > MOST_TURNS) break
      for (let at = 0; at < found; at++) {
        const row = ((trie.values[at] ?? 1) - 1) * WORDS
        a += weights[row] ?? 0
        b += weights[row + 1] ?? 0
        c += weights[row + 2] ?? 0
        d += weights[row + 3] ?? 0
        e += weights[row + 4] ?? 0
        f += weights[row + 5] ?? 0
        g += weights[row + 6] ?? 0
        h += weights[row + 7] ?? 0
      }
    }
    const scale = scaleOf(length) / TENTHS
    const likeness: number[] = []
    for (const sum of [a, b, c, d, e, f, g, h]) likeness.push(lowerOf(sum) * scale, upperOf(sum) * scale)
    return new Gist(this.#kinds, likeness)
  }

  /** The turns that speak most for one kind against another, the strongest first. */
  strongest(message: Message, kind: Kinds, other: Kinds, count: number): string[] {
    const length = mask(message, 0, message.tokens.length)
    const words = latinIn(message.text)
    const weights = new Map<string, number>()
    const weightOf = (row: number, one: Kinds): number => {
      const at = this.#kinds.indexOf(one)
      const word = this.#weights[row * WORDS + (at >> 1)] ?? 0
      return at % 2 === 0 ? lowerOf(word) : upperOf(word)
    }
    for (let index = 0; index < length; index++) {
      const found = this.#trie.allAt(masked, index)
      for (let at = 0; at < found; at++) {
        const row = (this.#trie.values[at] ?? 1) - 1
        const turn = withWords(String.fromCharCode(...masked.subarray(index, this.#trie.ends[at])), words)
        weights.set(turn, (weights.get(turn) ?? 0) + weightOf(row, kind) - weightOf(row, other))
      }
    }
    return [...weights]
      .filter(([, weight]) => weight > 0)
      .sort(([, one], [, two]) => two - one)
      .slice(0, count)
      .map(([turn]) => turn.replace(/[{}]+/gu, ' ').trim())
  }
}

/** The kind of what a resident's message does; where it does several things, of what matters most. */
export const kindOf = (acts: readonly (Act | { act: string; what?: unknown })[], urgent: Urgency | null): Kind => {
  if (urgent === 'emergency') return 'emergency'
  for (const kind of KINDS) {
    const act = acts.find((one) => one.act === kind || (one.act === 'problem' && 'what' in one && one.what === kind))
    if (act !== undefined) return kind
  }
  return urgent === 'distress' ? 'distress' : 'talk'
}

/** The same of a message of staff: of a stock what it says, of a test round what is done with it. */
export const staffKindOf = (acts: readonly { act: string; state?: unknown; op?: unknown }[]): StaffKind => {
  for (const kind of STAFF_KINDS)
    if (acts.some(({ act, state, op }) => act === kind || (act === 'stock' && state === kind) || (act === 'round' && op === kind)))
      return kind
  return 'talk'
}
