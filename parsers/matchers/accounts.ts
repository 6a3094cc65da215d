/** Accounts: 3号 45.6元, 3号 鸡蛋12元 大米30元, 账 3-2-501 鸡蛋12元, 3号付了, 账目, and a household that asks 我家多少钱. */
import type { Message } from '../message.js'
import type { Address, Command, Context } from '../types.js'
import { addressOf } from './staff.js'

const AMOUNT = '(?:¥\\s?(\\d{1,5})(?:\\.(\\d{1,2}))?|(\\d{1,5})(?:\\.(\\d{1,2}))?\\s?(?:元|块钱|块|rmb)(?:(\\d)(?:角|毛)?(?!\\d))?)'
const WHOLE = new RegExp(`^(?:一?共|总共|合计)?\\s*${AMOUNT}\\s*[。!]*$`, 'u')
const PRICED = new RegExp(`^[\\s,、;和]*([^\\d\\s,、;¥]{1,20})\\s?${AMOUNT}`, 'u')
const HEAD = /^(?:账|记账)?[:\s]*((?:\d{1,3}号?[、,\s和]+)*\d{1,3}号)(?!楼|院|单元|栋)[\s,:]*/u
const BOOKED = /^(?:账|记账)[:\s]*/u
const PAID = /^(?:都|已经?|刚)*(?:用)?(?:微信|支付宝|现金)?(?:都|已经?|刚)*(?:付(?:款|钱|清)?|结(?:清|账)|交钱|转账)(?:过)?了?[。!]*$/u
const SUMS = /^(?:(今天|今日|昨天|昨日|前天|前日))?的?(?:账目|对账|账单汇总|accounts)[。?]*$/u
const OWED =
  /^(?:我们?家?|俺家|咱家)?(?:的)?(?:今天|昨天|这次|一共|总共|还|菜)*(?:要|该|欠|得)?(?:付|给|交|花)?(?:了)?(?:您|你们|社区)?(?:多少钱|几块钱)(?:呀|啊|呢|哦)?[?]?$|^(?:查|看)?(?:一下)?(?:我们?家)(?:的)?(?:账单|账)[?]?$/u

/** 45块6 and ¥45.60 alike, in cents. */
const centsOf = ([yuanBehindSign, centsBehindSign, yuan, cents, tenths]: readonly (string | undefined)[]): number => {
  const part = centsBehindSign ?? cents ?? tenths ?? ''
  return Number(yuanBehindSign ?? yuan) * 100 + Number(part.padEnd(2, '0'))
}

interface Meant {
  entries: number[]
  targets: Address[]
  /** Offset behind the names. */
  end: number
}

const namedIn = (message: Message, text: string, { room }: Context): Meant | null => {
  const head = HEAD.exec(text)
  if (head !== null) return { entries: [...(head[1] ?? '').matchAll(/\d+/gu)].map(([no]) => Number(no)), targets: [], end: head[0].length }
  const offset = message.text.length - message.text.trimStart().length
  const targets: Address[] = []
  let end = BOOKED.exec(text)?.[0].length ?? 0
  for (const place of message.places) {
    if (place.room === null || !/^[\s、,和]*$/u.test(text.slice(end, place.start - offset))) break
    targets.push(addressOf(place, targets.at(-1) ?? null, room))
    end = place.end - offset
  }
  return targets.length === 0 ? null : { entries: [], targets, end }
}

/** `text`: the folded message without spaces around it. Only where the office keeps accounts. */
export const readAccounts = (message: Message, text: string, context: Context): Command | null => {
  if (context.accounts !== true || text.length > 120) return null
  if (OWED.test(text)) return { kind: 'owed' }
  const sums = SUMS.exec(text)
  if (sums !== null) return { kind: 'accounts', daysAgo: Math.max(0, '今昨前'.indexOf((sums[1] ?? '今').charAt(0))) }
  const named = namedIn(message, text, context)
  if (named === null) return null
  const { entries, targets } = named
  const rest = text.slice(named.end).replace(/^[\s,:]+/u, '')
  if (PAID.test(rest)) return { kind: 'paid', entries, targets }
  if (entries.length + targets.length !== 1) return null
  const whole = WHOLE.exec(rest)
  if (whole !== null) return { kind: 'charge', entries, targets, prices: [{ item: '', cents: centsOf(whole.slice(1)) }] }
  // 3-2-501 猪肉20元 orders pork for twenty yuan: behind a door prices of lines need 账 before it.
  return targets.length > 0 && !BOOKED.test(text) ? null : pricesIn(message, rest, { entries, targets })
}

const pricesIn = (message: Message, text: string, named: Omit<Meant, 'end'>): Command | null => {
  const prices: { item: string; cents: number }[] = []
  let rest = text
  for (let found = PRICED.exec(rest); found !== null; found = PRICED.exec(rest)) {
    const said = found[1] ?? ''
    prices.push({ item: nameOf(message, said), cents: centsOf(found.slice(2)) })
    rest = rest.slice(found[0].length)
  }
  return prices.length === 0 || !/^[\s。!]*$/u.test(rest) ? null : { kind: 'charge', ...named, prices }
}

/** The catalogue's name where a good is called so. */
const nameOf = (message: Message, said: string): string =>
  message.tokens.find(({ good, start, end }) => good !== null && message.text.slice(start, end) === said)?.good?.name ?? said
