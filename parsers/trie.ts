/**
 * A dictionary read sign by sign: one open hash table of (node, sign) → (node, value), so that looking up costs the same whatever its
 * size. What a step needs lies in one line of the processor's cache. Two steps of three lead nowhere: a bit for each hash (a filter after
 * Bloom, 1970) tells most of those apart in a table that stays in the cache.
 */

/** Numbers in a slot: node, sign, the node that follows (0 in an empty slot), value of the word that ends there. */
const WIDTH = 4
const NEXT = 2
const VALUE = 3
const SIGNS = 65_536
/** Words that begin at one sign: each is longer than the one before. */
const MOST = 64

/** Bits a slot: one step of eight that lead nowhere is looked up in vain. */
const BITS = 4

export interface TrieTables {
  slots: Int32Array
  steps: Int32Array
  /** Of the first steps those that there are: sign, node, value. */
  roots: Int32Array
}

const shiftFor = (steps: Int32Array): number => 32 - Math.log2(steps.length * 32)

export class Trie {
  #slots: Int32Array
  #mask: number
  #used = 0
  #nodes = 1
  readonly values = new Int32Array(MOST)
  readonly ends = new Int32Array(MOST)
  /** The first step is taken once a sign of every text: the node that follows and the value of a word of one sign. */
  readonly #roots: Int32Array

  /** Which hashes lead on: a bit each, found by the hash's highest bits. */
  #steps: Int32Array = Int32Array.of(-1, -1)
  #shift = 26

  /** Reads what `tables` wrote; `slots` and `steps` are used as they lie there. */
  static from({ slots, steps, roots }: TrieTables): Trie {
    const trie = new Trie(0)
    trie.#slots = slots
    trie.#mask = slots.length / WIDTH - 1
    trie.#steps = steps
    trie.#shift = shiftFor(steps)
    for (let at = 0; at < roots.length; at += 3) {
      const first = (roots[at] ?? 0) << 1
      trie.#roots[first] = roots[at + 1] ?? 0
      trie.#roots[first + 1] = roots[at + 2] ?? 0
    }
    return trie
  }

  /** All of it, as small as it may be. */
  tables(): TrieTables {
    while (this.#mask > this.#used * 2.6) this.#resize(this.#slots.length / 2)
    const slots = this.#slots
    const steps = new Int32Array(((this.#mask + 1) * BITS) / 32)
    const shift = shiftFor(steps)
    for (let from = 0; from < slots.length; from += WIDTH) {
      if (slots[from + NEXT] === 0) continue
      const hashed = hash(slots[from] ?? 0, slots[from + 1] ?? 0)
      const at = hashed >>> (shift + 5)
      steps[at] = (steps[at] ?? 0) | (1 << (hashed >>> shift))
    }
    const roots: number[] = []
    for (let sign = 0; sign < SIGNS; sign++) {
      const node = this.#roots[sign << 1] ?? 0
      const value = this.#roots[(sign << 1) + 1] ?? 0
      if (node !== 0 || value !== 0) roots.push(sign, node, value)
    }
    return { slots, steps, roots: Int32Array.from(roots) }
  }

  constructor(expectedNodes = 16_384) {
    let size = 1024
    while (size < expectedNodes * 1.5) size *= 2
    this.#slots = new Int32Array(size * WIDTH)
    this.#mask = size - 1
    this.#roots = new Int32Array(SIGNS * 2)
  }

  /** Value of a whole word, 0 where there is none. */
  get(word: string): number {
    const first = word.charCodeAt(0) << 1
    let node = this.#roots[first] ?? 0
    let value = this.#roots[first + 1] ?? 0
    for (let index = 1; index < word.length; index++) {
      const slot = this.#slot(node, word.charCodeAt(index))
      node = this.#slots[slot + NEXT] ?? 0
      if (node === 0) return 0
      value = this.#slots[slot + VALUE] ?? 0
    }
    return value
  }

  /** `value` is more than 0. */
  set(word: string, value: number): void {
    const first = word.charCodeAt(0) << 1
    if (word.length === 1) {
      this.#roots[first + 1] = value
      return
    }
    if (this.#roots[first] === 0) this.#roots[first] = this.#nodes++
    let node = this.#roots[first] ?? 0
    for (let index = 1; index < word.length; index++) {
      const slot = this.#made(node, word.charCodeAt(index))
      node = this.#slots[slot + NEXT] ?? 0
      if (index === word.length - 1) this.#slots[slot + VALUE] = value
    }
  }

  /** Value of the word whose codes these are, with a 0 behind the last one; 0 where there is none. */
  ofCodes(codes: Uint16Array): number {
    const first = (codes[0] ?? 0) << 1
    let node = this.#roots[first] ?? 0
    let value = this.#roots[first + 1] ?? 0
    for (let index = 1; codes[index] !== 0; index++) {
      const slot = this.#slot(node, codes[index] ?? 0)
      node = this.#slots[slot + NEXT] ?? 0
      if (node === 0) return 0
      value = this.#slots[slot + VALUE] ?? 0
    }
    return value
  }

  /** Value of a word of one sign, 0 where there is none. */
  ofSign(code: number): number {
    return this.#roots[(code << 1) + 1] ?? 0
  }

  /**
   * All words that begin at `from`, the shortest first: their count; `values` and `ends` tell of them until the next call. The signs are
   * codes, with a 0 behind the last one.
   */
  allAt(codes: Uint16Array, from: number): number {
    const first = (codes[from] ?? 0) << 1
    let node = this.#roots[first] ?? 0
    const single = this.#roots[first + 1] ?? 0
    let count = 0
    if (single !== 0) {
      this.values[0] = single
      this.ends[count++] = from + 1
    }
    const slots = this.#slots
    const steps = this.#steps
    const shift = this.#shift
    for (let index = from + 1; node !== 0; index++) {
      const sign = codes[index] ?? 0
      if (sign === 0) break
      const hashed = hash(node, sign)
      if (((steps[hashed >>> (shift + 5)] ?? 0) & (1 << (hashed >>> shift))) === 0) break
      const slot = this.#slot(node, sign)
      node = slots[slot + NEXT] ?? 0
      const value = slots[slot + VALUE] ?? 0
      if (value !== 0 && count < MOST) {
        this.values[count] = value
        this.ends[count++] = index + 1
      }
    }
    return count
  }

  /** Where a step is, or would be, noted. */
  #slot(node: number, sign: number): number {
    const slots = this.#slots
    let slot = hash(node, sign) & this.#mask
    while (slots[slot * WIDTH + NEXT] !== 0 && (slots[slot * WIDTH] !== node || slots[slot * WIDTH + 1] !== sign))
      slot = (slot + 1) & this.#mask
    return slot * WIDTH
  }

  #made(node: number, sign: number): number {
    if (this.#used * 1.5 > this.#mask) this.#resize(this.#slots.length * 2)
    const slot = this.#slot(node, sign)
    if (this.#slots[slot + NEXT] !== 0) return slot
    this.#slots[slot] = node
    this.#slots[slot + 1] = sign
    this.#slots[slot + NEXT] = this.#nodes++
    this.#used++
    return slot
  }

  #resize(length: number): void {
    const old = this.#slots
    this.#slots = new Int32Array(length)
    this.#mask = length / WIDTH - 1
    for (let from = 0; from < old.length; from += WIDTH)
      if (old[from + NEXT] !== 0) this.#slots.set(old.subarray(from, from + WIDTH), this.#slot(old[from] ?? 0, old[from + 1] ?? 0))
  }
}

const hash = (node: number, sign: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(sign, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
