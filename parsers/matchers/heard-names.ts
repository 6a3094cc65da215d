/** Names written by their sound in a row where nothing is counted: 买点鸡旦和酱由还有胰导素. */

import type { Message } from '../message.js'
import { previous } from '../rows.js'
import { codeAt, SignSet } from '../signs.js'
import { Element } from './elements.js'
import type { Need } from './need.js'
import type { BySound, Unknown } from './unknown.js'

const JOINS = '和|跟|与|还有|以及|再有|\\s'
const JOINED = new RegExp(`^(?:${JOINS})|(?:${JOINS})$`, 'u')
/** What joins, with the small words beside it. */
const AROUND_IT = new RegExp(`^(?:${JOINS}|[的要买点])+|(?:${JOINS}|[了吧呗哈啊呀])+$`, 'gu')
const PARTS = new SignSet(' 、')
const LONGEST = 6
/** So many signs may join it to what stands beside it. */
const AROUND = 8
/** What stands behind a thing and is no part of its name. */
const SMALL = new SignSet(
  '只就快有没先划是也都要来不别的了吧呢啊给再还去取退减加改换少多各一几个两半和跟能可咋怎什啥断见够缺告空光完备好送放到行成中哈哦',
)

/** 酱由还有: a good of one sign that is the first half of another's name by its sound; 土鸡但, which lacks the last sign. */
export const heardWithNext = (elements: Element[], message: Message, bySound: BySound): Element[] => {
  for (let index = 0; index < elements.length - 1; index++) {
    const [one, next] = [elements[index], elements[index + 1]]
    if (one?.kind !== 'good' || next?.kind !== 'unknown' || next.start !== one.end) continue
    if (SMALL.has(codeAt(message.text, next.start)) || (one.end - one.start > 1 && next.end - next.start > 1)) continue
    const good = bySound(message.text.slice(one.start, next.start + 1))
    if (good === null) continue
    const rest = next.end > next.start + 1 ? [new Element('unknown', next.start + 1, next.end)] : []
    elements.splice(index, 2, new Element('good', one.start, next.start + 1, good), ...rest)
  }
  return elements
}

/** 取消西红柿 is no 小西红柿, and 没有的话蛤蜊三斤 no 花蛤. */
const TAKES_BACK = /取消$|的话$/u
/** 硝蒜甘油, 户萝卜: unknown signs and a known good that together sound like another good; 大 and 要 before it are no part of a name. */
export const heardWithLast = (elements: Element[], message: Message, bySound: BySound): Element[] => {
  for (let index = 1; index < elements.length; index++) {
    const [lead, good] = [elements[index - 1], elements[index]]
    if (lead?.kind !== 'unknown' || good?.kind !== 'good' || lead.end !== good.start) continue
    if (good.end - good.start === 1 || good.end - lead.start > LONGEST + AROUND) continue
    let start = lead.start
    while (start < lead.end && SMALL.has(codeAt(message.text, start))) start++
    const whole =
      start < lead.end && !TAKES_BACK.test(message.text.slice(lead.start, start + 1)) ? bySound(message.text.slice(start, good.end)) : null
    if (whole !== null && whole !== good.good) {
      const rest = start > lead.start ? [new Element('unknown', lead.start, start)] : []
      elements.splice(index - 1, 2, ...rest, new Element('good', start, good.end, whole))
    }
  }
  return elements
}

/** 阿四匹林一盒, 箱菜一把, 3斤五话肉: a name by its sound that falls apart into numerals, measures and goods of one sign, beside its amount. */
export const heardAcross = (elements: Element[], message: Message, bySound: BySound): Element[] => {
  for (let index = 0; index < elements.length - 1; index++) {
    const first = elements[index]
    if (first === undefined || !mayBePart(first, message) || touchesName(elements[index - 1], first)) continue
    let last = index
    while (last < index + MOST_PARTS && isNextPart(elements, last, message)) last++
    for (; last > index; last--) {
      const [end, amount] = [elements[last]?.end ?? 0, elements[last + 1]]
      const isCounted = (amount?.kind === 'amount' && amount.start === end) || isCountedAhead(elements, index, last)
      if (end - first.start > LONGEST || !isCounted) continue
      const parts = elements.slice(index, last + 1)
      const good = parts.every(({ kind }) => kind === 'unknown') ? null : bySound(message.text.slice(first.start, end))
      if (good !== null) elements.splice(index, parts.length, new Element('good', first.start, end, good))
    }
  }
  return elements
}
const MOST_PARTS = 2
/** Right behind an amount, and nothing that touches it behind. */
const isCountedAhead = (elements: readonly Element[], first: number, last: number): boolean => {
  const [amount, next] = [previous(elements, first), elements[last + 1]]
  return (
    amount?.kind === 'amount' &&
    amount.amount?.unit != null &&
    amount.end === elements[first]?.start &&
    (next === undefined || next.kind === 'divider' || next.start > (elements[last]?.end ?? 0))
  )
}
const mayBePart = ({ kind, start, end, amount }: Element, { tokens, text }: Message): boolean =>
  (kind === 'unknown' && !(end - start === 1 && SMALL.has(codeAt(text, start)))) ||
  (kind === 'good' && end - start === 1) ||
  (kind === 'amount' && end - start <= 2 && (tokens[amount?.from ?? -1]?.chinese === true || end - start === 1))
const isNextPart = (elements: readonly Element[], index: number, message: Message): boolean => {
  const next = elements[index + 1]
  return next !== undefined && next.start === elements[index]?.end && mayBePart(next, message)
}
const touchesName = (before: Element | undefined, { start }: Element): boolean =>
  before !== undefined && before.end === start && (before.kind === 'good' || before.kind === 'unknown')

/** What stands between joining words, where that sounds like a good; null where it does not. */
const heardBetween = ({ start, end }: Element, { text }: Message, bySound: BySound): Unknown | null => {
  if (end - start > LONGEST + AROUND) return null
  const words = text.slice(start, end)
  const name = words.replace(AROUND_IT, '')
  if (name.length < 2 || name.length > LONGEST || !(JOINED.test(words) || PARTS.has(codeAt(text, start - 1)))) return null
  const good = bySound(name)
  const from = start + words.indexOf(name)
  return good === null ? null : { item: good.name, good, start: from, end: from + name.length }
}

/** All of them in a clause, beside the lines that it has. */
export const heardInRow = (elements: readonly Element[], lines: readonly Need[], message: Message, bySound: BySound): Unknown[] =>
  elements.flatMap((element) => {
    if (element.kind !== 'unknown' || lines.some(({ start, end }) => start < element.end && end > element.start)) return []
    return heardBetween(element, message, bySound) ?? []
  })
