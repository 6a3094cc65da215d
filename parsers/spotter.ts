/** Says in one pass over a text which of several word lists can occur in it, so that only those are looked for. */
export interface WordList {
  /** Words, or small patterns that begin with a plain sign. */
  pieces: readonly string[]
  pattern: RegExp
}

/** Words divided by spaces; `_` stands for a space inside one. */
export const wordList = (words: string): WordList => {
  const pieces = words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll('_', ' '))
  return { pieces, pattern: new RegExp(pieces.join('|'), 'u') }
}

const PAIRS = 65_536

export class Spotter {
  readonly #singles = new Uint32Array(65_536)
  readonly #pairs = new Uint32Array(PAIRS)

  /** One bit a list, in their order; at most 31 of them. */
  constructor(lists: readonly WordList[]) {
    for (const [index, { pieces }] of lists.entries())
      for (const piece of pieces) {
        const plain = piece.replace(/\(\?[^)]*\)/gu, '')
        const first = plain.charCodeAt(0)
        if (plain === piece && plain.length > 1 && !/[[\]().*+?\\|]/u.test(plain)) {
          const slot = this.#slot(first, plain.charCodeAt(1))
          this.#pairs[slot] = (this.#pairs[slot] ?? 0) | (1 << index)
        } else this.#singles[first] = (this.#singles[first] ?? 0) | (1 << index)
      }
  }

  spot(text: string): number {
    let spotted = 0
    let before = 0
    for (let index = 0; index < text.length; index++) {
      const sign = text.charCodeAt(index)
      spotted |= (this.#singles[sign] ?? 0) | (this.#pairs[this.#slot(before, sign)] ?? 0)
      before = sign
    }
    return spotted
  }

  #slot(first: number, second: number): number {
    return (Math.imul(first, 0x9e37) ^ second) & (PAIRS - 1)
  }
}
