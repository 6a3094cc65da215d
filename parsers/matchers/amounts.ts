/** Reads quantities from tokens: 两三斤, 一斤半, 20块钱的, x2, 半袋, a 瓶 alone behind 来; and tells prices, doses and sizes from them. */

import { mishearable } from '../lexicon.js'
import type { Token } from '../tokens.js'

export interface Amount {
  /** Index of the first token and of the one behind the last. */
  from: number
  to: number
  qty: number | null
  unit: string | null
  kind: 'weight' | 'volume' | 'length' | 'count' | 'pack' | 'money' | 'bare' | 'dose'
  /** 的 or 装 stands behind it: 5升的, 100片装. */
  descriptive: boolean
  /** Written with * or x. */
  times: boolean
}

/** What tells a strength, a stage or a size, never how many. */
const DOSES = new Set(['毫克', 'mg', '毫升', '段', '码', '寸', '度'])
const BETWEEN = new Set(['来', '多', '几', '大', '小', '整', '个', '余'])

/** 个 counts hours and people too. */
const NOT_COUNTED = /^(?:多|半)?(?:小时|钟头|月|星期|礼拜|人|问题|机会|学期|字|题|同学|朋友|老师|孩子|办法|地方|电话|单元|网格|例)/u

const adjacent = (a: Token | undefined, b: Token | undefined): boolean => a !== undefined && b !== undefined && b.start - a.end <= 1

export const readAmounts = (tokens: readonly Token[], text: string, used: (token: Token) => boolean): Amount[] => {
  const amounts: Amount[] = []
  let index = 0
  while (index < tokens.length) {
    const token = tokens[index]
    const found = token === undefined || used(token) ? null : amountAt(tokens, index, text)
    if (found === null) index++
    else {
      amounts.push(found)
      index = found.to
    }
  }
  return amounts
}

const wordAt = (tokens: readonly Token[], index: number, text: string): string => {
  const token = tokens[index]
  return token === undefined ? '' : text.slice(token.start, token.end)
}

const skipSpace = (tokens: readonly Token[], index: number): number => (tokens[index]?.mark === 'space' ? index + 1 : index)

const amountAt = (tokens: readonly Token[], index: number, text: string): Amount | null => {
  const token = tokens[index]
  if (token === undefined) return null
  const word = wordAt(tokens, index, text)
  if ((token.mark === 'times' || word === 'x') && tokens[skipSpace(tokens, index + 1)]?.kind === 'number') {
    const at = skipSpace(tokens, index + 1)
    const inner = numbered(tokens, at, text)
    if (inner !== null) return { ...inner, from: index, times: true }
  }
  if (token.kind === 'number') return numbered(tokens, index, text)
  if (token.kind === 'text' && SPELLED[word] !== undefined) return spelled(tokens, index, SPELLED[word] ?? 1, text)
  if (token.measure !== null && token.good === null && token.end - token.start <= 6) return alone(tokens, index, text)
  return null
}

const SPELLED: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  half: 0.5,
  dozen: 12,
}

/** Two bags, a loaf (of), six eggs; a alone says nothing. */
const spelled = (tokens: readonly Token[], index: number, qty: number, text: string): Amount | null => {
  const at = skipSpace(tokens, index + 1)
  const measure = tokens[at]?.measure
  if (measure) return { from: index, to: at + 1, qty, unit: measure.name, kind: measure.kind, descriptive: false, times: false }
  if (wordAt(tokens, index, text).length < 3 || tokens[at]?.good === null) return null
  return { from: index, to: index + 1, qty, unit: null, kind: 'bare', descriptive: false, times: false }
}

/** A measure without a number: one, where somebody asks for it. 几个 leaves the number open. */
const alone = (tokens: readonly Token[], index: number, text: string): Amount | null => {
  const measure = tokens[index]?.measure
  const before = tokens[index - 1]
  if (!measure || measure.kind === 'money') return null
  const beforeWord = wordAt(tokens, index - 1, text)
  if (before !== undefined && before.end === tokens[index]?.start && beforeWord.endsWith('几'))
    return { from: index, to: index + 1, qty: null, unit: measure.name, kind: measure.kind, descriptive: false, times: false }
  const next = tokens[index + 1]
  const asked = before !== undefined && before.kind === 'word' && before.cues !== 0 && before.end === tokens[index]?.start
  const each = beforeWord.endsWith('各')
  const follows = next !== undefined && next.start === tokens[index]?.end && (next.good !== null || next.kind === 'text')
  if (next !== undefined && next.start === tokens[index]?.end && /^装/u.test(text.slice(next.start, next.start + 1))) return null
  if (!(each || (asked && follows)) || /[a-z]/u.test(wordAt(tokens, index, text))) return null
  return { from: index, to: index + 1, qty: 1, unit: measure.name, kind: measure.kind, descriptive: false, times: false }
}

/** 2-3, 3、5, 两到三: the smaller one; the index of the token behind. */
const rangeEnd = (tokens: readonly Token[], index: number, text: string): number => {
  const middle = tokens[index + 1]
  const last = tokens[index + 2]
  const joins =
    middle !== undefined &&
    (middle.mark === 'dash' ||
      (middle.mark === 'list' && text[middle.start] === '、') ||
      ['到', '至', '或'].includes(wordAt(tokens, index + 1, text)))
  if (!joins || last?.kind !== 'number' || last.start !== middle.end) return index + 1
  return measureAt(tokens, index + 3, text) !== null && last.value > (tokens[index]?.value ?? 0) ? index + 3 : index + 1
}

const measureAt = (tokens: readonly Token[], index: number, text: string) => {
  const token = tokens[index]
  if (token?.measure) return token.measure
  const heard = token === undefined ? undefined : mishearable(wordAt(tokens, index, text))
  return heard === undefined ? null : { name: heard, kind: 'pack' as const }
}

const numbered = (tokens: readonly Token[], index: number, text: string): Amount | null => {
  const first = tokens[index]
  if (first === undefined) return null
  const digits = first.end - first.start
  if ((!first.chinese && digits >= 6) || text[first.start - 1] === '第') return null
  let qty = first.value
  let at = rangeEnd(tokens, index, text)
  if (adjacent(tokens[at - 1], tokens[at]) && BETWEEN.has(wordAt(tokens, at, text)) && measureAt(tokens, at + 1, text) !== null) at++
  at = skipSpace(tokens, at)
  const measure = measureAt(tokens, at, text)
  const glued = tokens[at]?.start === tokens[at - 1]?.end || tokens[at - 1]?.mark === 'space'
  const word = wordAt(tokens, index, text)
  if (measure === null || !glued) {
    if (word.endsWith('俩') || word.endsWith('仨'))
      return { from: index, to: index + 1, qty, unit: '个', kind: 'count', descriptive: false, times: false }
    return first.value > 0 ? { from: index, to: index + 1, qty, unit: null, kind: 'bare', descriptive: false, times: false } : null
  }
  let to = at + 1
  const half = tokens[to]
  if (half?.kind === 'number' && half.value === 0.5 && half.start === tokens[at]?.end && measureAt(tokens, to + 1, text) === null) {
    qty += 0.5
    to++
  }
  /** 三块五: five tenths more. */
  if (measure.kind === 'money' && tokens[to]?.kind === 'number' && tokens[to]?.start === tokens[at]?.end) to++
  const behind = text.slice(tokens[to - 1]?.end ?? 0, (tokens[to - 1]?.end ?? 0) + 2)
  if (measure.name === '个' && NOT_COUNTED.test(text.slice(tokens[to - 1]?.end ?? 0, (tokens[to - 1]?.end ?? 0) + 4))) return null
  const dose = DOSES.has(measure.name) || DOSES.has(wordAt(tokens, at, text))
  return {
    from: index,
    to,
    qty,
    unit: measure.name,
    kind: dose ? 'dose' : measure.kind,
    descriptive: /^(?:的|装|规格|每|\/)/u.test(behind),
    times: false,
  }
}
