/** Goods that only say which of another is meant: 薯片黄瓜味, 汤圆黑芝麻的两袋, 饺子不要韭菜馅的. */

import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import { previous } from '../rows.js'
import { isThing } from '../words/names.js'
import type { Element } from './elements.js'

const FLAVOUR = pattern(() => /^(?:馅儿?|口?味儿?)(?!精|素|噌|极|道)/u)
/** 蒸馏水一桶加湿器用: what it is for. */
const FOR_USE = pattern(() => /^(?:要|时|里)?[用使](?:的|$|[,。!)])|^吃的(?=[\u4e00-\u9fa5])/u)
const OF_THAT_KIND = pattern(() => /^的/u)
/** 冻饺子三袋 猪肉白菜的: told behind what is counted, with no amount of its own. */
const ONLY_SAYS_WHICH = /^的[吧哈啊]?(?:$|[\s,。!)、])/u

/** Turns the goods that name a flavour or a kind into plain words; `named`: something was named before this clause. */
export const withoutFlavours = (elements: Element[], message: Message, named: boolean): Element[] => {
  const flavours = message.may(FLAVOUR) || message.may(FOR_USE)
  if (!flavours && !message.may(OF_THAT_KIND)) return elements
  const { text } = message
  const goods = elements.filter((element) => element.kind === 'good')
  const isFlavour = (element: Element): boolean => {
    const behind = text.slice(element.end, element.end + 4)
    const filling = named && behind.startsWith('的') && text[element.end - 1] === '馅'
    return filling || (flavours && (message.says(FLAVOUR, behind) || message.says(FOR_USE, behind)))
  }
  const tastes = new Set<Element>(toldBehind(elements, message, named))
  /** 猪肉白菜馅: each that touches the next. */
  for (let index = goods.length - 1; index >= 0; index--) {
    const element = goods[index]
    const next = goods[index + 1]
    if (element === undefined) break
    if (isFlavour(element) || (next?.start === element.end && tastes.has(next) && isSaidAsFilling(message, goods, next)))
      tastes.add(element)
  }
  const things = goods.filter((element) => !tastes.has(element))
  for (const [index, element] of elements.entries()) {
    if (element.kind !== 'good') continue
    if (tastes.has(element) ? things.length > 0 || named || hasUnknown(elements, index) : isKindOf(elements, index, message))
      element.kind = 'word'
  }
  return elements
}

/** The goods of a run that begins right behind an amount, or begins the clause, and ends with 的: none where there is no such run. */
const toldBehind = (elements: readonly Element[], { text }: Message, named: boolean): Element[] => {
  const found: Element[] = []
  for (let index = 0; index < elements.length; index++) {
    const last = elements[index]
    if (last?.kind !== 'good' || !ONLY_SAYS_WHICH.test(text.slice(last.end, last.end + 3))) continue
    let first = index
    while (previous(elements, first)?.kind === 'good' && previous(elements, first)?.end === elements[first]?.start) first--
    const before = previous(elements, first)
    const amount = before?.kind === 'unknown' && before.end === elements[first]?.start ? previous(elements, first - 1) : before
    const isBehind = amount?.kind === 'amount' && (named || elements.slice(0, first - 1).some((one) => isNamed(one, text)))
    if (isBehind || (named && amount === undefined && first === 0)) found.push(...elements.slice(first, index + 1))
  }
  return found
}

const isNamed = ({ kind, start, end }: Element, text: string): boolean =>
  kind === 'good' || (kind === 'unknown' && end - start >= 2 && isThing(text.slice(start, end)))

/** 水饺 猪肉白菜馅: the filling of what stands before it. */
const isSaidAsFilling = ({ text }: Message, goods: readonly Element[], taste: Element): boolean =>
  text.startsWith('馅', taste.end) && goods.some((element) => element.end < taste.start && ' 要来'.includes(text[element.end] ?? '·'))

/** 蒸馏水一桶加湿器用: the thing itself may be one that nobody knows. */
const hasUnknown = (elements: readonly Element[], index: number): boolean =>
  previous(elements, index)?.kind === 'amount' && previous(elements, index - 1)?.kind === 'unknown'

/** 猫砂豆腐的三袋: right behind the name of a thing, with 的 and the amount of both. */
const isKindOf = (elements: readonly Element[], index: number, message: Message): boolean => {
  const element = elements[index]
  const thing = previous(elements, index)
  if (element === undefined || thing?.kind !== 'good' || thing.end - thing.start < 2 || element.start - thing.end > 1) return false
  if (previous(elements, index - 1)?.kind === 'amount' || !message.says(OF_THAT_KIND, message.text.slice(element.end, element.end + 1)))
    return false
  const next = elements.slice(index + 1).find((one) => !(one.kind === 'unknown' && one.end - one.start === 1))
  return next?.kind === 'amount' && next.start - element.end <= 2
}
