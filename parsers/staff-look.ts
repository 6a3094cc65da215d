/**
 * A second look at what a message of staff or a volunteer was read as, as `second-look.ts` takes one at a resident's: where its turns of phrase
 * speak plainly against the reading, the message is what it is like as a whole, as far as it names what such an act needs.
 */
import { asksNeighbours } from './acts-of-resident.js'
import { CALLED_UP, listOf, OFFERS_HELP } from './acts-of-staff.js'
import { type Gist, type StaffKind, staffKindOf } from './gist.js'
import { isForgottenToNote, isToBeBrought } from './matchers/errands.js'
import { goodsIn, isNothing, readNamed } from './matchers/staff.js'
import type { Message } from './message.js'
import { orderActs } from './orders.js'
import { pattern } from './pattern.js'
import {
  type Around,
  asOrders,
  BEYOND_DOUBT,
  changesIn,
  FAR_MORE,
  LONGEST,
  likened,
  PLAINLY,
  SURELY,
  turned,
  wantedIn,
} from './second-look.js'
import { callsOff } from './staff-changes.js'
import { cancelsOf, isOver } from './staff-reading.js'
import { isNamedInFull } from './tokens.js'
import type { Act, Context } from './types.js'
import type { Reading } from './understand.js'
import { PLAN, SO_MANY_HOMES } from './words/delivery.js'
import { AMONG_US, NOT_SHORT } from './words/stock.js'

export const staffLook = (reading: Reading, around: Around<StaffKind>): Reading => {
  const { message, context, turns } = around
  const { acts, urgent } = reading
  if (message.text.length > LONGEST || (urgent !== null && urgent !== 'medicine') || context.quoted != null || !CHINESE.test(message.text))
    return reading
  const gist = turns.gistOf(message)
  const likely = gist.likeliest
  const now = staffKindOf(acts)
  if (likely === now || gist.odds(likely, now) < PLAINLY || acts.some((act) => staffKindOf([act]) === likely)) return reading
  if (isOver(message) || asksNeighbours(message)) return reading
  if ((now === 'cancel' && callsOff(message)) || (now === 'order' && isToBeBrought(message))) return reading
  if ((now === 'amend' && isForgottenToNote(message)) || speaksPlainly(now, likely, message)) return reading
  return likened(reading, readAs(likely, now, gist, reading, around), around, { likely, now })
}

/** What the words leave no doubt of: gloves of their own, a good that is no longer out, what all are told of, who they speak of. */
const speaksPlainly = (now: StaffKind, likely: StaffKind, message: Message): boolean => {
  if (likely === 'out' || likely === 'arrived') return message.says(AMONG_US) || message.says(NOT_SHORT)
  if (now === 'out' || now === 'arrived') return likely === 'talk' && message.says(TELLS_ALL)
  if (likely === 'delivered' && now === 'talk' && message.says(PLAN) && !message.says(IS_OVER)) return true
  if (likely === 'done' && message.says(NOT_TESTED)) return true
  return (likely === 'query' && message.says(SPEAKS_OF_THEM)) || (likely === 'request' && message.says(OFFERS_HELP))
}

/** 没做核酸的有3-2-501. */
const NOT_TESTED = pattern(() => /[没未](?:有)?(?:[下出]来)?(?:做|采|测|检)(?:核酸|采样)?的/u)
/** 马上就送到 is no report. */
const IS_OVER = pattern(() => /[了已完签晒咗嘞喽齐妥毕]|均/u)
/** 跟大伙说一声猪肉到了. */
const TELLS_ALL = pattern(() => /(?:跟|给|告诉|通知|报告)(?:大家|大伙儿?|各位|群里)(?:说|报|讲|通知|汇报|提|一)/u)
/** 那户是不是上回骂人的那家: told of a household between those who carry. */
const SPEAKS_OF_THEM = pattern(() => /(?:那户|那家|他家|她家|这户|这家)[^,。]{0,2}是不是[^。]{0,14}(?:那家|那户|那个|的(?:人|那)|的吗?)/u)

/** 豆腐已到，正在消杀: what came is named first. */
const beginsWithGood = (message: Message): boolean => message.tokens[0]?.good != null && isNamedInFull(message.tokens[0])

const CHINESE = /[\u4e00-\u9fa5]/u

/** What somebody waits for, or is kept from: it is not dropped without a person's look. */
const WEIGHTY: ReadonlySet<StaffKind> = new Set(['order', 'amend', 'cancel', 'undelivered', 'delivered', 'risk', 'done'])

/** What has words of its own, few as they are: hardly talk. */
const PLAIN: ReadonlySet<StaffKind> = new Set(['query', 'request', 'list', 'remaining', 'start'])

const readAs = (likely: StaffKind, now: StaffKind, gist: Gist<StaffKind>, reading: Reading, around: Around<StaffKind>): Reading | null => {
  const { message, scopes, here } = around
  const odds = gist.odds(likely, now)
  const weighty = WEIGHTY.has(now)
  /** What is told as carried and was read as ordered would be bought again: a person sees it. */
  const least = weighty && !(now === 'order' && likely === 'delivered') ? FAR_MORE : SURELY
  if (odds < (PLAIN.has(now) ? BEYOND_DOUBT : least)) return null
  const confidence = odds / (1 + odds)
  const as = (acts: readonly Act[], review = weighty && odds < BEYOND_DOUBT): Reading | null =>
    acts.length === 0 && likely !== 'talk' ? null : { ...reading, acts: [...acts], confidence, review }
  const span = { start: 0, end: message.raw.length }
  switch (likely) {
    case 'talk':
      if ((now === 'arrived' || now === 'out') && odds < FAR_MORE && beginsWithGood(message)) return null
      return reading.urgent !== null ? null : as([])
    case 'query':
    case 'request':
      return message.says(CALLED_UP) ? null : as([{ act: likely, address: here, span }])
    case 'list':
      return as([listOf(message)])
    case 'out':
    case 'arrived':
      return odds < FAR_MORE ? null : as(goodsTold(message).map((item): Act => ({ act: 'stock', item, state: likely, span })))
    case 'start':
    case 'remaining':
      return odds < FAR_MORE ? null : as([{ act: 'round', op: likely, targets: [], except: [], span }])
    case 'delivered':
    case 'undelivered':
    case 'done':
      /** Carried or not: the words say which door is meant, and a person sees what they do not agree on. */
      if (now === 'delivered' || now === 'undelivered') return { ...reading, review: true }
      if (message.says(TAKEN_ILL) || countsHomesOnly(message)) return { ...reading, confidence, review: true }
      return as(namedActs(likely, message, around.context), weighty || odds < FAR_MORE || countsAmongEntries(message))
    case 'cancel':
      return message.places.some(({ room }) => room !== null) ? as(cancelsOf(message, scopes), odds < BEYOND_DOUBT) : null
    case 'order': {
      if (odds < FAR_MORE || message.places.length === 0) return null
      if (odds < BEYOND_DOUBT) return now === 'talk' ? { ...reading, confidence, review: true } : null
      return as(now === 'amend' ? asOrders(reading.acts) : orderActs(message, wantedIn(reading.needs), scopes, null))
    }
    case 'amend': {
      if (now === 'order') return odds < BEYOND_DOUBT ? null : as(turned(reading.acts, message))
      if (now !== 'talk') return null
      if (reading.needs.length === 0) return null
      const changes = odds < FAR_MORE || message.places.length === 0 ? [] : changesIn(reading, message, scopes, around.context)
      return changes.length > 0 ? as(changes, odds < BEYOND_DOUBT) : { ...reading, confidence, review: true }
    }
    default:
      return null
  }
}

/** 3-2-501发烧了: of the household, and of no bag. */
const TAKEN_ILL = pattern(() => /发(?:高|低)?烧了?$|[病阳晕倒摔]了$|住院了?$|[345]\d(?:\.\d)?度/u)

/** 16栋一共送了28户: which of them, nobody can say. */
const countsHomesOnly = (message: Message): boolean => message.says(SO_MANY_HOMES) && message.places.every(({ room }) => room === null)

/** 五单都好了：6、7、8: a number may tell how many. */
const countsAmongEntries = (message: Message): boolean => message.says(SO_MANY)
const SO_MANY = pattern(() => /(?:\d|[一二两三四五六七八九十])(?:单|户|家)(?:都|全|里|货|人)/u)

const goodsTold = (message: Message): string[] => [...new Set(message.clauses.flatMap((clause) => goodsIn(message, clause)))]

const namedActs = (act: 'delivered' | 'undelivered' | 'done', message: Message, { room }: Context): Act[] => {
  const named = readNamed(message, message.clauses, room, null)
  if (isNothing(named)) return []
  const { targets, entries, except } = named
  const span = { start: 0, end: message.raw.length }
  if (act === 'delivered') return [{ act, ...named, span }]
  if (act === 'undelivered') return [{ act, targets, entries, reason: message.text, span }]
  return targets.length === 0 ? [] : [{ act: 'round', op: act, targets, except, span }]
}
