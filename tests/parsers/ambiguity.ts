/**
 * Whether what an expression repeats can be cut into its repetitions in two ways: `(?:也|都|也都)*` reads 也都 as one and as two. Each such
 * place doubles the ways in which an engine that goes back tries a text that does not match, so that thirty of them stand still for minutes.
 * A set of words is so or not by the test of Sardinas and Patterson (1953, https://en.wikipedia.org/wiki/Sardinas%E2%80%93Patterson_algorithm),
 * here over words of sets of signs.
 */
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'

/** Ranges of codes, both ends in it. */
type Signs = readonly (readonly [number, number])[]
/** A word that one repetition may read, and what the sign behind it must be among. */
interface Word {
  signs: readonly Signs[]
  next: Signs
}

const LAST = 0x10ffff
const ANY: Signs = [[0, LAST]]
/** Stands behind the last sign of a text. */
const END = LAST + 1
const AT_END: Signs = [[END, END]]
const WHATEVER: Signs = [[0, END]]
const CLASSES = {
  any: ANY,
  property: ANY,
  digit: [[48, 57]],
  word: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
  space: [
    [9, 13],
    [32, 32],
    [0xa0, 0xa0],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ],
} as const satisfies Record<AST.CharacterSet['kind'], Signs>

const without = (signs: Signs, until = LAST): Signs => {
  const rest: [number, number][] = []
  let from = 0
  for (const [first, last] of [...signs].sort((one, other) => one[0] - other[0])) {
    if (first > from) rest.push([from, first - 1])
    from = Math.max(from, last + 1)
  }
  return from <= until ? [...rest, [from, until]] : rest
}

const shared = (one: Signs, other: Signs): Signs =>
  one.flatMap(([a, b]) =>
    other.flatMap(([c, d]): [number, number][] => (Math.max(a, c) <= Math.min(b, d) ? [[Math.max(a, c), Math.min(b, d)]] : [])),
  )

const signsOf = (node: AST.CharacterClassElement | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass): Signs => {
  switch (node.type) {
    case 'Character':
      return [[node.value, node.value]]
    case 'CharacterClassRange':
      return [[node.min.value, node.max.value]]
    case 'CharacterSet':
      return 'negate' in node && node.negate ? without(CLASSES[node.kind]) : CLASSES[node.kind]
    case 'CharacterClass': {
      const signs = node.elements.flatMap((element) => signsOf(element))
      return node.negate ? without(signs) : signs
    }
    default:
      return ANY
  }
}

/** No more words are looked at: what reads so many is to be looked at by a person. */
const MOST = 1500
class TooMany extends Error {}

const EMPTY: Word = { signs: [], next: WHATEVER }
const joined = (heads: readonly Word[], tails: readonly Word[]): Word[] => {
  if (heads.length * tails.length > MOST) throw new TooMany()
  return heads.flatMap((head) => tails.flatMap((tail) => behind(head, tail)))
}

/** A word and another behind it, where what the first says of its next sign allows that. */
const behind = (head: Word, { signs: [first, ...rest], next }: Word): Word[] => {
  if (first === undefined) return [{ signs: head.signs, next: shared(head.next, next) }]
  const begin = shared(head.next, first)
  return begin.length === 0 ? [] : [{ signs: [...head.signs, begin, ...rest], next }]
}

const wordsOf = (node: AST.Element | AST.QuantifiableElement | AST.Alternative): Word[] => {
  switch (node.type) {
    case 'Alternative':
      return node.elements.reduce<Word[]>((words, element) => joined(words, wordsOf(element)), [EMPTY])
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.flatMap(wordsOf)
    case 'Quantifier':
      return repeated(wordsOf(node.element), node)
    case 'Assertion':
      return [{ signs: [], next: node.kind === 'lookahead' ? beginOf(node) : node.kind === 'end' ? AT_END : WHATEVER }]
    case 'Backreference':
      return [EMPTY]
    default:
      return [{ signs: [signsOf(node)], next: WHATEVER }]
  }
}

/** Of what may be repeated without end the first few times tell. */
const repeated = (once: readonly Word[], { min, max }: AST.Quantifier): Word[] => {
  const words: Word[] = min === 0 ? [EMPTY] : []
  let run: Word[] = [EMPTY]
  for (let times = 1; times <= Math.min(max, min + 2); times++) {
    run = joined(run, once)
    if (times >= min) words.push(...run)
  }
  return words
}

/** What a look at the next sign alone allows it to be. */
const beginOf = ({ alternatives, negate }: AST.LookaheadAssertion): Signs => {
  const words = alternatives.flatMap(wordsOf)
  const firsts = words.flatMap(({ signs: [first], next }) => first ?? next)
  if (!negate) return firsts
  return words.every(({ signs, next }) => (signs.length === 1 ? next === WHATEVER : signs.length === 0)) ? without(firsts, END) : WHATEVER
}

/** What one cutting of a text has read more than the other, and what each says of the next sign. */
interface Ahead {
  rest: readonly Signs[]
  next: Signs
}
/** Where two words begin alike: what the longer one has more; an empty rest where they are equally long. */
const more = (long: Word, short: Word): Ahead | null => {
  if (short.signs.some((signs, index) => shared(signs, long.signs[index] ?? []).length === 0)) return null
  const [first, ...rest] = long.signs.slice(short.signs.length)
  if (first === undefined) return shared(long.next, short.next).length === 0 ? null : { rest: [], next: WHATEVER }
  const begin = shared(first, short.next)
  return begin.length === 0 ? null : { rest: [begin, ...rest], next: long.next }
}
const further = (one: Word, other: Word): Ahead | null => (one.signs.length >= other.signs.length ? more(one, other) : more(other, one))

const isCutInTwoWays = (all: readonly Word[]): boolean => {
  const words = [...new Map(all.filter(({ signs }) => signs.length > 0).map((word) => [JSON.stringify(word), word])).values()]
  const waiting: Ahead[] = []
  const seen = new Set<string>()
  const meet = (ahead: Ahead | null): boolean => {
    if (ahead === null) return false
    if (ahead.rest.length === 0) return true
    const key = JSON.stringify(ahead)
    if (!seen.has(key)) waiting.push(ahead)
    seen.add(key)
    return false
  }
  for (const [index, word] of words.entries()) for (const other of words.slice(index + 1)) if (meet(further(word, other))) return true
  for (let ahead = waiting.pop(); ahead !== undefined; ahead = waiting.pop())
    for (const word of words) if (meet(further({ signs: ahead.rest, next: ahead.next }, word))) return true
  return false
}

/** Repetitions that are bounded so low cost nothing much, however they are cut. */
const FEW = 12

/** The parts of an expression that are repeated without end and can be cut in two ways, or are too large to tell. */
export const ambiguousIn = ({ source, flags }: RegExp): string[] => {
  const found: string[] = []
  visitRegExpAST(new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') }), {
    onQuantifierEnter: ({ max, element, raw }) => {
      if (max <= FEW || (element.type !== 'Group' && element.type !== 'CapturingGroup')) return
      try {
        if (isCutInTwoWays(wordsOf(element))) found.push(raw)
      } catch (error) {
        if (!(error instanceof TooMany)) throw error
        found.push(raw)
      }
    },
  })
  return found
}
