/**
 * What the head of a 接龙 offers, and what its entries take of it: by letter, A蔬菜包30元 B肉包60元 and then A两份 B一份; or by kind, each with
 * its price, 水饺 三鲜馅28一袋 荠菜馅26一袋 and then 三鲜2袋, 各一袋.
 */
import type { GoodFacts } from '../config/catalogue-types.js'
import type { BySound } from './matchers/unknown.js'
import type { Message } from './message.js'
import { pattern } from './pattern.js'
import { readNumber } from './tokens.js'

export interface Offer {
  item: string
  good: GoodFacts | null
  /** Which kind of the good. */
  spec?: string
}

export interface Taken {
  offer: Offer
  qty: number
  unit: string | null
}

const OFFERED = /(?<![a-z])([a-h])(?:套餐|款)?\s?[.、:)]?\s?([\u4e00-\u9fa5]{2,8})/gu
const TAKEN = /(?<![a-z])([a-h])(?:套餐|款)?\s?[x*]?\s?(\d{1,2}|[一二两三四五六七八九十])\s?(份|袋|箱|盒|个|包|套)?/gu
/** A letter at all: most lists name none. */
const LETTERED = pattern(() => /(?:^|[\s:,;、\d])[a-h](?:套餐|款|[\s.、:)\d一二两三四五六七八九十*x]|[\u4e00-\u9fa5])/u)
const MANY = 2

/** A套餐：土豆+白菜: sold together, under its letter. */
const AND_MORE = /^\s?[\d一二两三四五六七八九十]{0,2}[\u4e00-\u9fa5]?\s?[+、和&]\s?(?![a-h](?![a-z]))/u

/** Offers by letter, from two on; null where there are none. */
export const offersIn = (message: Message, head: number): ReadonlyMap<string, Offer> | null => {
  const title = message.text.slice(0, head)
  if (!message.says(LETTERED, title)) return null
  const offers = new Map<string, Offer>()
  for (const { 1: letter = '', 2: name = '', index, 0: whole } of title.matchAll(OFFERED)) {
    const from = index + whole.length - name.length
    const good = message.tokens.find((token) => token.start === from && token.good !== null && token.end - token.start > 1)?.good ?? null
    const isSet = name === '套餐' || AND_MORE.test(title.slice(index + whole.length))
    offers.set(letter, isSet ? { item: `${letter.toUpperCase()}套餐`, good: null } : { item: good?.name ?? name, good })
  }
  return offers.size < MANY ? null : offers
}

/** What an entry takes, in its order. */
export const takenOf = (offers: ReadonlyMap<string, Offer>, entry: string): Taken[] => {
  const taken: Taken[] = []
  for (const { 1: letter = '', 2: count = '', 3: unit = null } of entry.matchAll(TAKEN)) {
    const offer = offers.get(letter)
    if (offer !== undefined) taken.push({ offer, qty: readNumber(count), unit })
  }
  return taken
}

/** A kind that the head names with its price. */
export interface Kind extends Offer {
  /** What entries write of it: 三鲜 of 三鲜馅. */
  key: string
  /** So many of it, in an entry. */
  counted: RegExp
  unit: string | null
}

const UNITS = '份|袋|盒|箱|板|斤|公斤|个|包|桶|瓶|提|只|条|块|根|把|罐|颗|棵|张|枚|串'
const PRICED_KIND = new RegExp(
  `([\\u4e00-\\u9fa5]{2,8})\\s?\\d{1,3}(?:\\.\\d{1,2})?\\s?(?:元|块钱?|¥)?\\s?(?:(?:\\/|一|每|1)\\s?(${UNITS}))?(?![\\d斤克])`,
  'gu',
)
const ENDS_KIND = /(?:馅儿?|口?味|款|装)$/u
const PRICED = pattern(() => /[\u4e00-\u9fa5]\s?\d{1,3}(?:\.\d{1,2})?\s?(?:元|块|¥|\/|一|每)/u)
const IS_COUNT = /[一二两三四五六七八九十几每]$/u

/** Kinds with prices, from two on; empty where there are fewer. */
export const kindsIn = (message: Message, head: number, bySound: BySound): readonly Kind[] => {
  const title = message.text.slice(0, head)
  if (!message.says(PRICED, title)) return []
  const found = [...title.matchAll(PRICED_KIND)].filter(({ 1: name = '' }) => !IS_COUNT.test(name))
  if (found.length < MANY) return []
  /** 水饺团: what all of them are kinds of. */
  const all = message.tokens.find((token) => token.good !== null && token.end - token.start > 1 && token.end <= (found[0]?.index ?? 0))
  return found.map(({ 1: name = '', 2: unit = null, index }) => {
    const key = name.replace(ENDS_KIND, '')
    const own = message.tokens.find((token) => token.start === index && token.end === index + name.length)?.good ?? null
    const whole = all === undefined ? name : key + message.text.slice(all.start, all.end)
    const good = own ?? bySound(whole)
    return {
      key,
      counted: new RegExp(key + COUNT_OF, 'u'),
      unit,
      item: good?.name ?? whole,
      good,
      ...(own === null && good !== null ? { spec: key } : {}),
    }
  })
}

const COUNT_OF = `(?:馅|味|的|款)?\\s?[x*]?\\s?(?:要|来)?(\\d{1,2}|[一二两三四五六七八九十半])\\s?(${UNITS})?`
const EACH = new RegExp(`各\\s?(?:要|来)?(\\d{1,2}|[一二两三四五六七八九十])\\s?(${UNITS})?`, 'u')

export const takenOfKinds = (kinds: readonly Kind[], entry: string): Taken[] => {
  const each = kinds.length === 0 ? null : EACH.exec(entry)
  if (each !== null && !kinds.some(({ key }) => entry.includes(key)))
    return kinds.map((offer) => ({ offer, qty: readNumber(each[1] ?? ''), unit: each[2] ?? offer.unit }))
  return kinds.flatMap((offer) => {
    const found = offer.counted.exec(entry)
    return found === null ? [] : [{ offer, qty: readNumber(found[1] ?? ''), unit: found[2] ?? offer.unit }]
  })
}
