/** A name that the catalogue does not know: trimmed of fillers, mended where voice input wrote it by sound, else kept as said. */

import type { GoodFacts } from '../../config/catalogue-types.js'
import type { Message } from '../message.js'
import { previous } from '../rows.js'
import { readChinese } from '../tokens.js'
import { isThing, LEADING, trailing } from '../words/names.js'
import type { Element } from './elements.js'

export interface Unknown {
  item: string
  good: GoodFacts | null
  start: number
  end: number
}

/** Finds the good that sounds like a name and shares a sign with it. */
export type BySound = (name: string) => GoodFacts | null

const LONGEST = 10
/** 老母亲泡假牙的那个清洁片: what it is for stands before the thing. */
const POINTED_OUT = /^.*(?:那|这)(?:个|种)(?=(?![大中小]?[袋瓶盒箱桶包板罐提])[\u4e00-\u9fa5]{2,6}$)/u

const cut = (message: Message, from: number, to: number): { start: number; end: number } => {
  const text = message.text.slice(from, to)
  const lead = POINTED_OUT.exec(text)?.[0].length ?? LEADING.exec(text)?.[0].length ?? 0
  const rest = text.slice(lead)
  const tail = trailing(rest)
  return { start: from + lead, end: to - tail }
}

/** 买一口锅吧: no part of a name. */
const ENDS_MILDLY = /(?<=[\u4e00-\u9fa5])[吧呗哈嘛]$/u

const named = (message: Message, from: number, to: number, bySound: BySound): Unknown | null => {
  const whole = message.text.slice(from, to).trim()
  const heard = bySound(whole.replace(ENDS_MILDLY, ''))
  if (heard !== null) return { item: heard.name, good: heard, start: from, end: to }
  const { start, end } = cut(message, from, to)
  const item = message.text.slice(start, end).trim()
  if (item.length < 2 || item.length > LONGEST || /^[\d\s.]+$/u.test(item) || !/[\u4e00-\u9fa5a-z]/u.test(item)) return null
  const sound = bySound(item)
  if (sound !== null) return { item: sound.name, good: sound, start, end }
  return !isThing(item) || /^[a-z]{1,2}$|[婶姨叔伯爷奶娘妈哥姐]登$/u.test(item)
    ? null
    : { item: message.raw.slice(message.at(start), message.at(end)), good: null, start, end }
}

/** Index of the first of the touching words before an amount. */
const firstOfWords = (elements: readonly Element[], index: number): number => {
  let first = index
  while (first > 0) {
    const element = previous(elements, first)
    if (element?.kind !== 'unknown' && element?.kind !== 'word') break
    if (first < index && element.end !== elements[first]?.start) break
    first--
  }
  return first
}

/** 拌蓝根 for 板蓝根, 方面便 for 方便面: an everyday word may be a part of what was meant. */
const soundingWhole = (elements: readonly Element[], index: number, message: Message, bySound: BySound): Unknown | null => {
  const from = elements[firstOfWords(elements, index)]?.start
  const to = previous(elements, index)?.end
  if (from === undefined || to === undefined || to - from < 2 || to - from > LONGEST_HEARD || from >= to) return null
  const words = message.text.slice(from, to).replace(/[啊呀呢哦嗯吧呃]+$/u, '')
  const good = bySound(words) ?? bySound(words.slice(LEADING.exec(words)?.[0].length ?? 0))
  return good === null ? null : { item: good.name, good, start: from, end: to }
}
const LONGEST_HEARD = 10

/** 西红四三斤: the first numeral is a part of the name. Leaves the amount with the rest. */
const soundingWithNumeral = (before: Element, amount: Element, message: Message, bySound: BySound): Unknown | null => {
  const token = message.tokens[amount.amount?.from ?? -1]
  if (amount.amount === undefined || token === undefined || !token.chinese || token.end - token.start !== 2 || before.end !== token.start)
    return null
  const good = bySound(message.text.slice(before.start, token.start + 1))
  if (good === null) return null
  amount.amount = { ...amount.amount, qty: readChinese(message.text.slice(token.start + 1, token.end)) }
  return { item: good.name, good, start: before.start, end: token.start + 1 }
}

/** 鱼护要两瓶, 苗药贴也来一个: the name before the words that ask for so much of it. */
const ASKS_SO_MUCH = /^(?:也|再|就|先|都|给我|帮我)*(?:要|来|买|带|捎|订|整|拿)(?:上|个)?$/u
const unknownAhead = (elements: readonly Element[], index: number, message: Message, bySound: BySound): Unknown | null => {
  let at = index
  while (elements[at - 1]?.kind === 'word' && elements[at - 1]?.end === elements[at]?.start) at--
  const name = previous(elements, at)
  const [from, to] = [elements[at]?.start, elements[index]?.start]
  if (name?.kind !== 'unknown' || from === undefined || to === undefined || name.end !== from) return null
  if (previous(elements, elements.indexOf(name)) !== undefined) return null
  const also = /(?:也|再|就|先|都)+$/u.exec(message.text.slice(name.start, name.end))?.[0].length ?? 0
  return ASKS_SO_MUCH.test(message.text.slice(from, to)) ? named(message, name.start, name.end - also, bySound) : null
}

/** 一盒布洛分: the same of the words behind an amount. */
const soundingBehind = (elements: readonly Element[], from: number, message: Message, bySound: BySound): Unknown | null => {
  let last = from
  for (let next = elements[from + 1]; next?.kind === 'unknown' || next?.kind === 'word'; next = elements[last + 1]) {
    if (next.start !== elements[last]?.end) break
    last++
  }
  const [start, end] = [elements[from]?.start ?? 0, elements[last]?.end ?? 0]
  const good = last > from && end - start <= LONGEST_HEARD ? bySound(message.text.slice(start, end)) : null
  return good === null ? null : { item: good.name, good, start, end }
}

/** 一瓶腐入我不会打字: the words run on behind the name. */
export const soundingAhead = ({ start, end }: Element, { text }: Message, bySound: BySound): Unknown | null => {
  for (let long = Math.min(LONGEST_AHEAD, end - start - 1); long >= 2; long--) {
    const good = bySound(text.slice(start, start + long))
    if (good !== null) return { item: good.name, good, start, end: start + long }
  }
  return null
}
const LONGEST_AHEAD = 5

/** The unknown words right before an amount, else right behind it. */
export const unknownBeside = (
  elements: readonly Element[],
  index: number,
  message: Message,
  bySound: BySound,
  /** Up to here all is named already. */
  taken = 0,
): Unknown | null => {
  const amount = elements[index]
  const last = previous(elements, index)
  const before = last !== undefined && last.end > taken ? last : undefined
  const behind = elements[index + 1]
  if (amount === undefined) return null
  if (before?.kind === 'unknown' || before?.kind === 'word') {
    const heard = soundingWhole(elements, index, message, bySound) ?? soundingWithNumeral(before, amount, message, bySound)
    if (heard !== null) return heard
  }
  if (
    before?.kind === 'unknown' ||
    (before?.kind === 'divider' && message.text[before.start] === ':' && elements[index - 2]?.kind === 'unknown')
  ) {
    const from = before.kind === 'unknown' ? before.start : (previous(elements, index - 1)?.start ?? before.start)
    const found = named(message, from, before.kind === 'unknown' ? amount.start : before.start, bySound)
    if (found !== null) return found
  }
  const ahead = before?.kind === 'word' && taken === 0 ? unknownAhead(elements, index, message, bySound) : null
  if (ahead !== null) return ahead
  const heard = behind?.kind === 'unknown' ? soundingBehind(elements, index + 1, message, bySound) : null
  if (heard !== null) return heard
  if (behind?.kind !== 'unknown' || behind.start - amount.end > 1) return null
  return named(message, behind.start, behind.end, bySound) ?? soundingAhead(behind, message, bySound)
}

/** Names in an enumeration that shares one amount: 胶水、蛤士蟆油各一份. */
export const unknownIn = (element: Element, message: Message, bySound: BySound): Unknown[] => {
  const found: Unknown[] = []
  let from = element.start
  for (const piece of message.text.slice(element.start, element.end).split(/(?<=.{2})[和跟与及]/u)) {
    const one = named(message, from, from + piece.length, bySound)
    if (one !== null) found.push(one)
    from += piece.length + 1
  }
  return found
}
