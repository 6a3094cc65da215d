/** Lays words with their values into the double array of a dictionary (`trie.ts`). */
import type { TrieTables } from './trie.js'

/** Words of `sorted` that share so many first signs, and the cell of their last one, -1 for the node of a first sign. */
interface Node {
  from: number
  to: number
  signs: number
  cell: number
}

/** A sign behind a node: its number, its value, and the words that hold it there. */
interface Step {
  number: number
  value: number
  from: number
  to: number
}

/** Values are more than 0. */
export const trieTables = (values: ReadonlyMap<string, number>): TrieTables => {
  const sorted = [...values.keys()].sort()
  const signs = byFrequency(sorted)
  const numbers = new Uint16Array(65_536)
  for (const [index, sign] of signs.entries()) numbers[sign] = index + 1
  const roots = new Int32Array((signs.length + 1) * 2)
  const cells = new Cells(signs.length)

  const stepsOf = ({ from, to, signs: depth }: Node): Step[] => {
    const steps: Step[] = []
    for (let at = from; at < to; ) {
      const word = sorted[at] ?? ''
      const sign = word.charCodeAt(depth)
      const first = at
      while (at < to && sorted[at]?.charCodeAt(depth) === sign) at++
      const ends = word.length === depth + 1
      steps.push({ number: numbers[sign] ?? 0, value: ends ? (values.get(word) ?? 0) : 0, from: ends ? first + 1 : first, to: at })
    }
    return steps
  }

  /** One level behind the other: nodes with many steps come first, while there is much room. */
  const nodes: Node[] = []
  for (const { number, value, from, to } of stepsOf({ from: 0, to: sorted.length, signs: 0, cell: -1 })) {
    roots[number * 2 + 1] = value
    if (from < to) nodes.push({ from, to, signs: 1, cell: -number })
  }
  for (const node of nodes) {
    const steps = stepsOf(node)
    const base = cells.baseFor(steps)
    if (node.cell < 0) roots[-node.cell * 2] = base
    else cells.setBase(node.cell, base)
    for (const { number, value, from, to } of steps) {
      cells.take(base, number, value)
      if (from < to) nodes.push({ from, to, signs: node.signs + 1, cell: base + number })
    }
  }
  return { signs: Uint16Array.from(signs), roots, ...cells.tables() }
}

const byFrequency = (words: readonly string[]): number[] => {
  const counts = new Map<number, number>()
  for (const word of words)
    for (let index = 0; index < word.length; index++) counts.set(word.charCodeAt(index), (counts.get(word.charCodeAt(index)) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([sign]) => sign)
}

/** So many looks in vain, and the room before is held to be full. */
const PATIENCE = 2000

class Cells {
  #checks = new Int32Array(1 << 16)
  #cells = new Int32Array(1 << 17)
  /** For each cell a free one at or behind it, or one that leads to it. */
  #free = Int32Array.from({ length: 1 << 16 }, (_, cell) => cell)
  readonly #bases = new Set<number>()
  #start = 1
  #end = 0

  constructor(readonly signs: number) {}

  /** A base that no other node has, from which all these steps lead to free cells. */
  baseFor(steps: readonly Step[]): number {
    let least = steps[0]?.number ?? 0
    for (const { number } of steps) least = Math.min(least, number)
    let cell = this.#freeFrom(Math.max(this.#start, least + 1))
    for (let looks = 1; ; looks++) {
      const base = cell - least
      if (!this.#bases.has(base) && steps.every(({ number }) => this.#isFree(base + number))) {
        if (looks > PATIENCE) this.#start = cell
        this.#bases.add(base)
        return base
      }
      cell = this.#freeFrom(cell + 1)
    }
  }

  take(base: number, number: number, value: number): void {
    const cell = base + number
    this.#reach(cell + 1)
    this.#checks[cell] = base
    this.#cells[cell * 2 + 1] = value
    this.#free[cell] = cell + 1
    this.#end = Math.max(this.#end, cell + 1)
  }

  setBase(cell: number, base: number): void {
    this.#cells[cell * 2] = base
  }

  /** With room behind the last one for every step that leads nowhere. */
  tables(): Pick<TrieTables, 'checks' | 'cells'> {
    this.#reach(this.#end + this.signs)
    return { checks: this.#checks.slice(0, this.#end + this.signs + 1), cells: this.#cells.slice(0, this.#end * 2) }
  }

  #isFree(cell: number): boolean {
    return (this.#checks[cell] ?? 0) === 0
  }

  #freeFrom(cell: number): number {
    this.#reach(cell + 1)
    let found = cell
    while (this.#free[found] !== found) {
      found = this.#free[found] ?? 0
      this.#reach(found + 1)
    }
    for (let at = cell; at !== found; ) {
      const next = this.#free[at] ?? 0
      this.#free[at] = found
      at = next
    }
    return found
  }

  #reach(cell: number): void {
    const { length } = this.#checks
    if (cell < length) return
    const grown = <Table extends Int32Array>(table: Table, made: Table): Table => {
      made.set(table)
      return made
    }
    const wide = Math.max(length * 2, cell + 1)
    this.#checks = grown(this.#checks, new Int32Array(wide))
    this.#cells = grown(this.#cells, new Int32Array(wide * 2))
    const known = this.#free
    this.#free = Int32Array.from({ length: wide }, (_, at) => known[at] ?? at)
  }
}
