/** Buying and checking: 备齐超市 · 大米备齐了 · 排骨没有,换五花肉 · 核对 1 2 3 · 追查 3. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Command } from '../types.js'

const PICKED = pattern(
  () =>
    /^(?:都|全)?(?:备齐|备好|买齐|拿齐|配齐)(?:了|的)?[:\s]*([^\d?]{0,30}?)[了。!]*$|^([^\d?]{1,30}?)(?:都|全|已)?(?:备齐|备好|买齐|拿齐|配齐)了?[。!]*$|^picked\s*(.{0,30})$/u,
)
const PLACES: [RegExp, 'supermarket' | 'pharmacy'][] = [
  [/超市|supermarket/u, 'supermarket'],
  [/药店|药房|药品|pharmacy/u, 'pharmacy'],
]
const INSTEAD = pattern(
  () =>
    /^([^,。?]{1,15}?)(?:没有了?|没货了?|缺货了?|断货了?|没了|卖完了?|买不到)[,。\s]*(?:可以|能|就|给|都)?(?:换成?|改成?|用|拿)(?!货)([^,。?问]{1,20}?)(?:代替|顶替|行吗|行不行|可以吗|可不可以|好吗|吧)?[。!?]*$/u,
)
const CHECK = pattern(
  () =>
    /^核对(?:完|好)?(?:了)?[:\s]*((?:\d{1,3}(?!\d)(?:\s?[-~到至]\s?\d{1,3}(?!\d))?号?[\s、,.]*)*)(?:号)?(?:没问题|好了|ok|✓)?[。!]*$|^check\s*((?:\d{1,3}(?!\d)(?:-\d{1,3}(?!\d))?[\s,]*)*)$/u,
)
const TRACE = pattern(() => /^(?:追查|查袋|查这袋|trace)\s?(?:第?(\d{1,3})号?袋?)?$/u)
const TRACED = pattern(() => /^(?:追查|查袋|trace)/u)

export const readShopping = (message: Message, text: string): Command | null => {
  const checked = message.find(CHECK, text)
  if (checked !== null) return { kind: 'check', entries: numbersIn(checked[1] ?? checked[2] ?? '') }
  if (message.says(TRACED, text)) return traced(message, text)
  const instead = message.find(INSTEAD, text)
  if (instead !== null) return offered(message, text, instead)
  const picked = message.find(PICKED, text)
  return picked === null ? null : fetched(message, picked[1] ?? picked[2] ?? picked[3] ?? '')
}

const traced = (message: Message, text: string): Command | null => {
  const no = message.find(TRACE, text)?.[1]
  if (no !== undefined) return { kind: 'trace', no: Number(no), address: null }
  const [place] = message.places
  if (place === undefined || place.room === null) return null
  const { building, unit, room } = place
  return { kind: 'trace', no: null, address: { building, unit, room } }
}

const offered = (message: Message, text: string, [whole, out = '', by = '']: RegExpExecArray): Command | null => {
  const ahead = message.text.indexOf(text)
  const goods = goodsBetween(message, ahead, ahead + out.length)
  const [item] = goods
  if (item === undefined || goods.length > 1 || by.trim() === '') return null
  const from = ahead + whole.lastIndexOf(by)
  return { kind: 'substitute', item, goods: { start: message.at(from), end: message.at(from + by.length) } }
}

const fetched = (message: Message, said: string): Command | null => {
  const place = PLACES.find(([name]) => name.test(said))?.[1] ?? null
  const from = message.text.indexOf(said)
  const items = said.trim() === '' || place !== null ? [] : goodsBetween(message, from, from + said.length)
  return said.trim() !== '' && place === null && items.length === 0 ? null : { kind: 'picked', place, items }
}

const goodsBetween = (message: Message, from: number, to: number): string[] => [
  ...new Set(message.tokens.flatMap((token) => (token.good !== null && token.start >= from && token.end <= to ? [token.good.name] : []))),
]

const LONGEST_RANGE = 200

/** 1 2 5-8 */
const numbersIn = (text: string): number[] => {
  const found = [...text.matchAll(/(\d{1,3})(?:\s?[-~到至]\s?(\d{1,3}))?/gu)].flatMap(([, from, to]) => {
    const [first, last] = [Number(from), Number(to ?? from)]
    return last < first || last - first > LONGEST_RANGE ? [first] : Array.from({ length: last - first + 1 }, (_, step) => first + step)
  })
  return [...new Set(found)]
}
