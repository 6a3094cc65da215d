/** What a number counts, told by the word behind it or, in English, before it. */
import { BEFORE, BEHIND, type Kind } from './words.js'

const KINDS: readonly Kind[] = ['building', 'storey', 'unit', 'room', 'house', 'floor', 'lane', 'area']

const tableOf = (words: Readonly<Partial<Record<Kind, readonly string[]>>>): ReadonlyMap<string, Kind> =>
  new Map(KINDS.flatMap((kind) => (words[kind] ?? []).map((word): [string, Kind] => [word, kind])))

const behind = tableOf(BEHIND)
const before = tableOf(BEFORE)
const longestBehind = Math.max(...[...behind.keys()].map((word) => word.length))

const isLatin = (sign: string | undefined): boolean => sign !== undefined && /[\da-z]/u.test(sign)

/** Kind by the longest word of the table that stands at `from`, or after one space; `end` is behind the word. */
export const kindBehind = (text: string, from: number): { kind: Kind; end: number } | null => {
  const start = text[from] === ' ' ? from + 1 : from
  for (let length = Math.min(longestBehind, text.length - start); length > 0; length--) {
    const end = start + length
    const kind = behind.get(text.slice(start, end))
    if (kind !== undefined && !(isLatin(text[start]) && isLatin(text[end]))) return { kind, end }
  }
  return null
}

/** Kind by the English word that begins a run: `bldg`, or `rm` in rm301. */
export const kindBefore = (run: string): { kind: Kind; length: number } | null => {
  const digits = run.search(/\d/u)
  const length = digits < 0 ? run.length : digits
  const kind = before.get(run.slice(0, length))
  return kind === undefined ? null : { kind, length }
}
