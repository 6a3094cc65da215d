/** A regular expression that is only asked where the text holds a pair of signs without which it cannot match. */
import { alternativesOf } from './choice.js'

/** All of them, by order of creation: the spotter's tables give each its place in the spotted bits of a text. */
export const PATTERNS: Pattern[] = []

/** A long choice is asked piece by piece, since a text holds what two or three of its fifty alternatives need. */
const LONG_CHOICE = 150

/** What the spotter's tables tell of all places: which match surely, and where the second half of what they need is noted. */
interface PlaceFacts {
  sure: Uint8Array
  seconds: Int32Array
}

const NOT_LAID: PlaceFacts = { sure: new Uint8Array(), seconds: new Int32Array() }

/** Whether the second half was found too, where there is one: asked last, since most need none. */
const isWhole = (second: number, spotted: Spotted): boolean => second === 0 || ((spotted[second >> 5] ?? 0) & (1 << (second & 31))) !== 0

export class Pattern {
  #word = 0
  #bit = 0
  #regex: RegExp | null = null
  /** What it is made of stands at these places, itself where it is short. */
  #first = 0
  #last = 0
  #pieces: readonly RegExp[] | null = null
  #sticky: RegExp | null = null
  #facts = NOT_LAID
  #second = 0

  readonly #words: string | null

  /** `words`: those of a choice, where it is made of words; `make` makes the expression. */
  constructor(
    readonly make: () => RegExp,
    words: string | null = null,
  ) {
    this.#words = words
    PATTERNS.push(this)
  }

  /** What it is made of: the words of a choice, or the expression's text as it stands in the program. */
  get written(): string {
    if (this.#words !== null) return this.#words
    const made = this.make.toString()
    return made.slice(made.indexOf('/'))
  }

  /** Tells it where the spotter's tables have its bit, and behind it those of its pieces. */
  lay(place: number, end: number, facts: PlaceFacts): void {
    this.#word = place >> 5
    this.#bit = 1 << (place & 31)
    this.#first = Math.min(place + 1, end - 1)
    this.#last = end - 1
    this.#facts = facts
    this.#second = facts.seconds[place] ?? 0
  }

  get regex(): RegExp {
    this.#regex ??= this.make()
    return this.#regex
  }

  get source(): string {
    return this.regex.source
  }

  /** It is asked piece by piece. */
  get isLong(): boolean {
    return this.#last > this.#first
  }

  /** Whether it can match in the text whose spotted bits these are, or in any part of it. */
  may(spotted: Spotted): boolean {
    return ((spotted[this.#word] ?? 0) & this.#bit) !== 0 && (this.isLong ? this.#mayInPieces(spotted) : isWhole(this.#second, spotted))
  }

  /** Its pieces need more than it does as a whole. */
  #mayInPieces(spotted: Spotted): boolean {
    const { seconds } = this.#facts
    for (let word = this.#first >> 5; word <= this.#last >> 5; word++)
      for (let bits = this.#bitsIn(word, spotted); bits !== 0; bits &= bits - 1)
        if (isWhole(seconds[(word << 5) + 31 - Math.clz32(bits & -bits)] ?? 0, spotted)) return true
    return false
  }

  /** Where it matches first. A long one is tried in full only where the first of its pieces is found. */
  find(spotted: Spotted, text: string): RegExpExecArray | null {
    if (!this.isLong) return this.regex.exec(text)
    const at = this.#search(spotted, text)
    if (at < 0) return null
    this.#sticky ??= new RegExp(this.source, 'uy')
    this.#sticky.lastIndex = at
    return this.#sticky.exec(text)
  }

  #search(spotted: Spotted, text: string): number {
    const first = this.#first
    const last = this.#last
    const { seconds } = this.#facts
    let found = -1
    for (let word = first >> 5; word <= last >> 5; word++)
      for (let bits = this.#bitsIn(word, spotted); bits !== 0; bits &= bits - 1) {
        const place = (word << 5) + 31 - Math.clz32(bits & -bits)
        if (!isWhole(seconds[place] ?? 0, spotted)) continue
        const at = text.search(this.#piece(place - first))
        if (at >= 0 && (found < 0 || at < found)) found = at
      }
    return found
  }

  /** Which of its pieces in a word of bits can match. */
  #bitsIn(word: number, spotted: Spotted): number {
    const from = word === this.#first >> 5 ? -1 << (this.#first & 31) : -1
    const to = word === this.#last >> 5 ? -1 >>> (31 - (this.#last & 31)) : -1
    return (spotted[word] ?? 0) & from & to
  }

  /** Whether it matches: one of its pieces does, of which only those are asked that can. `whole`: these are all the signs that were spotted. */
  matches(spotted: Spotted, text: string, whole: boolean): boolean {
    const first = this.#first
    const last = this.#last
    const { sure, seconds } = this.#facts
    for (let word = first >> 5; word <= last >> 5; word++)
      for (let bits = this.#bitsIn(word, spotted); bits !== 0; bits &= bits - 1) {
        const place = (word << 5) + 31 - Math.clz32(bits & -bits)
        if (!isWhole(seconds[place] ?? 0, spotted)) continue
        if ((whole && sure[place] === 1) || this.#piece(place - first).test(text)) return true
      }
    return false
  }

  /** Made when it is first asked: many never are. */
  #piece(index: number): RegExp {
    if (!this.isLong) return this.regex
    this.#pieces ??= piecesOf(this.source).map((source) => new RegExp(source, 'u'))
    return this.#pieces[index] ?? this.regex
  }
}

const PLAIN = /^[^()[\]{}?*+.^$\\]+$/u

/** The pieces of a long choice, none of a short one; words that are written as they are read make one together. */
export const piecesOf = (source: string): readonly string[] => {
  const alternatives = source.length < LONG_CHOICE ? [] : alternativesOf(source)
  if (alternatives.length < 2) return []
  const plain = alternatives.filter((one) => PLAIN.test(one))
  const others = alternatives.filter((one) => !PLAIN.test(one))
  return plain.length > 0 ? [plain.join('|'), ...others] : others
}

/** One bit a pattern, 32 in a number: whether the text holds what the pattern needs. */
export type Spotted = ArrayLike<number>

/** An expression; as a function, since making the four hundred of them takes longer than reading a message, which asks a few. */
export const pattern = (expression: () => RegExp): Pattern => new Pattern(expression)

/** An expression that is put together. */
export const patternOf = (source: string, flags = 'u'): Pattern => new Pattern(() => new RegExp(source, flags), source)

/** A pattern of words divided by spaces; `_` stands for a space inside one. Each may be a small expression; a word of English begins where one begins: forgot holds no got. */
export const wordsPattern = (words: string): Pattern => {
  const source = () => words.trim().split(/\s+/u).map(fromItsBegin).join('|').replaceAll('_', ' ')
  return new Pattern(() => new RegExp(source(), 'u'), words)
}
const fromItsBegin = (word: string): string => (/^(?:\(\?:)?[a-z]/u.test(word) ? `(?<![a-z])${word}` : word)
