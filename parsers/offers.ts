/** What the head of a 接龙 offers by letter, A蔬菜包30元 B肉包60元, and what its entries take of it: A两份 B一份. */
import type { GoodFacts } from '../config/catalogue-types.js'
import type { Message } from './message.js'
import { pattern } from './pattern.js'
import { readNumber } from './tokens.js'

export interface Offer {
  item: string
  good: GoodFacts | null
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

/** Offers by letter, from two on; null where there are none. */
export const offersIn = (message: Message, head: number): ReadonlyMap<string, Offer> | null => {
  const title = message.text.slice(0, head)
  if (!message.says(LETTERED, title)) return null
  const offers = new Map<string, Offer>()
  for (const { 1: letter = '', 2: name = '', index, 0: whole } of title.matchAll(OFFERED)) {
    const from = index + whole.length - name.length
    const good = message.tokens.find((token) => token.start === from && token.good !== null && token.end - token.start > 1)?.good ?? null
    offers.set(letter, { item: good?.name ?? name, good })
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
