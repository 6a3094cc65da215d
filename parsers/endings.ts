/** Whether certain words stand right before an offset, small words between left aside: 要来点 before 葱. */
const byLastSign = (words: readonly string[]): ReadonlyMap<number, readonly string[]> => {
  const map = new Map<number, string[]>()
  for (const word of words) {
    const last = word.charCodeAt(word.length - 1)
    map.set(last, [...(map.get(last) ?? []), word])
  }
  return map
}

export class Endings {
  readonly #words: ReadonlyMap<number, readonly string[]>
  readonly #fillers: ReadonlyMap<number, readonly string[]>

  /** Words and fillers as they are written, divided by spaces; `_` is a space. */
  constructor(words: string, fillers: string) {
    this.#words = byLastSign(words.split(/\s+/u).map((word) => word.replaceAll('_', ' ')))
    this.#fillers = byLastSign(fillers.split(/\s+/u).map((word) => word.replaceAll('_', ' ')))
  }

  /** Whether one of the words, and then only fillers, stand between `from` and `to`, ending at `to`. */
  standBefore(text: string, from: number, to: number): boolean {
    if (to <= from) return false
    const last = text.charCodeAt(to - 1)
    for (const word of this.#words.get(last) ?? []) if (to - word.length >= from && text.startsWith(word, to - word.length)) return true
    for (const filler of this.#fillers.get(last) ?? [])
      if (to - filler.length >= from && text.startsWith(filler, to - filler.length) && this.standBefore(text, from, to - filler.length))
        return true
    return false
  }
}
