/** What a clause holds for an order: goods, amounts, 各, words that nobody knows, and what divides them. */
import type { Good } from '../../config/catalogue-types.js'
import type { Clause, Message } from '../message.js'
import { pattern } from '../pattern.js'
import { signSet } from '../signs.js'
import type { Token } from '../tokens.js'
import type { Amount } from './amounts.js'
import { wholeNames } from './whole-names.js'

export interface Element {
  kind: 'good' | 'amount' | 'each' | 'unknown' | 'word' | 'divider'
  start: number
  end: number
  good?: Good
  amount?: Amount
  /** The whole name as said, where the good's is only a part of it. */
  name?: string
}

/** Signs between which a good of one sign may stand: 来点葱, 把米和面. */
const BESIDE =
  /^[的也都各吧呢啊给我家就再又点些个儿来要买和跟与及不]+$|^[的也各吧呢啊和跟与就都要来不没给我先快够了每多少改换减退别去取订买带可加再算免删划停]|^(?:上|下|过|回|进)[去来]|[的也各给我家再又点些个儿来要买和跟与及没有缺带]$|除了?$|(?:单|单子|订单|清单|名下|家)里的?$/u

const EACH = pattern(/(?:各|每样|每种|每个|一样)(?:来|要|买|带|给)?$/u)

/** 两个桶: a measure that is counted itself is a thing. */
const isCounted = (message: Message, index: number): boolean => {
  const before = message.tokens[index - 1]
  return before?.measure?.kind === 'count' && before.end === message.tokens[index]?.start
}

const standsAlone = (message: Message, index: number): boolean => {
  const token = message.tokens[index]
  if (token === undefined) return false
  if (token.end - token.start > 1) return true
  if (token.measure?.kind === 'pack' && !isCounted(message, index)) return false
  const joined = (other: number, touches: (one: { start: number; end: number }) => boolean): boolean => {
    const one = message.tokens[other]
    if (one === undefined || !touches(one)) return false
    return one.kind === 'text' ? !BESIDE.test(message.text.slice(one.start, one.end)) : one.noise
  }
  return !joined(index - 1, (one) => one.end === token.start) && !joined(index + 1, (one) => one.start === token.end)
}

/** Index of the bracket that closes, the opening one itself where none does. */
const closing = (message: Message, open: number, until: number): number => {
  for (let index = open + 1; index < Math.min(until, open + 24); index++) if (message.tokens[index]?.mark === 'close') return index
  return open
}

const COUNTING: ReadonlySet<Amount['kind']> = new Set(['weight', 'count', 'pack'])

/** 五色糙米饼, 二甲双瓜: a numeral that counts nothing begins a name. */
const isPartOfName = (amount: Amount, tokens: readonly Token[], index: number, text: string): boolean => {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (amount.kind !== 'bare' || amount.to !== index + 1 || !token?.chinese || token.end - token.start > 1) return false
  if (next === undefined || next.start !== token.end) return false
  return next.kind === 'text' ? !SMALL_BEHIND.has(text.charCodeAt(next.start)) : next.good !== null && token.value > 2
}
const SMALL_BEHIND = signSet('的也都各吧呢啊来要就和跟再')

export const elementsOf = (message: Message, clause: Clause): Element[] => {
  const { tokens, text } = message
  const elements: Element[] = []
  const push = (element: Element): void => {
    const last = elements.at(-1)
    if (element.kind === 'unknown' && last?.kind === 'unknown' && last.end === element.start) last.end = element.end
    else elements.push(element)
  }
  for (let index = clause.from; index < clause.to; index++) {
    const token = tokens[index]
    if (token === undefined) break
    const { start, end } = token
    const { amount } = token
    if (token.place !== null) push({ kind: 'divider', start, end })
    else if (amount !== null && isPartOfName(amount, tokens, index, text)) push({ kind: 'unknown', start, end })
    else if (amount !== null) {
      push({ kind: 'amount', start, end: tokens[amount.to - 1]?.end ?? end, amount })
      index = amount.to - 1
    } else if (token.mark === 'open') {
      const closed = closing(message, index, clause.to)
      const inside = tokens[index + 1]?.amount
      /** 鸡蛋(2斤): the amount alone in brackets. */
      if (inside && inside.to === closed && COUNTING.has(inside.kind))
        push({ kind: 'amount', start: tokens[index + 1]?.start ?? start, end: tokens[closed]?.start ?? end, amount: inside })
      index = closed
    } else if (token.good !== null && standsAlone(message, index)) push({ kind: 'good', start, end, good: token.good })
    else if (token.kind === 'text') push({ kind: message.says(EACH, text.slice(start, end)) ? 'each' : 'unknown', start, end })
    else if (token.good !== null || (token.measure !== null && token.cues === 0)) push({ kind: 'unknown', start, end })
    else if (token.mark !== null) {
      if (token.mark !== 'space' && token.mark !== 'dash') push({ kind: 'divider', start, end })
    } else push({ kind: 'word', start, end })
  }
  return wholeNames(elements, text)
}
