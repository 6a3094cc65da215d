/**
 * A dictionary read sign by sign: a double array (Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure", 1989), in
 * which a step is one look, whether it leads on or not, and looking up costs the same whatever its size. Signs are numbered by how often
 * words hold them, so that what common words need lies close together and stays in the processor's cache.
 */

export interface TrieTables {
  /** The signs that words are made of: those of the numbers 1, 2, 3 … */
  signs: Uint16Array
  /** For each number the base of the node behind the first step, and the value of the word of that one sign. */
  roots: Int32Array
  /** For each cell the base of the node from which a step leads there, 0 where none does. A step from a base goes to it plus the sign's number. */
  checks: Int32Array
  /** For each cell the base of the node there, 0 where no word goes on, and the value of the word that ends there, 0 for none. */
  cells: Int32Array
}

const SIGNS = 65_536
/** Words that begin at one sign: each is longer than the one before. */
const MOST = 64

export class Trie {
  readonly values = new Int32Array(MOST)
  readonly ends = new Int32Array(MOST)
  readonly #numbers = new Uint16Array(SIGNS)
  readonly #roots: Int32Array
  readonly #checks: Int32Array
  readonly #cells: Int32Array

  /** The tables are used as they lie there. */
  constructor({ signs, roots, checks, cells }: TrieTables) {
    for (let index = 0; index < signs.length; index++) this.#numbers[signs[index] ?? 0] = index + 1
    this.#roots = roots
    this.#checks = checks
    this.#cells = cells
  }

  /** Value of the word whose codes these are, with a 0 behind the last one; 0 where there is none. */
  ofCodes(codes: Uint16Array): number {
    const first = (this.#numbers[codes[0] ?? 0] ?? 0) << 1
    let base = this.#roots[first] ?? 0
    let value = this.#roots[first + 1] ?? 0
    for (let index = 1; codes[index] !== 0; index++) {
      const cell = base + (this.#numbers[codes[index] ?? 0] ?? 0)
      if (base === 0 || this.#checks[cell] !== base) return 0
      base = this.#cells[cell << 1] ?? 0
      value = this.#cells[(cell << 1) + 1] ?? 0
    }
    return value
  }

  /** Value of a word of one sign, 0 where there is none. */
  ofSign(code: number): number {
    return this.#roots[((this.#numbers[code] ?? 0) << 1) + 1] ?? 0
  }

  /**
   * All words that begin at `from`, the shortest first: their count; `values` and `ends` tell of them until the next call. The signs are
   * codes, with a 0 behind the last one.
   */
  allAt(codes: Uint16Array, from: number): number {
    const numbers = this.#numbers
    const checks = this.#checks
    const cells = this.#cells
    const first = (numbers[codes[from] ?? 0] ?? 0) << 1
    let base = this.#roots[first] ?? 0
    const single = this.#roots[first + 1] ?? 0
    let count = 0
    if (single !== 0) {
      this.values[0] = single
      this.ends[count++] = from + 1
    }
    for (let index = from + 1; base !== 0; index++) {
      const cell = base + (numbers[codes[index] ?? 0] ?? 0)
      if (checks[cell] !== base) break
      base = cells[cell << 1] ?? 0
      const value = cells[(cell << 1) + 1] ?? 0
      if (value !== 0 && count < MOST) {
        this.values[count] = value
        this.ends[count++] = index + 1
      }
    }
    return count
  }
}
