/** A regular expression that is only asked where the text holds a pair of signs without which it cannot match. */
import { alternativesOf } from './choice.js'

/** Kept by order of creation: a pattern's place in the spotted bits of a text. */
export const PATTERNS: Pattern[] = []

/** A long choice is asked piece by piece, since a text holds what two or three of its fifty alternatives need. */
const LONG_CHOICE = 150

export class Pattern {
  readonly #word: number
  readonly #bit: number
  #regex: RegExp | null
  /** What it is made of, itself where it is short: it matches where one of them does. */
  readonly pieces: readonly Pattern[]
  /** It matches wherever what it needs stands; known once the spotter's tables are made. */
  sure = false

  constructor(
    readonly source: string,
    regex: RegExp | null = null,
    isPiece = false,
  ) {
    const place = PATTERNS.push(this) - 1
    this.#word = place >> 5
    this.#bit = 1 << (place & 31)
    this.#regex = regex
    this.pieces = isPiece || source.length < LONG_CHOICE ? [this] : piecesOf(this)
  }

  /** Made when it is first asked: many never are. */
  get regex(): RegExp {
    this.#regex ??= new RegExp(this.source, 'u')
    return this.#regex
  }

  /** Whether it can match in the text whose spotted bits these are, or in any part of it. */
  may(spotted: Spotted): boolean {
    return ((spotted[this.#word] ?? 0) & this.#bit) !== 0
  }
}

const PLAIN = /^[^()[\]{}?*+.^$\\]+$/u

/** Words that are written as they are read make one piece together. */
const piecesOf = (whole: Pattern): readonly Pattern[] => {
  const alternatives = alternativesOf(whole.source)
  if (alternatives.length === 1) return [whole]
  const plain = alternatives.filter((one) => PLAIN.test(one))
  const others = alternatives.filter((one) => !PLAIN.test(one))
  return [...(plain.length > 0 ? [plain.join('|')] : []), ...others].map((source) => new Pattern(source, null, true))
}

/** One bit a pattern, 32 in a number: whether the text holds what the pattern needs. */
export type Spotted = ArrayLike<number>

export const pattern = (regex: RegExp): Pattern => new Pattern(regex.source, regex)

/** A pattern of words divided by spaces; `_` stands for a space inside one. Each may be a small expression. */
export const wordsPattern = (words: string): Pattern =>
  new Pattern(
    words
      .trim()
      .split(/\s+/u)
      .map((word) => word.replaceAll('_', ' '))
      .join('|'),
  )
