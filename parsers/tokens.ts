/** Cuts a folded text into tokens: numbers, words of the lexicon, marks, and what none of them is. */
import type { GoodFacts, Measure } from '../config/catalogue-types.js'
import { heardCount, heardMeasure } from './heard-amounts.js'
import { heardNumeral } from './heard-numerals.js'
import type { Lexicon, Word } from './lexicon.js'
import type { Place } from './matchers/addresses.js'
import type { Amount } from './matchers/amounts.js'
import { DIGIT, kindOf, LATIN, NUMERAL, numeralOf, SignSet } from './signs.js'
import { type Spots, WORD } from './spotter.js'
import { BULLET, type Folded } from './text.js'

export type Mark =
  | 'line'
  | 'stop'
  | 'comma'
  | 'list'
  | 'space'
  | 'colon'
  | 'open'
  | 'close'
  | 'slash'
  | 'times'
  | 'bullet'
  | 'dash'
  | 'arrow'
  | 'other'

const MARKS: Readonly<Record<string, Mark>> = {
  '\n': 'line',
  '。': 'stop',
  '!': 'stop',
  '?': 'stop',
  ';': 'stop',
  '…': 'stop',
  ',': 'comma',
  '、': 'list',
  ' ': 'space',
  ':': 'colon',
  '(': 'open',
  ')': 'close',
  '/': 'slash',
  '+': 'list',
  '|': 'comma',
  '*': 'times',
  '-': 'dash',
  '~': 'dash',
  '→': 'arrow',
  [BULLET]: 'bullet',
  '&': 'list',
  '.': 'other',
  '·': 'other',
  '"': 'other',
  '“': 'other',
  '”': 'other',
  '「': 'other',
  '」': 'other',
  '『': 'other',
  '』': 'other',
  '《': 'other',
  '》': 'other',
}
const MARK_NAMES: readonly Mark[] = [...new Set(Object.values(MARKS))]
const MARK_NUMBERS = new Uint8Array(65_536)
for (const [sign, mark] of Object.entries(MARKS)) MARK_NUMBERS[sign.charCodeAt(0)] = MARK_NAMES.indexOf(mark) + 1

export type TokenKind = 'number' | 'word' | 'mark' | 'text'

const NO_WORD: Word = { good: null, measure: null, cues: 0, noise: false }

export class Token {
  /** The place that covers it, and the amount that begins with it: noted once they are read. */
  place: Place | null = null
  amount: Amount | null = null

  constructor(
    readonly kind: TokenKind,
    readonly start: number,
    readonly end: number,
    readonly mark: Mark | null,
    /** Value of a number, else 0. */
    readonly value: number,
    /** 二, 两三, 半: written in signs that also stand in words. */
    readonly chinese: boolean,
    readonly word: Word,
  ) {}

  get good(): GoodFacts | null {
    return this.word.good
  }
  get measure(): Measure | null {
    return this.word.measure
  }
  get cues(): number {
    return this.word.cues
  }
  get noise(): boolean {
    return this.word.noise
  }
}

/** A good by a name of more than one sign: single ones stand in other words as well. */
export const isNamedInFull = ({ good, start, end }: Token): boolean => good !== null && end - start > 1

const POINT = 46
const ZERO = 48
const LIANG = '两'.charCodeAt(0)
const DOZEN = '打'.charCodeAt(0)

/** End of a number in Arabic digits, decimals included. */
const digitsEnd = ({ codes }: Folded, from: number): number => {
  let end = from
  while (kindOf(codes[end]) === DIGIT) end++
  if (codes[end] === POINT && kindOf(codes[end + 1]) === DIGIT) {
    end++
    while (kindOf(codes[end]) === DIGIT) end++
  }
  return end
}

/** Short numbers are added up at once. */
const digitsValue = ({ text, codes }: Folded, from: number, to: number): number => {
  let value = 0
  for (let index = from; index < to; index++) {
    const digit = (codes[index] ?? 0) - ZERO
    if (digit < 0 || index - from > 8) return Number(text.slice(from, to))
    value = value * 10 + digit
  }
  return value
}

/** 12 or 十二. */
export const readNumber = (text: string): number => (/^\d+$/u.test(text) ? Number(text) : readChinese(text))

/** Reads 二十一, 两百, 十, 四零一, 半, 一百二; the smaller one of 两三 and 四五. */
export const readChinese = (text: string): number => {
  let total = 0
  let digit = -1
  let spelled = ''
  let tens = false
  for (let index = 0; index < text.length; index++) {
    const value = numeralOf(text.charCodeAt(index))
    if (value === 0.5) return total + (digit < 0 ? 0 : digit) + 0.5
    if (value >= 10) {
      tens = true
      total += (digit < 0 ? 1 : digit) * value
      digit = -1
    } else {
      digit = value
      spelled += String(digit)
    }
  }
  if (!tens && spelled.length >= 3) return Number(spelled)
  if (!tens && spelled.length === 2) return spelled.startsWith('0') || spelled.endsWith('0') ? Number(spelled) : Number(spelled[0])
  return total + (digit < 0 ? 0 : digit)
}

const numeralsEnd = ({ codes }: Folded, from: number): number => {
  let end = from + 1
  for (let code = codes[end]; kindOf(code) >= NUMERAL && code !== LIANG && numeralOf(codes[end - 1]) !== 0.5; code = codes[end]) end++
  return end
}

const startsMeasure = (index: number, { word }: Lexicon, { ends, words }: Spots): boolean =>
  (ends[index] ?? 0) > index && word(words[index] ?? 0).measure !== null

/** 两袋面 is two sacks of flour, though 袋面 is a word as well: whether the measure that a word begins with is meant alone. */
const isMeasureFirst = ({ codes }: Folded, index: number, { trie, word }: Lexicon, { ends, words }: Spots): boolean =>
  (word(words[index] ?? 0).good !== null || (word(words[index] ?? 0).cues !== 0 && (ends[index + 1] ?? 0) > (ends[index] ?? 0))) &&
  word(trie.ofSign(codes[index] ?? 0) & WORD).measure !== null &&
  (ends[index + 1] ?? 0) > index + 1 &&
  word(words[index + 1] ?? 0).good !== null &&
  /** 俩打火机: no dozen of them. */
  !(
    codes[index] === DOZEN &&
    (ends[index] ?? 0) === (ends[index + 1] ?? 0) &&
    word(words[index] ?? 0).good === word(words[index + 1] ?? 0).good
  )

/** 84两瓶, 84要一桶, and not 84斤 or 84岁: digits that are a name count nothing. */
const isNameInDigits = ({ codes }: Folded, until: number, lexicon: Lexicon, spots: Spots): boolean => {
  const next = codes[until] ?? 0
  if (next === LIANG) return startsMeasure(until + 1, lexicon, spots)
  return !startsMeasure(until, lexicon, spots) && !COUNTED.has(next)
}
const COUNTED = new SignSet('岁户人块元天度分次多层级')

/** A Latin word counts only whole: of I've no ve. */
const APOSTROPHE = 39
const cutsLatin = ({ codes }: Folded, index: number, end: number): boolean =>
  (kindOf(codes[end - 1]) === LATIN && kindOf(codes[end]) === LATIN) ||
  (index > 0 &&
    kindOf(codes[index]) === LATIN &&
    (kindOf(codes[index - 1]) === LATIN || (codes[index - 1] === APOSTROPHE && kindOf(codes[index - 2]) === LATIN)))

export const tokenize = (folded: Folded, lexicon: Lexicon, spots: Spots): Token[] => {
  const tokens: Token[] = []
  const { length } = folded.text
  let loose = -1
  let index = 0
  /** Whether a number ends right here. */
  let behindNumber = false
  /** The good that ends right here, or before the number that does. */
  let good: GoodFacts | null = null
  let wasNumber = false
  while (index < length) {
    const found: Token | null = tokenAt(folded, index, lexicon, spots, behindNumber)
    const token: Token | null =
      (good === null || found?.measure != null || found?.kind === 'number'
        ? null
        : heardBehind(folded, index, good, behindNumber, lexicon)) ??
      found ??
      heardAt(folded, index, loose < 0, lexicon, spots)
    if (token === null) {
      if (loose < 0) loose = index
      behindNumber = false
      good = null
      index++
      continue
    }
    if (loose >= 0) tokens.push(new Token('text', loose, index, null, 0, false, NO_WORD))
    loose = -1
    tokens.push(token)
    index = token.end
    /** 101挂面两把: three digits are a door, behind which no measure stands. */
    behindNumber = token.kind === 'number' && token.end - token.start < 3
    good = isNamedInFull(token) ? token.good : behindNumber && !wasNumber ? good : null
    wasNumber = behindNumber
  }
  if (loose >= 0) tokens.push(new Token('text', loose, length, null, 0, false, NO_WORD))
  return tokens
}

const heardBehind = ({ text, codes }: Folded, index: number, good: GoodFacts, behindNumber: boolean, lexicon: Lexicon): Token | null => {
  if (behindNumber) {
    const measure = heardMeasure(text, index, good, lexicon)
    return measure === null ? null : new Token('word', index, index + 1, null, 0, false, measure)
  }
  const value = heardCount(text, codes, index, good, lexicon)
  return value === 0 ? null : new Token('number', index, index + 1, null, value, true, NO_WORD)
}

const heardAt = ({ text, codes }: Folded, index: number, touches: boolean, lexicon: Lexicon, spots: Spots): Token | null => {
  const value = heardNumeral(text, index, codes[index] ?? 0, touches, lexicon, spots)
  return value === 0 ? null : new Token('number', index, index + 1, null, value, true, NO_WORD)
}

/** 两盒儿童退烧药, 两盒饭菜, 两个月饼, 来自热米饭: a box for a child and no 盒儿, cakes and no 个月, and 来 asks; by the sign that belongs to what follows. */
const BEHIND: Readonly<Record<number, SignSet>> = {
  ['儿'.charCodeAt(0)]: new SignSet('童子歌科菜媳孙女'),
  ['饭'.charCodeAt(0)]: new SignSet('菜团'),
  ['月'.charCodeAt(0)]: new SignSet('饼经季'),
  ['自'.charCodeAt(0)]: new SignSet('热'),
}

/** 冰箱空了😪速冻水饺2袋: a face (U+1F600 to U+1F64F, two codes) ends what is said. */
const FACE = 0xd83d
const isFace = (second: number): boolean => second >= 0xde00 && second <= 0xde4f
/** 👉盐两袋, 🆘米一袋: any other picture that names nothing parts words like a space (first codes of U+1F000 to U+1FBFF). */
const isPicture = (code: number): boolean => code >= 0xd83c && code <= 0xd83e

/** 一斤半夜开花: one and a half of a longer name, and no 半夜. */
const [POUND = 0, HALF_OF_IT = 0] = Array.from('斤半', (sign) => sign.charCodeAt(0))
const isHalfOfPound = ({ codes }: Folded, index: number, end: number, lexicon: Lexicon, { ends, words }: Spots): boolean =>
  codes[index] === HALF_OF_IT &&
  codes[index - 1] === POUND &&
  (ends[index + 1] ?? 0) > end &&
  lexicon.word(words[index + 1] ?? 0).good !== null

/** 大米面粉: two goods, and no 大米面 with a sign over: the number of the good that leaves its last sign to the next one, 0 where none does. */
const wordBefore = ({ codes }: Folded, index: number, end: number, { trie, word }: Lexicon, { ends, words }: Spots): number => {
  const last = end - 1
  if (last - index < 2 || (ends[last] ?? 0) <= end || word(words[last] ?? 0).good === null || word(words[index] ?? 0).good === null)
    return 0
  /** What stands behind the word is no good of its own. */
  if ((ends[end] ?? 0) > end + 1) return 0
  for (let at = trie.allAt(codes, index) - 1; at >= 0; at--)
    if (trie.ends[at] === last) {
      const number = (trie.values[at] ?? 0) & WORD
      const { good } = word(number)
      /** 明太鱼干: 明太 is the same fish. */
      return good === null || good === word(words[index] ?? 0).good ? 0 : number
    }
  return 0
}

/** Null where a sign begins nothing that is known. */
const tokenAt = (folded: Folded, index: number, lexicon: Lexicon, spots: Spots, behindNumber: boolean): Token | null => {
  const { text, codes } = folded
  const code = codes[index] ?? 0
  const kind = kindOf(code)
  let end = spots.ends[index] ?? index
  let number = spots.words[index] ?? 0
  if (end > index && cutsLatin(folded, index, end)) end = index
  const isOfNext = end === index + 2 && (BEHIND[codes[index + 1] ?? 0]?.has(codes[end] ?? 0) ?? false)
  if (isOfNext || (behindNumber && end > index + 1 && isMeasureFirst(folded, index, lexicon, spots))) {
    end = index + 1
    number = lexicon.trie.ofSign(code) & WORD
  }
  const whole = wordBefore(folded, index, end, lexicon, spots)
  if (whole !== 0) {
    end--
    number = whole
  }
  const mark = MARK_NUMBERS[code] ?? 0
  if (mark !== 0 && end <= index + 1) return new Token('mark', index, index + 1, MARK_NAMES[mark - 1] ?? null, 0, false, NO_WORD)
  if (code === FACE && isFace(codes[index + 1] ?? 0)) return new Token('mark', index, index + 2, 'comma', 0, false, NO_WORD)
  if (end === index && isPicture(code)) return new Token('mark', index, index + 2, 'space', 0, false, NO_WORD)
  if (kind === DIGIT) {
    const until = digitsEnd(folded, index)
    if (end <= until && !(end === until && lexicon.word(number).good !== null && isNameInDigits(folded, until, lexicon, spots)))
      return new Token('number', index, until, null, digitsValue(folded, index, until), false, NO_WORD)
  } else if (kind >= NUMERAL && !(code === LIANG && behindNumber && !startsMeasure(index + 1, lexicon, spots))) {
    const until = numeralsEnd(folded, index)
    if (end <= until ? !(end > index && lexicon.word(number).noise) : isHalfOfPound(folded, index, end, lexicon, spots)) {
      const value = until === index + 1 ? numeralOf(code) : readChinese(text.slice(index, until))
      return new Token('number', index, until, null, value, true, NO_WORD)
    }
  }
  return end > index ? new Token('word', index, end, null, 0, false, lexicon.word(number)) : null
}
