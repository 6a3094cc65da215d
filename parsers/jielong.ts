/** 接龙: a list that neighbours continue. Each entry names a door or a person, with goods of its own or those of the headline. */

import type { GoodFacts } from '../config/catalogue-types.js'
import { nicknamesIn, without } from './chain-names.js'
import { mergedByDoor } from './door-table.js'
import { lineOf } from './line.js'
import { completePlace } from './matchers/addresses.js'
import type { Need } from './matchers/need.js'
import { readNeeds } from './matchers/needs.js'
import type { BySound } from './matchers/unknown.js'
import type { Message } from './message.js'
import { kindsIn, offersIn, takenOf, takenOfKinds } from './offers.js'
import { pattern } from './pattern.js'
import type { Act, Address, Context, Line } from './types.js'
import { isThing } from './words/names.js'

const ENTRY = /^\s*(?:[•✅✔✓☑√▪●◆★👉]|\(?(?:(?!\d{3}(?::|、\s?\d{3}))\d{1,3}\s*[.、):]|\d{1,2}\s))\s*(.*)$/u
/** A line that begins with a door is an entry too. */
const DOOR_FIRST =
  /^\s*(?:\d{1,2}(?:[-#/]|号楼|栋|幢|座|单元|门)\s?\d|[一二三四五六七八九十]{1,3}(?:号楼|栋|幢|座|单元|门)\s?[\d一二三四五六七八九]|\d{3,4}(?!\d))/u
/** As the chat program titles it, in Chinese and in English. */
export const CHAIN = pattern(() => /接龙|#\s?group note/u)
/** Without that word it takes entries with doors to know one. */
const LIKE_CHAIN = pattern(() => /团购|拼团|开团|跟团|报名|套餐|截单|收单|预[订定]|(?:[\u4e00-\u9fa5]团|接单)(?=[\s(:,]|$)/u)
const EXAMPLE = /^(?:例|示例|样例|格式|如[:：])/u
/** 羽毛球报名: who comes, and nothing to buy. */
const SIGN_UP = pattern(() => /报名(?!.{0,6}[购买团])|签到|打卡|谁参加|参加的/u)
const HEAD = 60

type Order = Extract<Act, { act: 'order' }>

interface Entry {
  start: number
  end: number
}

const entriesOf = (text: string): { head: number; entries: Entry[] } => {
  const entries: Entry[] = []
  let head = 0
  let offset = 0
  let open = false
  for (const line of text.split('\n')) {
    const end = offset + line.length
    const found = ENTRY.exec(line)
    const last = entries.at(-1)
    if (found !== null || DOOR_FIRST.test(line)) {
      const words = found?.[1] ?? line
      open = !EXAMPLE.test(words)
      if (open) entries.push({ start: end - words.length, end })
    } else if (EXAMPLE.test(line)) open = false
    else if (last === undefined) head = end
    else if (open) last.end = end
    offset = end + 1
  }
  return { head, entries }
}

/** What the entries ask for where they name nothing themselves. */
interface Headline {
  item: string
  good: GoodFacts | null
}

/** 牛羊肉套餐 128/份: sold together, under a name of its own. */
const SET = /^(?:套餐|礼盒|礼包|大礼包|拼盘|组合装?|盲盒)/u
const LEADS = /[\u4e00-\u9fa5]{0,3}$/u
/** 酸菜馅冻饺子 15元/袋: what is in it stands before it. */
const FILLED_WITH = /^(?:馅儿?|口?味)的?/u

const BESIDE = 8
/** 鲜肉团｜前腿肉: named in the title. */
const ENDS_TITLE = /^类?(?:团|接龙|拼团|专场|预[订定])/u
/** 每份含吐司1袋, 送鸡蛋. */
const GIVEN_WITH_IT = /(?:含|送|赠|配|内有)[^\n]{0,6}$/u

const headlineOf = (message: Message, head: number, bySound: BySound): Headline | null => {
  const named = message.tokens.filter(({ start, end, good }) => start < head && good !== null && end - start > 1)
  const things = named.filter(
    ({ good, start, end }) =>
      !AISLES.has(good?.name ?? '') &&
      !GIVEN_WITH_IT.test(message.text.slice(Math.max(0, start - BESIDE), start)) &&
      !(
        ENDS_TITLE.test(message.text.slice(end, end + BESIDE)) &&
        named.some((other) => other.start > end && other.good?.category === good?.category)
      ) &&
      /** 红糖馒头: the last of what touches. */
      !named.some((other) => other.start === end),
  )
  /** 水果接龙 沃柑10斤装: one thing of an aisle is meant, several are what a share holds. */
  const goods = new Set(things.map(({ good }) => good?.name)).size === 1 ? things : named
  const token = goods.find(({ end }, index) => index === goods.length - 1 || !FILLED_WITH.test(message.text.slice(end)))
  const set = token === undefined ? null : SET.exec(message.text.slice(token.end, head))
  if (token !== undefined && set !== null) {
    const item = `${LEADS.exec(message.text.slice(0, token.start))?.[0] ?? ''}${message.text.slice(token.start, token.end)}${set[0]}`
    const good = bySound(item)
    return { item: good?.name ?? item, good }
  }
  if (token?.good) return { item: token.good.name, good: token.good }
  const needs = readNeeds(message, bySound)
  return (
    needs.find((need) => need.start < head && need.good !== null) ?? needs.find((need) => need.start < head) ?? saidAbove(message, head)
  )
}

/** 平价菜 每份30元: what is sold in shares, though nobody knows it. */
const saidAbove = (message: Message, head: number): Headline | null => {
  for (const line of message.text.slice(0, head).split('\n'))
    for (const piece of line.split(APART)) {
      const item = piece.replace(OF_A_CHAIN, '')
      if (NAMED_IN_HAN.test(item) && isThing(item) && !OF_ITS_WAY.test(item)) return { item, good: null }
    }
  return null
}
const APART = /[^\u4e00-\u9fa5]+|每(?=[份箱袋盒斤个])/u
const OF_A_CHAIN =
  /^(?:(?:今日|今天|明日|明天|本周|社区|小区|特价|限时)?(?:接龙|团购|拼团|开团|跟团|预订|预定|报名)+)|(?:接龙|团购|拼团|开团|跟团|团|预订|预定|报名|登记|统计)+$/gu
const NAMED_IN_HAN = /^[\u4e00-\u9fa5]{2,8}$/u
/** How it is run: 今晚截止, 每户限购. */
const OF_ITS_WAY =
  /截止|限购|起送|满|包邮|配送|自提|提货|运费|每[户人家]|大家|邻居|单元|号楼|[栋幢]|请|按|写|填|例|格式|姓名|门牌|房号|电话|地址|数量|时间|[早晚][上点]|[上下中]午|周[一二三四五六日]|今|明|元|块|价格|单价|[一二三四五六七八九十]期/u

/** 香蕉 5斤装, then 301 x1, 402 x2: nothing stands in the entries but doors and how many of what stands above them. */
const LEAST_SHARES = 2
const LONGEST_ABOVE = 40
const mayShareOut = ({ text, places }: Message): boolean => places.length >= LEAST_SHARES && text.includes('\n')
const sharesOut = (message: Message, head: number, entries: readonly Entry[]): boolean => {
  const [first] = entries
  if (first === undefined || entries.length < LEAST_SHARES || head === 0 || head > LONGEST_ABOVE) return false
  /** 今日菜单：番茄5元/斤，黄瓜4元/斤: with its prices. */
  if (WITH_PRICE.test(message.text.slice(0, head)) && entries.every(({ start, end }) => ENTRY_COUNTED.test(message.text.slice(start, end))))
    return true
  return (
    message.tokens.some(({ good, end }) => good !== null && end <= head) &&
    message.tokens.every(({ good, start }) => good === null || start < first.start) &&
    entries.every(({ start, end }) => DOOR_FIRST.test(message.text.slice(start, end)) && SHARE_ONLY.test(message.text.slice(start, end)))
  )
}
const WITH_PRICE = /\d\s?(?:元|块|¥)|¥\s?\d/u
const ENTRY_COUNTED = /^\s*(?:\d{1,2}[-#栋单元门号楼]{1,2}\s?){0,2}\d{3,4}(?:室|号)?(?!\d)\D{1,12}(?:\d|[一二两三四五六七八九十半])/u
const SHARE_ONLY = /^[^\n]{3,16}?\s?[x*+]?\s?(?:\d{1,2}|[一二两三四五六七八九十半])\s?[\u4e00-\u9fa5]{0,3}(?:\n(?:合计|共|总)[^\n]*)?\s*$/u

/** The acts of a 接龙, or null where the message is none. Entries that stood in the list before are no news. */
export const readChain = (
  message: Message,
  context: Context,
  own: Address,
  bySound: BySound,
  open: (text: string) => Message,
): Act[] | null => {
  const title = message.text.slice(0, HEAD)
  const chain = message.says(CHAIN, title)
  const titled = chain || message.says(LIKE_CHAIN, title)
  if (!titled && !mayShareOut(message)) return null
  const { head, entries } = entriesOf(message.text)
  if (!titled && !sharesOut(message, head, entries)) return null
  if (entries.length === 0 || (!chain && (entries.length < 2 || head === 0))) return null
  if (message.says(SIGN_UP, message.text.slice(0, head)) && message.amounts.every((amount) => amount.kind === 'bare')) return []
  const before = new Set((context.chain ?? '').split('\n').map(plainLine))
  const offers = offersIn(message, head)
  const kinds = offers === null ? kindsIn(message, head, bySound) : []
  const said = entries.map(({ start, end }) => message.raw.slice(message.at(start), message.at(end)))
  const nicknames = nicknamesIn(said, (word) => isWholeGood(open(word)))
  let headline: Headline | null | undefined
  const acts: Order[] = []
  /** 物业费接龙 101 已缴: nothing is counted, of what nobody sells. */
  const counts = message.amounts.some(({ from }) => (message.tokens[from]?.start ?? 0) > head)
  for (const [index, { start, end }] of entries.entries()) {
    const from = message.at(start)
    const span = { start: from, end: message.at(end) }
    const inner = open(withoutNote(without(said[index] ?? '', nicknames[index] ?? null)))
    if (inner.text.trim() === '' || before.has(plainLine(inner.text.split('\n')[0] ?? ''))) continue
    if (inner.says(STAYS_OUT)) continue
    const like = SAME_AS.exec(inner.text)
    const other = like === null ? undefined : meantBy(like[1], acts)
    if (other !== undefined) {
      acts.push({ ...other, address: addressIn(inner, context, own), span })
      continue
    }
    const taken = offers === null ? takenOfKinds(kinds, inner.text) : takenOf(offers, inner.text)
    if (taken.length > 0) {
      const lines = taken.map(({ offer: { item, good, spec }, qty, unit }) => ({
        item,
        qty,
        unit,
        known: good !== null,
        span,
        ...(spec === undefined ? {} : { spec }),
      }))
      acts.push({ act: 'order', address: addressIn(inner, context, own), lines, span })
      continue
    }
    if (headline === undefined && inner.may(ONLY_WHICH)) headline = headlineOf(message, head, bySound)
    let lines = readNeeds(inner, bySound)
      /** 302 一袋 韭菜的: which of what the headline names. */
      .filter((need) => !(saysOnlyWhich(headline, need) && inner.between(need.named, need.named + 5, ONLY_WHICH)))
      /** 14-1-602 小杜 1份: who wants it, and no good of that sound. */
      .filter((need) => !need.negated && !(need.heard && isPerson(inner.text.slice(need.start, need.named))))
      .map((need) => shifted(lineOf(need, inner), from))
    if (lines.length === 0 || lines.every((line) => !line.known)) {
      if (headline === undefined) headline = headlineOf(message, head, bySound)
      if (headline === null && lines.length === 0) lines = asSaid(inner).map((line) => shifted(line, from))
      const counted = inner.amounts.filter((one) => one.kind !== 'money')
      /** 李四 1箱: a numeral in a name counts nothing. */
      const amount =
        (inner.says(RATHER) ? counted.findLast((one) => one.unit !== null) : undefined) ??
        counted.find((one) => one.unit !== null) ??
        counted.findLast((one) => inner.tokens[one.from]?.chinese === false)
      const names = lines.some(({ item, qty }) => qty !== null && !PERSON.test(item)) && AISLES.has(headline?.item ?? '')
      if (headline !== null && !names && (counts || headline.good !== null))
        lines = [
          {
            item: headline.item,
            qty: amount?.qty ?? null,
            unit: amount?.unit ?? null,
            known: headline.good !== null,
            span,
          },
        ]
    } else if (startsWithCount(inner)) {
      headline ??= headlineOf(message, head, bySound)
      const [amount] = inner.amounts
      if (headline !== null && amount !== undefined)
        lines = [{ item: headline.item, qty: amount.qty, unit: amount.unit, known: headline.good !== null, span }, ...lines]
    }
    for (const address of lines.length === 0 ? [] : addressesIn(inner, context, own)) acts.push({ act: 'order', address, lines, span })
  }
  return chain || acts.length > 0 ? mergedByDoor(acts) : null
}

const isWholeGood = ({ tokens: [token, more] }: Message): boolean => token?.good != null && more === undefined

/** 7. 14-3-202 肯德基全家桶 1份, where no headline is quoted: what stands before the amount. */
const asSaid = (entry: Message): Line[] => {
  const amount = entry.amounts.find(({ kind }) => kind !== 'money' && kind !== 'bare')
  const at = amount === undefined ? undefined : entry.tokens[amount.from]?.start
  const words = at === undefined ? null : SAID_LAST.exec(entry.text.slice(0, at))
  if (amount === undefined || words === null || PERSON.test(words[1] ?? '')) return []
  const start = entry.at(words.index + words[0].indexOf(words[1] ?? ''))
  const end = entry.at(entry.tokens[amount.to - 1]?.end ?? 0)
  return [{ item: words[1] ?? '', qty: amount.qty, unit: amount.unit, known: false, span: { start, end } }]
}
const SAID_LAST = /\s([\u4e00-\u9fa5]{3,10})\s?$/u
const PERSON =
  /^(?:[小老阿]?[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文][\u4e00-\u9fa5]{0,2}|.{1,3}(?:姐|哥|姨|叔|爷|奶奶|婶|妈|爸|老师|先生|女士|太太|总|师傅|sir))$/u
/** 老纪, 小杜. */
const isPerson = (words: string): boolean => PERSON.test(words) || /^[老小阿][\u4e00-\u9fa5]$/u.test(words)
/** Whole aisles: an entry's own words say more. */
const AISLES: ReadonlySet<string> = new Set(['水果', '蔬菜', '菜', '零食', '海鲜', '熟食', '点心', '面包', '调料', '饮料'])

const ONLY_WHICH = pattern(() => /^(?:馅儿?|口?味儿?)?的\s?(?:$|[,。!])/u)
const saysOnlyWhich = (headline: Headline | null | undefined, { good }: Need): boolean =>
  headline?.good != null && good !== null && good.category !== headline.good.category && !AISLES.has(headline.item)

/** 501 两个，另要辣椒面一袋: some of what the headline names, and more. */
const startsWithCount = (entry: Message): boolean => {
  const [amount] = entry.amounts
  const [first] = entry.clauses
  if (amount === undefined || amount.unit === null || first === undefined) return false
  const start = entry.tokens[amount.from]?.start ?? 0
  const good = entry.tokens.slice(first.from, first.to).find((token) => token.good !== null)
  if (start >= first.end) return false
  if (good === undefined) return true
  /** 1袋 花卷1袋: parted from what is counted behind it. */
  const end = entry.tokens[amount.to - 1]?.end ?? start
  return end < good.start && entry.amounts.length > 1 && entry.text.slice(end, good.start).trim() === '' && entry.text[good.end] !== '的'
}

/** 301 1份 不要香菜: how the share is to be, and nothing that is ordered. */
const NOTE = /(?<=[\d一二两三四五六七八九十半][\u4e00-\u9fa5]{1,2}[\s,，(（]{0,2})(?:不要|不加|别放|免)[\u4e00-\u9fa5]{1,5}[)）]?\s*$/u
/** 合计4份, behind the last entry. */
const TOTAL = /\n\s*(?:合计|共计|总计|一共|总共|共|截止)[^\n]*/gu
const withoutNote = (entry: string): string => entry.replace(TOTAL, '').replace(NOTE, '')

/** 401 一箱……还是2箱吧. */
const RATHER = pattern(() => /还是|不对|改(?:成|为)?(?=\d|[一二两三四五六七八九十])|手滑|写错|说错/u)

/** 4. 502 这回不要. */
const STAYS_OUT = pattern(
  () =>
    /^[^,。]{0,12}(?:(?:有|够|剩)[^,。]{0,3},)?(?<![的味])(?:这回|这次|今天|先|就)?(?:不要|不订|不接|不用|不需要|不参加|不来|退出|取消)(?:了|啦|哈|谢谢|退)*(?:[\s。!]*$|[\s,、。!]+(?![\s\S]*(?:要|换|改|来)(?!了))[^\d一二两三四五六七八九十半]*$)/u,
)

/** 17-2-201 同1, 302 同上: what an entry before asks for. */
const SAME_AS = /(?:同|跟|和)\s?(?:第?(\d{1,3})(?:号|楼|条)?|上面?|楼上|前面)(?:一样)?\s*$/u

/** The entry of that number, of that door, or the last one. */
const meantBy = (said: string | undefined, acts: readonly Order[]): Order | undefined =>
  said === undefined ? acts.at(-1) : (acts[Number(said) - 1] ?? acts.find((act) => act.address.room === said))

const shifted = (line: Line, by: number): Line => ({ ...line, span: { start: line.span.start + by, end: line.span.end + by } })

const plainLine = (line: string): string => line.replace(/^\s*(?:•|\(?\d{1,3}\s*[.、):]|[①-⑳])\s*/u, '').replace(/\s+/gu, '')

/** 501、502各一盒: each of the doors. */
const EACH = pattern(() => /[各都均]|每[家户]|一[家户]/u)
const addressesIn = (entry: Message, context: Context, own: Address): Address[] => {
  const rooms = entry.places.filter(({ room }) => room !== null)
  return rooms.length > 1 && entry.says(EACH)
    ? rooms.map((place) => completePlace(place, { before: null, room: context.room, home: null }))
    : [addressIn(entry, context, own)]
}

const addressIn = (entry: Message, context: Context, own: Address): Address => {
  const place = entry.places.find((one) => one.room !== null) ?? entry.places[0]
  if (place !== undefined) return completePlace(place, { before: null, room: context.room, home: null })
  const alias = context.sender.alias ?? ''
  const name = /^[^\d\s,、:]{1,8}/u.exec(entry.text.trim())?.[0] ?? ''
  if (name !== '' && alias.includes(name)) return own
  return { building: context.room.building ?? null, unit: context.room.unit ?? null, room: null }
}
