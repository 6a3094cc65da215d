/** Reads what is wanted from a stretch of tokens: goods with their quantities, in whichever order they stand. */
import type { Good } from '../../config/catalogue-types.js'
import { type Clause, has, type Message } from '../message.js'
import type { Amount } from './amounts.js'

export interface FoundLine {
  item: string
  good: Good | null
  qty: number | null
  unit: string | null
  spec?: string
  start: number
  end: number
  clause: Clause
  /** Index of the clause in the message. */
  at: number
}

interface Element {
  kind: 'good' | 'amount' | 'mark' | 'each' | 'unknown'
  start: number
  end: number
  good?: Good
  amount?: Amount
  text?: string
}

/** Fillers around the name of a thing that the catalogue does not know. */
const FILLER =
  /^(?:[的地得了吧呢啊呀哦哈嘛吗么也都还就再又给我你他她它家想请帮忙那个这种些点儿些大小好有没能可以可不行谢和跟与及或者然后另外最后先一下把被让去到在是很太真挺]|麻烦|需要|谢谢|你好|您好|一共|大概|左右|以上|以下|物品|东西|如下|志愿者|社区|同志|老师|备注|数量|预定|hi|hello|the|a|an|of|some|and|please|pls|thanks|me|us|my|for|to|with|want|could|can|you|we|i)+|(?:[的地得了吧呢啊呀哦哈嘛吗么也都还就再又给我你他她它家想请帮忙那个这种些点儿好有没能可以可不行谢和跟与及或者然后另外最后先一下把被让去到在是很太真挺]|谢谢|左右|就行|就可以|就好|即可|足够|of|please|pls|thanks|thx)+$/u

const trimFiller = (text: string): string => {
  let now = text.replace(/^[\s\W_]+|[\s\W_]+$/gu, (edge) => edge.replace(/[^\u4e00-\u9fa5a-z0-9]/gu, ''))
  for (let before = ''; before !== now; ) {
    before = now
    now = now.replace(FILLER, '').trim()
  }
  return now
}

/** Single signs are goods only where no other word goes on beside them. */
const standsAlone = (message: Message, index: number): boolean => {
  const token = message.tokens[index]
  if (token === undefined) return false
  if (token.end - token.start > 1) return true
  const before = message.tokens[index - 1]
  const after = message.tokens[index + 1]
  const joined = (one: typeof token | undefined, touches: boolean): boolean => {
    if (one === undefined || !touches) return false
    if (one.kind === 'text')
      return !/^[的也都各吧呢啊给我家就再又]+$|^[的也各吧呢啊]|[的也各给我家再又]$/u.test(message.text.slice(one.start, one.end))
    return one.noise
  }
  return !joined(before, before?.end === token.start) && !joined(after, after?.start === token.end)
}

const elementsOf = (message: Message, clause: Clause, ignore: (start: number) => boolean): Element[] => {
  const { tokens, amounts, text } = message
  const elements: Element[] = []
  const amountAt = new Map(amounts.map((amount) => [amount.from, amount]))
  let index = clause.from
  while (index < clause.to) {
    const token = tokens[index]
    if (token === undefined) break
    const amount = amountAt.get(index)
    if (message.placeOf(token) !== undefined || ignore(token.start)) {
      elements.push({ kind: 'mark', start: token.start, end: token.end })
      index++
    } else if (amount !== undefined) {
      elements.push({ kind: 'amount', start: token.start, end: tokens[amount.to - 1]?.end ?? token.end, amount })
      index = amount.to
    } else if (token.mark === 'open') {
      const closed = closing(message, index, clause.to)
      if (closed > index) {
        elements.push({
          kind: 'mark',
          start: token.start,
          end: tokens[closed]?.end ?? token.end,
          text: text.slice(token.end, tokens[closed]?.start),
        })
        index = closed + 1
      } else index++
    } else if (token.good !== null && standsAlone(message, index)) {
      elements.push({ kind: 'good', start: token.start, end: token.end, good: token.good })
      index++
    } else {
      const word = text.slice(token.start, token.end)
      if (token.kind === 'text' && /各(?:来|要|买|带|给)?$/u.test(word)) elements.push({ kind: 'each', start: token.start, end: token.end })
      else if (token.kind === 'text') elements.push({ kind: 'unknown', start: token.start, end: token.end, text: word })
      else if (token.mark !== null || token.cues !== 0 || token.noise)
        elements.push({ kind: 'mark', start: token.start, end: token.end, ...(token.mark === null ? { text: word } : {}) })
      index++
    }
  }
  return elements
}

const closing = (message: Message, open: number, until: number): number => {
  for (let index = open + 1; index < Math.min(until, open + 24); index++) if (message.tokens[index]?.mark === 'close') return index
  return open
}

/** Of several amounts of one thing the pack counts, not what is in it; a price never does. */
const better = (a: Amount | undefined, b: Amount): Amount => {
  if (a === undefined) return b
  const rank = (amount: Amount): number =>
    amount.kind === 'dose'
      ? 0
      : amount.descriptive
        ? 1
        : amount.kind === 'bare'
          ? amount.times
            ? 5
            : 1
          : amount.kind === 'weight' || amount.kind === 'volume' || amount.kind === 'length'
            ? 3
            : amount.kind === 'money'
              ? 2
              : 6
  return rank(b) >= rank(a) ? b : a
}

const isPrice = (amount: Amount, message: Message): boolean => {
  if (amount.kind !== 'money') return false
  const end = message.tokens[amount.to - 1]?.end ?? 0
  return (
    !/^(?:钱)?的/u.test(message.text.slice(end, end + 2)) &&
    !/(?:买|来|要|整|称|割|秤|打)\s?$/u.test(message.text.slice(0, message.tokens[amount.from]?.start).slice(-2))
  )
}

const usable = (amount: Amount, message: Message): boolean => {
  if (isPrice(amount, message)) return false
  if (amount.kind !== 'bare' || amount.times) return true
  const first = message.tokens[amount.from]
  const last = message.tokens[amount.to - 1]
  if (first === undefined || last === undefined) return false
  const after = message.text.slice(last.end, last.end + 1)
  return (
    !(first.chinese && first.value !== 2) &&
    /^(?:$|[\s,、。;:!?)\n]|[\u4e00-\u9fa5a-z])/u.test(after) &&
    !/^[号点月日年岁度楼层栋单室段级折倍分小时天次年%]/u.test(after)
  )
}

/** The goods of one clause; a good without an amount has none. `lead` is a good before it that waits for its amount. */
export const linesOfClause = (
  message: Message,
  clause: Clause,
  at: number,
  ignore: (start: number) => boolean,
  wantsUnknown: boolean,
): { lines: FoundLine[]; orphan: Amount | null } => {
  const elements = elementsOf(message, clause, ignore)
  const lines: (FoundLine & { amounts: Amount[] })[] = []
  let waiting: Amount | undefined
  let orphan: Amount | null = null
  let each = false
  const goods = elements.filter((element) => element.kind === 'good').length
  const firstGood = elements.findIndex((element) => element.kind === 'good')
  const firstAmount = elements.findIndex(
    (element) => element.kind === 'amount' && element.amount !== undefined && usable(element.amount, message),
  )
  const amountFirst = firstAmount >= 0 && firstAmount < firstGood
  const begin = (item: string, good: Good | null, element: Element): void => {
    lines.push({ item, good, qty: null, unit: null, start: element.start, end: element.end, clause, at, amounts: [] })
  }
  for (const [index, element] of elements.entries()) {
    const last = lines.at(-1)
    if (element.kind === 'each') each = true
    if (element.kind === 'good' && element.good !== undefined) {
      const before = elements[index - 1]
      const compound =
        before?.kind === 'good' &&
        before.end === element.start &&
        element.end - element.start >= 2 &&
        before.end - before.start >= 2 &&
        last !== undefined
      if (compound && nextIsAmount(elements, index)) {
        last.spec = last.item
        last.item = element.good.name
        last.good = element.good
        last.end = element.end
      } else begin(element.good.name, element.good, element)
      const now = lines.at(-1)
      if (waiting !== undefined && now !== undefined) {
        now.amounts.push(waiting)
        now.start = Math.min(now.start, message.tokens[waiting.from]?.start ?? now.start)
        waiting = undefined
      }
    } else if (element.kind === 'amount' && element.amount !== undefined && usable(element.amount, message)) {
      const { amount } = element
      if (each) for (const line of lines.filter((one) => one.amounts.length === 0)) line.amounts.push(amount)
      else if (goods === 0 && lines.length === 0) {
        const unknown = wantsUnknown ? unknownBeside(elements, index, message) : null
        if (unknown !== null) {
          begin(unknown.item, null, unknown.element)
          lines.at(-1)?.amounts.push(amount)
        } else orphan = better(orphan ?? undefined, amount)
      } else if (last === undefined || (amountFirst && nextIsGood(elements, index)))
        waiting = waiting === undefined ? amount : better(waiting, amount)
      else if (
        nextIsGood(elements, index) &&
        last.amounts.some((one) => one.kind === 'pack' || one.kind === 'count') &&
        !amount.descriptive
      )
        waiting = amount
      else {
        const unknown = wantsUnknown && last.amounts.length > 0 ? unknownBefore(elements, index) : null
        if (unknown !== null) {
          begin(unknown.item, null, unknown.element)
          lines.at(-1)?.amounts.push(amount)
        } else last.amounts.push(amount)
      }
      const now = lines.at(-1)
      if (now !== undefined && waiting !== amount) now.end = Math.max(now.end, element.end)
    }
  }
  if (waiting !== undefined) orphan = waiting
  return { lines: lines.map(({ amounts, ...line }) => withAmount(line, amounts, message)), orphan }
}

export const withAmount = (line: FoundLine, amounts: readonly Amount[], message: Message): FoundLine => {
  let chosen: Amount | undefined
  const medicine = line.good !== null && line.good.medicine !== ''
  const fit = medicine ? amounts.filter((amount) => amount.kind !== 'weight' && amount.kind !== 'volume') : amounts
  for (const amount of fit.length > 0 ? fit : amounts) chosen = better(chosen, amount)
  if (chosen === undefined || chosen.kind === 'dose' || (chosen.descriptive && amounts.length > 1)) return line
  const first = message.tokens[chosen.from]
  const latin = /[a-z]/u.test(message.text.slice(line.start, line.end))
  const unit = chosen.unit ?? (latin && !chosen.times && line.good?.unit === '个' ? '个' : chosen.unit)
  return { ...line, qty: chosen.qty, unit: chosen.kind === 'money' ? '元' : unit, start: Math.min(line.start, first?.start ?? line.start) }
}

const nextIsGood = (elements: readonly Element[], index: number): boolean => {
  for (const element of elements.slice(index + 1, index + 4)) {
    if (element.kind === 'good') return true
    if (element.kind === 'amount' || (element.kind === 'mark' && element.text === undefined)) return false
  }
  return false
}
const nextIsAmount = (elements: readonly Element[], index: number): boolean =>
  elements.slice(index + 1, index + 3).some((element) => element.kind === 'amount')

const LONGEST_UNKNOWN = 10

const nameIn = (element: Element | undefined): string | null => {
  if (element?.kind !== 'unknown') return null
  const item = trimFiller(element.text ?? '')
  return item.length >= 2 && item.length <= LONGEST_UNKNOWN && !/^\d+$/u.test(item) ? item : null
}

const unknownBefore = (elements: readonly Element[], index: number): { item: string; element: Element } | null => {
  const element =
    elements[index - 1]?.kind === 'mark' && elements[index - 1]?.text === undefined ? elements[index - 2] : elements[index - 1]
  const item = nameIn(element)
  return item === null || element === undefined ? null : { item, element }
}
const unknownBeside = (elements: readonly Element[], index: number, message: Message): { item: string; element: Element } | null => {
  const before = unknownBefore(elements, index)
  if (before !== null) return before
  const element = elements[index + 1]
  const item = nameIn(element)
  return item === null || element === undefined || message.text.length === 0 ? null : { item, element }
}

export const clauseWants = (clause: Clause): boolean => has(clause.cues, 'want') || has(clause.cues, 'add')
