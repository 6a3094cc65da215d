/** A regular expression that is only asked where the text holds a pair of signs without which it cannot match. */

/** Kept by order of creation: a pattern's place in the spotted bits of a text. */
export const PATTERNS: Pattern[] = []

export class Pattern {
  readonly #word: number
  readonly #bit: number
  /** It matches wherever what it needs stands; known once the spotter's tables are made. */
  sure = false

  constructor(readonly regex: RegExp) {
    const place = PATTERNS.push(this) - 1
    this.#word = place >> 5
    this.#bit = 1 << (place & 31)
  }

  /** Whether it can match in the text whose spotted bits these are, or in any part of it. */
  may(spotted: Spotted): boolean {
    return ((spotted[this.#word] ?? 0) & this.#bit) !== 0
  }
}

/** One bit a pattern, 32 in a number: whether the text holds what the pattern needs. */
export type Spotted = ArrayLike<number>

export const pattern = (regex: RegExp): Pattern => new Pattern(regex)

/** A pattern of words divided by spaces; `_` stands for a space inside one. Each may be a small expression. */
export const wordsPattern = (words: string): Pattern =>
  new Pattern(
    new RegExp(
      words
        .trim()
        .split(/\s+/u)
        .map((word) => word.replaceAll('_', ' '))
        .join('|'),
      'u',
    ),
  )
