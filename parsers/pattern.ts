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
  #pieces: readonly Pattern[] | null = null
  #firstPiece = 0
  #sure: ArrayLike<number> = []
  /** It matches wherever what it needs stands. */
  sure = false

  /** `place` is that of its bit; without one it is a pattern of its own and not a piece. */
  constructor(
    readonly source: string,
    regex: RegExp | null = null,
    place: number | null = null,
  ) {
    const bit = place ?? PATTERNS.push(this) - 1
    this.#word = bit >> 5
    this.#bit = 1 << (bit & 31)
    this.#regex = regex
    if (place !== null) this.#pieces = [this]
  }

  /** Tells it what the spotter's tables hold: the place of its first piece, and for all places whether they match surely. */
  lay(own: number, firstPiece: number, sure: ArrayLike<number>): void {
    this.sure = sure[own] === 1
    this.#firstPiece = firstPiece
    this.#sure = sure
    this.#pieces = null
  }

  /** What it is made of, itself where it is short: it matches where one of them does. Made when it is first asked: many never are. */
  get pieces(): readonly Pattern[] {
    this.#pieces ??= this.#split()
    return this.#pieces
  }

  get regex(): RegExp {
    this.#regex ??= new RegExp(this.source, 'u')
    return this.#regex
  }

  /** Whether it can match in the text whose spotted bits these are, or in any part of it. */
  may(spotted: Spotted): boolean {
    return ((spotted[this.#word] ?? 0) & this.#bit) !== 0
  }

  #split(): readonly Pattern[] {
    const sources = piecesOf(this.source)
    if (sources.length < 2) return [this]
    return sources.map((source, index) => {
      const piece = new Pattern(source, null, this.#firstPiece + index)
      piece.sure = this.#sure[this.#firstPiece + index] === 1
      return piece
    })
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
