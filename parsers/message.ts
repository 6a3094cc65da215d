/** A message as the matchers see it: folded text, tokens, places, clauses with their cues, amounts. */
import type { LayoutFacts } from '../config/catalogue-types.js'
import { foldMended } from './laid-out.js'
import { bitOf, type Cue, type Lexicon } from './lexicon.js'
import { findPlaces, type Place } from './matchers/addresses.js'
import { type Amount, readAmounts } from './matchers/amounts.js'
import type { Pattern, Spotted } from './pattern.js'
import { spot } from './spotter.js'
import { type Token, tokenize } from './tokens.js'
import type { Span } from './types.js'

/** From one comma or stop to the next. */
export class Clause {
  constructor(
    readonly whole: string,
    /** Index of its first token and of the one behind its last. */
    readonly from: number,
    readonly to: number,
    readonly start: number,
    readonly end: number,
    readonly cues: number,
    /** How many numbers stand in it. */
    readonly numbers: number,
    /** Which sentence it belongs to: clauses between two stops share one. */
    readonly sentence: number,
  ) {}

  get text(): string {
    return this.whole.slice(this.start, this.end)
  }
}

/** What the clauses between two stops hold together. */
export interface Sentence {
  start: number
  end: number
  cues: number
}

/** A pattern and where in the folded text it was found. */
export interface Noted {
  pattern: Pattern
  start: number
  end: number
}

export const has = (cues: number, cue: Cue): boolean => (cues & bitOf(cue)) !== 0

export class Message {
  /** Folded. */
  readonly text: string
  readonly tokens: Token[]
  readonly places: Place[]
  readonly clauses: Clause[]
  readonly sentences: Sentence[] = []
  readonly amounts: Amount[]
  /** The cues of all clauses. */
  readonly cues: number
  readonly #at: Int32Array | null
  readonly #spotted: Spotted
  #noted: Noted[] | null = null
  #holdsMoney: boolean | undefined = undefined

  constructor(
    /** As handed in. */
    readonly raw: string,
    lexicon: Lexicon,
    /** Which doors can exist. */
    readonly layout: LayoutFacts | undefined,
  ) {
    const folded = foldMended(raw, lexicon)
    const { text } = folded
    this.text = text
    this.#at = folded.at
    const spots = spot(folded, lexicon)
    this.#spotted = spots.spotted
    this.tokens = tokenize(folded, lexicon, spots)
    this.places = findPlaces(folded, layout, lexicon.endOfGood)
    if (this.places.length > 0) coverTokens(this.tokens, this.places)
    this.amounts = readAmounts(this.tokens, folded)
    this.clauses = cutClauses(this.tokens, text)
    let cues = 0
    for (const clause of this.clauses) {
      cues |= clause.cues
      const sentence = this.sentences[clause.sentence]
      if (sentence === undefined) this.sentences[clause.sentence] = { start: clause.start, end: clause.end, cues: clause.cues }
      else {
        sentence.end = clause.end
        sentence.cues |= clause.cues
      }
    }
    this.cues = cues
  }

  /** Offset in the text as handed in of an offset in the folded one. */
  at(offset: number): number {
    return this.#at === null ? offset : (this.#at[offset] ?? this.raw.length)
  }

  /** From here on keeps what is found, for a reading that is to be explained. */
  note(): void {
    this.#noted = []
  }

  get noted(): readonly Noted[] {
    return this.#noted ?? []
  }

  /** Whether a pattern is found in the text, or in a part of it: a clause, a sentence, or a piece cut out. */
  says(pattern: Pattern, part: string | Span = this.text): boolean {
    if (!pattern.may(this.#spotted)) return false
    if (part === this.text) return this.#matches(pattern, this.text, true)
    return this.#matches(pattern, typeof part === 'string' ? part : this.text.slice(part.start, part.end), false)
  }

  /** The same between two offsets; no pattern that is asked so finds something in nothing. */
  between(start: number, end: number, pattern: Pattern): boolean {
    return start < end && pattern.may(this.#spotted) && this.#matches(pattern, this.text.slice(start, end), false)
  }

  /** Whether a pattern could be found in it: cheaper than `says`, and true too often. */
  may(pattern: Pattern): boolean {
    return pattern.may(this.#spotted)
  }

  /** A part of the text with each place where a pattern is found written anew. */
  rewritten(pattern: Pattern, part: string, anew: (found: string) => string): string {
    if (!pattern.may(this.#spotted) || (pattern.isLong && !pattern.matches(this.#spotted, part, false))) return part
    return part.replace(pattern.regex, anew)
  }

  find(pattern: Pattern, part: string = this.text): RegExpExecArray | null {
    if (!pattern.may(this.#spotted)) return null
    const found = pattern.find(this.#spotted, part)
    if (found !== null && this.#noted !== null) this.#keep(this.#noted, pattern, part)
    return found
  }

  #matches(pattern: Pattern, text: string, whole: boolean): boolean {
    if (!pattern.matches(this.#spotted, text, whole)) return false
    if (this.#noted !== null) this.#keep(this.#noted, pattern, text)
    return true
  }

  /** A part that was put together of several stands nowhere, and is left out. */
  #keep(noted: Noted[], pattern: Pattern, part: string): void {
    const from = part.length === this.text.length ? 0 : this.text.indexOf(part)
    const found = pattern.regex.exec(part)
    if (from < 0 || found === null || found[0] === '') return
    const start = from + found.index
    noted.push({ pattern, start, end: start + found[0].length })
  }

  /** The clause in which an offset lies; none between two. */
  clauseAt(offset: number): Clause | undefined {
    let low = 0
    let high = this.clauses.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.clauses[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const found = this.clauses[low - 1]
    return found !== undefined && offset < found.end ? found : undefined
  }

  /** A price or a sum is said. */
  get holdsMoney(): boolean {
    this.#holdsMoney ??= this.amounts.some(({ kind }) => kind === 'money')
    return this.#holdsMoney
  }

  /** Places that begin in a clause or another part. */
  placesIn(part: Span): readonly Place[] {
    const from = firstFrom(this.places, part.start)
    let to = from
    while ((this.places[to]?.start ?? part.end) < part.end) to++
    return from === to ? NO_PLACES : this.places.slice(from, to)
  }
}

const NO_PLACES: readonly Place[] = []

/** Index of the first place that begins at an offset or behind it. */
const firstFrom = (places: readonly Place[], offset: number): number => {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Notes at each token the place that covers it. */
const coverTokens = (tokens: readonly Token[], places: readonly Place[]): void => {
  let next = 0
  for (const token of tokens) {
    while (next < places.length && (places[next]?.end ?? 0) <= token.start) next++
    const place = places[next]
    if (place === undefined) return
    if (token.end > place.start) token.place = place
  }
}

/** Longer ones are cut, so that what is asked of a clause costs no more than its length. */
const LONGEST_CLAUSE = 160
const LONGEST_SENTENCE = 24

const RUNS_ON = /^[吧呗](?:就|那|再|然后|还)?$/u
const isRunOn = (text: string, token: Token, next: Token | undefined): boolean =>
  token.kind === 'text' &&
  token.end - token.start <= 3 &&
  next?.start === token.end &&
  (next.kind === 'number' || has(next.cues, 'add')) &&
  RUNS_ON.test(text.slice(token.start, token.end))

const ASKS_FOR_ME = /^[给帮](?:我|$)|^麻烦|^求/u
const GONE = '了'
const isAskedNext = (text: string, { start, end, cues }: Token): boolean =>
  has(cues, 'want') && text[start - 1] === GONE && ASKS_FOR_ME.test(text.slice(start, end))

const cutClauses = (tokens: readonly Token[], text: string): Clause[] => {
  const clauses: Clause[] = []
  let from = 0
  let cues = 0
  let numbers = 0
  let sentence = 0
  let inSentence = 0
  const close = (to: number): void => {
    /** 鸡蛋一板, 没有就算了: the space behind a comma begins nothing. */
    const first = tokens[from]?.mark === 'space' && from + 1 < to ? tokens[from + 1] : tokens[from]
    const last = to > from ? tokens[to - 1] : undefined
    if (first !== undefined && last !== undefined) clauses.push(new Clause(text, from, to, first.start, last.end, cues, numbers, sentence))
    from = to + 1
    cues = 0
    numbers = 0
  }
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) break
    if (index - from >= LONGEST_CLAUSE) {
      close(index)
      from = index
      sentence++
      inSentence = 0
    }
    if (token.place !== null) continue
    /** 三斤不对五斤: a correction parts like a comma. */
    if (numbers > 0 && has(token.word.cues, 'mends')) {
      close(index)
      from = index
      close(index + 1)
      from = index + (tokens[index + 1]?.mark === 'space' ? 2 : 1)
      inSentence += 2
      continue
    }
    /** 来两斤吧再要点蒜, 猪肉三斤吧就四斤吧; 降压药吃完了帮我买一盒硝苯地平: said on and on, without a stop. */
    if ((numbers > 0 && isRunOn(text, token, tokens[index + 1])) || (index > from && isAskedNext(text, token))) {
      close(index)
      from = index
      inSentence++
    }
    const { mark } = token
    if (mark === null) {
      if (token.kind === 'number') numbers++
      else cues |= token.word.cues
    } else if (mark === 'comma' || mark === 'stop' || mark === 'line' || mark === 'bullet') {
      close(index)
      inSentence++
      if (mark !== 'comma' || inSentence >= LONGEST_SENTENCE) {
        sentence++
        inSentence = 0
      }
    }
  }
  close(tokens.length)
  return clauses
}
