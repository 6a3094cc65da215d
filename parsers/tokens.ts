/** Cuts a folded text into tokens: numbers, words of the lexicon, marks, and what none of them is. */
import type { Good, Measure } from '../config/catalogue-types.js'
import type { Lexicon } from './lexicon.js'
import { BULLET } from './text.js'

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

export interface Token {
  kind: 'number' | 'word' | 'mark' | 'text'
  start: number
  end: number
  /** Value of a number. */
  value: number
  /** 二, 两三, 半: written in signs that also stand in words. */
  chinese: boolean
  mark: Mark | null
  good: Good | null
  measure: Measure | null
  cues: number
  noise: boolean
}

const MARKS: Record<string, Mark> = {
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
}
const MARK_OF: (Mark | null)[] = Array.from({ length: 65536 }, () => null)
for (const [sign, mark] of Object.entries(MARKS)) MARK_OF[sign.charCodeAt(0)] = mark

const DIGIT = new Int8Array(65536).fill(-1)
for (let digit = 0; digit <= 9; digit++) DIGIT[48 + digit] = digit
const CHINESE = new Int32Array(65536)
for (const [sign, value] of Object.entries({
  零: 1,
  〇: 1,
  一: 2,
  二: 3,
  三: 4,
  四: 5,
  五: 6,
  六: 7,
  七: 8,
  八: 9,
  九: 10,
  两: 3,
  壹: 2,
  贰: 3,
  叁: 4,
  俩: 3,
  仨: 4,
  十: 100,
  百: 1000,
  千: 10_000,
  半: -5,
  拾: 100,
}))
  CHINESE[sign.charCodeAt(0)] = value

const isDigit = (text: string, index: number): boolean => (DIGIT[text.charCodeAt(index)] ?? -1) >= 0
const isLatin = (code: number): boolean => code >= 97 && code <= 122

const blank = (kind: Token['kind'], start: number, end: number): Token => ({
  kind,
  start,
  end,
  value: Number.NaN,
  chinese: false,
  mark: null,
  good: null,
  measure: null,
  cues: 0,
  noise: false,
})

/** End of a number in Arabic digits, decimals included. */
const digitsEnd = (text: string, from: number): number => {
  let end = from
  while (end < text.length && isDigit(text, end)) end++
  if (text[end] === '.' && isDigit(text, end + 1)) {
    end++
    while (end < text.length && isDigit(text, end)) end++
  }
  return end
}

/** Reads 二十一, 两百, 十, 四零一, 半, 一百二; `several` for 两三 and 四五. */
export const readChinese = (text: string): number => {
  let total = 0
  let digit = -1
  let spelled = ''
  let tens = false
  for (const sign of text) {
    const value = CHINESE[sign.charCodeAt(0)] ?? 0
    if (value === -5) return total + (digit < 0 ? 0 : digit) + 0.5
    if (value >= 100) {
      tens = true
      total += (digit < 0 ? 1 : digit) * (value / 10)
      digit = -1
    } else {
      digit = value - 1
      spelled += String(digit)
    }
  }
  if (!tens && spelled.length >= 3) return Number(spelled)
  if (!tens && spelled.length === 2) return spelled.startsWith('0') || spelled.endsWith('0') ? Number(spelled) : Number(spelled[0])
  return total + (digit < 0 ? 0 : digit)
}

const chineseEnd = (text: string, from: number): number => {
  let end = from
  while (end < text.length && (CHINESE[text.charCodeAt(end)] ?? 0) !== 0 && (end === from || text[end] !== '两')) end++
  return end
}

/** 两 behind a number is the measure. */
const isLiang = (text: string, index: number, tokens: readonly Token[]): boolean => {
  const before = tokens.at(-1)
  return text[index] === '两' && before?.kind === 'number' && before.end === index
}

const behindNumber = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens.at(-1)
  return before?.kind === 'number' && before.end === index
}

const startsMeasure = (text: string, index: number, { trie, words }: Lexicon): boolean => {
  const found = { value: 0 }
  return trie.longest(text, index, found) > index && words[found.value]?.measure !== null && words[found.value]?.measure !== undefined
}

/** 两袋面 is two sacks of flour, though 袋面 is a word as well. */
const measureFirst = (text: string, index: number, end: number, lexicon: Lexicon, found: { value: number }): number => {
  const { trie, words } = lexicon
  const whole = found.value
  const measure = trie.get(text.slice(index, index + 1))
  if (words[whole]?.good && words[measure]?.measure) {
    const behind = trie.longest(text, index + 1, found)
    if (behind > index + 1 && words[found.value]?.good) {
      found.value = measure
      return index + 1
    }
  }
  found.value = whole
  return end
}

export const tokenize = (text: string, lexicon: Lexicon): Token[] => {
  const tokens: Token[] = []
  const found = { value: 0 }
  const { trie, words } = lexicon
  let loose = -1
  const close = (until: number): void => {
    if (loose >= 0) tokens.push(blank('text', loose, until))
    loose = -1
  }
  let index = 0
  while (index < text.length) {
    const code = text.charCodeAt(index)
    const mark = MARK_OF[code] ?? null
    let end = trie.longest(text, index, found)
    /** A Latin word counts only whole. */
    if (end > index && isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end))) end = index
    if (end > index && isLatin(code) && index > 0 && isLatin(text.charCodeAt(index - 1))) end = index
    if (end > index + 1 && behindNumber(tokens, index) && loose < 0) end = measureFirst(text, index, end, lexicon, found)
    if (mark !== null && end <= index + 1) {
      close(index)
      const token = blank('mark', index, index + 1)
      token.mark = mark
      tokens.push(token)
      index++
      continue
    }
    if (isDigit(text, index)) {
      const until = digitsEnd(text, index)
      if (end <= until && !(end === until && words[found.value]?.good && !startsMeasure(text, until, lexicon))) {
        close(index)
        const token = blank('number', index, until)
        token.value = Number(text.slice(index, until))
        tokens.push(token)
        index = until
        continue
      }
    } else if ((CHINESE[code] ?? 0) !== 0 && !isLiang(text, index, tokens)) {
      const until = chineseEnd(text, index)
      if (end <= until && !(end > index && words[found.value]?.noise)) {
        close(index)
        const token = blank('number', index, until)
        token.value = readChinese(text.slice(index, until))
        token.chinese = true
        tokens.push(token)
        index = until
        continue
      }
    }
    if (end > index) {
      close(index)
      const token = blank('word', index, end)
      const word = words[found.value]
      if (word !== undefined) {
        token.good = word.good
        token.measure = word.measure
        token.cues = word.cues
        token.noise = word.noise
      }
      tokens.push(token)
      index = end
      continue
    }
    if (loose < 0) loose = index
    index++
  }
  close(text.length)
  return tokens
}
