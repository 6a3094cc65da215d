/** A dictionary read sign by sign: one open hash table of (node, sign) → node, so that looking up costs the same whatever its size. */

const EMPTY = -1

export class Trie {
  #keys: Int32Array
  #signs: Uint16Array
  #targets: Int32Array
  #mask: number
  #used = 0
  /** Value of a node, 0 where no word ends there. */
  #values: Int32Array
  #nodes = 1
  /** The first step is taken once a sign of every text: straight to its node. */
  readonly #roots = new Int32Array(65536)

  constructor(expectedNodes = 16384) {
    let size = 1024
    while (size < expectedNodes * 2) size *= 2
    this.#keys = new Int32Array(size).fill(EMPTY)
    this.#signs = new Uint16Array(size)
    this.#targets = new Int32Array(size)
    this.#mask = size - 1
    this.#values = new Int32Array(expectedNodes + 1)
  }

  /** Value of a whole word, 0 where there is none. */
  get(word: string): number {
    return this.valueOf(word, 0, word.length)
  }

  /** Value of the word that is a part of a text, 0 where it is none. */
  valueOf(text: string, from: number, to: number): number {
    let node = 0
    for (let index = from; index < to; index++) {
      node = this.#step(node, text.charCodeAt(index))
      if (node === 0) return 0
    }
    return this.#values[node] ?? 0
  }

  set(word: string, value: number): void {
    let node = 0
    for (let index = 0; index < word.length; index++) node = this.#grow(node, word.charCodeAt(index))
    if (node > 0) this.#values[node] = value
  }

  /** End of the longest word that begins at `from`, `from` itself where none does; `value` tells its value. */
  longest(text: string, from: number, found: { value: number }): number {
    let node = this.#roots[text.charCodeAt(from)] ?? 0
    let end = from
    for (let index = from + 1; node !== 0; index++) {
      const value = this.#values[node] ?? 0
      if (value !== 0) {
        end = index
        found.value = value
      }
      if (index >= text.length) break
      node = this.#step(node, text.charCodeAt(index))
    }
    return end
  }

  #slot(node: number, sign: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(sign, 0x85ebca6b)) & this.#mask
    while (this.#keys[slot] !== EMPTY && (this.#keys[slot] !== node || this.#signs[slot] !== sign)) slot = (slot + 1) & this.#mask
    return slot
  }

  #step(node: number, sign: number): number {
    if (node === 0) return this.#roots[sign] ?? 0
    return this.#targets[this.#slot(node, sign)] ?? 0
  }

  #grow(node: number, sign: number): number {
    const known = this.#step(node, sign)
    if (known !== 0) return known
    const made = this.#nodes++
    if (made >= this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    if (node === 0) this.#roots[sign] = made
    else {
      if (this.#used * 2 > this.#mask) this.#widen()
      const slot = this.#slot(node, sign)
      this.#keys[slot] = node
      this.#signs[slot] = sign
      this.#targets[slot] = made
      this.#used++
    }
    return made
  }

  #widen(): void {
    const { 0: keys, 1: signs, 2: targets } = [this.#keys, this.#signs, this.#targets] as const
    this.#keys = new Int32Array(keys.length * 2).fill(EMPTY)
    this.#signs = new Uint16Array(keys.length * 2)
    this.#targets = new Int32Array(keys.length * 2)
    this.#mask = keys.length * 2 - 1
    for (let old = 0; old < keys.length; old++) {
      const node = keys[old] ?? EMPTY
      if (node === EMPTY) continue
      const slot = this.#slot(node, signs[old] ?? 0)
      this.#keys[slot] = node
      this.#signs[slot] = signs[old] ?? 0
      this.#targets[slot] = targets[old] ?? 0
    }
  }
}
