/** Reads what stands in a clause as goods with their quantities, in whichever order: 大米10斤, 两袋面, 豆腐豆芽各一斤. */
import type { Good } from '../../config/catalogue-types.js'
import type { Clause, Message } from '../message.js'
import { kindOf, LATIN, signSet } from '../signs.js'
import type { Amount } from './amounts.js'
import { type Element, elementsOf } from './elements.js'
import { Need } from './need.js'
import { type BySound, unknownBeside } from './unknown.js'

/** How much an amount counts as the quantity: the pack, not what is in it; never a dose. */
const rank = ({ kind, descriptive, times }: Amount): number => {
  if (kind === 'dose') return 0
  if (descriptive || (kind === 'bare' && !times)) return 1
  if (kind === 'money') return 2
  if (kind === 'bare') return 5
  return kind === 'weight' || kind === 'volume' || kind === 'length' ? 3 : 6
}

export const better = (a: Amount | undefined, b: Amount): Amount => (a === undefined || rank(b) >= rank(a) ? b : a)

const isPrice = (amount: Amount, message: Message): boolean => {
  if (amount.kind !== 'money') return false
  const end = message.tokens[amount.to - 1]?.end ?? 0
  const start = message.tokens[amount.from]?.start ?? 0
  return (
    !/^(?:钱)?的/u.test(message.text.slice(end, end + 2)) &&
    !/[买来要整称割秤打]\s?$/u.test(message.text.slice(Math.max(0, start - 2), start))
  )
}

/** A number without a measure is a quantity only where a stop, a word, or nothing follows. */
const endsBare = (code: number): boolean =>
  Number.isNaN(code) || (code >= 0x4e00 && code <= 0x9fa5) || kindOf(code) === LATIN || STOPS.has(code)
const STOPS = signSet(' \n,、。;:!?)')
const NO_QUANTITY = signSet('号点月日年岁度楼层栋单室段级折倍分小时天次%轮例')

const usable = (amount: Amount, message: Message): boolean => {
  if (isPrice(amount, message)) return false
  if (amount.kind !== 'bare' || amount.times) return true
  const first = message.tokens[amount.from]
  const last = message.tokens[amount.to - 1]
  if (first === undefined || last === undefined || (first.chinese && first.value !== 2)) return false
  const after = message.text.charCodeAt(last.end)
  return endsBare(after) && !NO_QUANTITY.has(after)
}

const nextIs = (kind: Element['kind'], elements: readonly Element[], index: number): boolean => {
  for (let next = index + 1; next < index + 6; next++) {
    const element = elements[next]
    if (element === undefined) return false
    if (element.kind === kind) return true
    if (element.amount?.descriptive) continue
    if (element.kind === 'good' || element.kind === 'amount' || element.kind === 'divider') return false
  }
  return false
}

/** `orphan`: an amount whose good stands in a clause before. */
export const linesOfClause = (
  message: Message,
  clause: Clause,
  at: number,
  bySound: BySound,
  wantsUnknown: boolean,
): { lines: Need[]; orphan: Amount | null } => {
  const elements = elementsOf(message, clause)
  const drafts: Need[] = []
  let waiting: Amount | undefined
  let orphan: Amount | null = null
  let each = false
  const firstGood = elements.findIndex((element) => element.kind === 'good')
  const firstAmount = elements.findIndex((element) => element.amount !== undefined && usable(element.amount, message))
  const amountFirst = firstAmount >= 0 && firstAmount < firstGood && nextIs('good', elements, firstAmount)
  const begin = (item: string, good: Good | null, start: number, end: number): void => {
    drafts.push(new Need(item, good, start, end, end, clause, at))
  }

  for (let index = 0; index < elements.length; index++) {
    const element = elements[index]
    if (element === undefined) break
    const last = drafts.at(-1)
    if (element.kind === 'each') each = true
    if (element.kind === 'good' && element.good !== undefined) {
      if (last !== undefined && isCompound(elements, index)) rename(last, element.good, element.end)
      else begin(element.good.name, element.good, element.start, element.end)
      const now = drafts.at(-1)
      if (waiting !== undefined && now !== undefined) {
        now.amounts.push(waiting)
        now.start = Math.min(now.start, message.tokens[waiting.from]?.start ?? now.start)
        waiting = undefined
      }
      continue
    }
    const amount = element.kind === 'amount' ? element.amount : undefined
    if (amount === undefined || !usable(amount, message)) continue
    const open = each ? drafts.filter((draft) => draft.amounts.length === 0) : []
    if (open.length > 0) for (const draft of open) draft.amounts.push(amount)
    else if (
      nextIs('good', elements, index) &&
      (last === undefined || amountFirst || hasPack(last) || JOINS.test(message.text.slice(last.named, element.start))) &&
      !(amount.descriptive && last !== undefined) &&
      !isGlued(elements, index)
    ) {
      waiting = waiting === undefined ? amount : better(waiting, amount)
      continue
    } else {
      const may = amount.kind !== 'bare' || amount.times
      const unknown = may && (last === undefined || last.amounts.length > 0) ? unknownBeside(elements, index, message, bySound) : null
      if (unknown !== null && (wantsUnknown || unknown.good !== null || drafts.length > 0)) {
        begin(unknown.item, unknown.good, unknown.start, unknown.end)
        drafts.at(-1)?.amounts.push(amount)
      } else if (last !== undefined) last.amounts.push(amount)
      else orphan = better(orphan ?? undefined, amount)
    }
    const now = drafts.at(-1)
    if (now !== undefined) now.end = Math.max(now.end, element.end)
  }
  if (drafts.length > 0) {
    const loose = looseOf(elements, drafts, message.text)
    for (const draft of drafts) {
      draft.loose = loose
      measure(draft, draft.amounts, message)
    }
  }
  return { lines: drafts, orphan: waiting ?? orphan }
}

/** 牛肉饺子: the last name is the thing, the first says which. */
const rename = (need: Need, good: Good, end: number): void => {
  need.spec = need.item
  need.item = good.name
  need.good = good
  need.end = end
  need.named = end
}

const JOINS = /and|再|和|还|另|&/u
const hasPack = (draft: Need): boolean => draft.amounts.some((one) => one.kind === 'pack' || one.kind === 'count' || one.kind === 'weight')

/** 面粉10kg一袋: the second amount touches the first and is of the same thing. */
const isGlued = (elements: readonly Element[], index: number): boolean => {
  const before = elements[index - 1]
  return before?.kind === 'amount' && elements[index - 2]?.kind === 'good' && before.end === elements[index]?.start
}

/** 牛肉饺子一袋: two goods that touch and share one amount are one thing, named by the last. */
const isCompound = (elements: readonly Element[], index: number): boolean => {
  const before = elements[index - 1]
  if (elements[index + 1]?.kind === 'each') return false
  const now = elements[index]
  if (before?.kind !== 'good' || now === undefined || before.end !== now.start) return false
  return now.end - now.start >= 2 && before.end - before.start >= 2 && nextIs('amount', elements, index)
}

/** Small English words between goods. */
const SMALL = /^(?:and|some|of|the|an?|please|also|i'd|like|i|we|with|pls|for|me|my|us)$/u

const looseOf = (elements: readonly Element[], drafts: readonly Need[], text: string): number => {
  let loose = 0
  let next = 0
  for (const element of elements) {
    if (element.kind !== 'unknown') continue
    if (kindOf(text.charCodeAt(element.start)) === LATIN && SMALL.test(text.slice(element.start, element.end))) continue
    while ((drafts[next]?.end ?? Number.POSITIVE_INFINITY) < element.end) next++
    if ((drafts[next]?.start ?? Number.POSITIVE_INFINITY) > element.start) loose += element.end - element.start
  }
  return loose
}

/** What English counts by the piece: 12 eggs. */
const COUNTED = new Set(['个', '斤', '棵', '根', '板', '只'])

/** Gives a thing its quantity: the best of these amounts, where one will do. */
export const measure = (line: Need, amounts: readonly Amount[], message: Message): void => {
  if (amounts.length === 0) return
  const medicine = line.good !== null && line.good.medicine !== ''
  const fit = medicine ? amounts.filter((amount) => amount.kind !== 'weight' && amount.kind !== 'volume') : amounts
  let chosen: Amount | undefined
  for (const amount of fit.length > 0 ? fit : amounts) chosen = better(chosen, amount)
  if (chosen === undefined || chosen.kind === 'dose' || (chosen.descriptive && amounts.length > 1 && chosen.kind !== 'money')) return
  const byPiece =
    chosen.unit === null && !chosen.times && COUNTED.has(line.good?.unit ?? '') && HAS_LATIN.test(message.text.slice(line.start, line.end))
  line.qty = chosen.qty
  line.unit = chosen.kind === 'money' ? '元' : byPiece ? '个' : chosen.unit
  line.start = Math.min(line.start, message.tokens[chosen.from]?.start ?? line.start)
}

const HAS_LATIN = /[a-z]/u
