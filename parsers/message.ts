/** A message as the matchers see it: folded text, tokens, places, clauses with their cues, amounts. */
import type { LayoutFacts } from '../config/catalogue-types.js'
import { BIT, type Cue, type Lexicon } from './lexicon.js'
import { findPlaces, type Place } from './matchers/addresses.js'
import { type Amount, readAmounts } from './matchers/amounts.js'
import { foldText } from './text.js'
import { type Token, tokenize } from './tokens.js'

/** From one comma or stop to the next. */
export interface Clause {
  from: number
  to: number
  start: number
  end: number
  cues: number
  text: string
  /** Which sentence it belongs to: clauses between two stops share one. */
  sentence: number
}

export interface Message {
  /** As handed in, and folded. */
  raw: string
  text: string
  at: (offset: number) => number
  tokens: Token[]
  places: Place[]
  clauses: Clause[]
  /** What the clauses between two stops hold together, by the number of their sentence. */
  sentences: { text: string; cues: number }[]
  amounts: Amount[]
  /** By the index of their first token. */
  amountAt: ReadonlyMap<number, Amount>
  cues: number
  /** Places that begin in a clause. */
  placesIn: (clause: Clause) => readonly Place[]
  /** The place that covers a token. */
  placeOf: (token: Token) => Place | undefined
}

export const has = (cues: number, cue: Cue): boolean => (cues & BIT[cue]) !== 0

const decoded = (text: string): string =>
  text.includes('&') || text.includes('<')
    ? text.replace(/&nbsp;/gu, '      ').replace(/<\/?(?:b|br|i|p|div|span)\s?\/?>/giu, (tag) => ' '.repeat(tag.length))
    : text

export const readMessage = (raw: string, lexicon: Lexicon, layout: LayoutFacts | undefined): Message => {
  const { text, at } = foldText(decoded(raw))
  const tokens = tokenize(text, lexicon)
  const found = { value: 0 }
  const places = findPlaces(text, layout, (index) => {
    const end = lexicon.trie.longest(text, index, found)
    return lexicon.words[found.value]?.good ? end : index
  })
  let next = 0
  const covered = new Map<number, Place>()
  for (const token of tokens) {
    while (next < places.length && (places[next]?.end ?? 0) <= token.start) next++
    const place = places[next]
    if (place !== undefined && token.start < place.end && token.end > place.start) covered.set(token.start, place)
  }
  const placeOf = (token: Token): Place | undefined => covered.get(token.start)
  const amounts = readAmounts(tokens, text, (token) => covered.has(token.start))
  const clauses = cutClauses(tokens, text, covered)
  let cues = 0
  const sentences: { text: string; cues: number }[] = []
  const within = new Map<Clause, Place[]>()
  let place = 0
  for (const clause of clauses) {
    cues |= clause.cues
    const sentence = sentences[clause.sentence] ?? { text: '', cues: 0 }
    sentences[clause.sentence] = sentence
    sentence.text += `${clause.text},`
    sentence.cues |= clause.cues
    while ((places[place]?.start ?? Number.POSITIVE_INFINITY) < clause.start) place++
    const own: Place[] = []
    for (let one = places[place]; one !== undefined && one.start < clause.end; one = places[++place]) own.push(one)
    within.set(clause, own)
  }
  const amountAt = new Map(amounts.map((amount) => [amount.from, amount]))
  const placesIn = (clause: Clause): readonly Place[] => within.get(clause) ?? []
  return { raw, text, at, tokens, places, clauses, sentences, amounts, amountAt, cues, placesIn, placeOf }
}

/** Longer ones are cut, so that what is asked of a clause costs no more than its length. */
const LONGEST_CLAUSE = 160
const LONGEST_SENTENCE = 24

const cutClauses = (tokens: readonly Token[], text: string, covered: ReadonlyMap<number, Place>): Clause[] => {
  const clauses: Clause[] = []
  let from = 0
  let cues = 0
  let sentence = 0
  const close = (to: number): void => {
    const first = tokens[from]
    const last = tokens[to - 1]
    if (to > from && first !== undefined && last !== undefined)
      clauses.push({ from, to, start: first.start, end: last.end, cues, text: text.slice(first.start, last.end), sentence })
    from = to + 1
    cues = 0
  }
  let inSentence = 0
  for (const [index, token] of tokens.entries()) {
    if (index - from >= LONGEST_CLAUSE) {
      close(index)
      from = index
      sentence++
      inSentence = 0
    }
    if (
      token.mark !== null &&
      !covered.has(token.start) &&
      (token.mark === 'comma' || token.mark === 'stop' || token.mark === 'line' || token.mark === 'bullet')
    ) {
      close(index)
      inSentence++
      if (token.mark !== 'comma' || inSentence >= LONGEST_SENTENCE) {
        sentence++
        inSentence = 0
      }
      continue
    }
    if (!covered.has(token.start)) cues |= token.cues
  }
  close(tokens.length)
  return clauses
}
