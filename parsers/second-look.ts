/**
 * A second look at what a resident's message was read as: rules see single words, its turns of phrase tell what it is like as a whole. Where
 * that speaks plainly against the reading, the message is what it is like; and where no more can be made of it, a person looks.
 */

import { asksNeighbours, asksOffice, isNoneNeeded, WHENEVER } from './acts-of-resident.js'
import { plainlyTold } from './forms-of-problems.js'
import type { Gist, Kind, Turns } from './gist.js'
import { kindOf } from './gist.js'
import type { Scope } from './households.js'
import { lineOf } from './line.js'
import { mayBeInDanger } from './matchers/likely-danger.js'
import { countsOnly } from './matchers/mood.js'
import { type Need, TAKE } from './matchers/need.js'
import { spareSigns } from './matchers/spare.js'
import { has, type Message } from './message.js'
import { orderActs } from './orders.js'
import { pattern } from './pattern.js'
import { asNew, isOfMany, ofProblem } from './resident.js'
import { isNamedInFull } from './tokens.js'
import type { Act, Address, Change, Context, Urgency } from './types.js'
import type { Reading } from './understand.js'
import { MISSED } from './words/at-home.js'
import { CANCEL_IN_FORM, IS_TO_STAND } from './words/cancels.js'
import { NOT_SENT, SENT } from './words/delivery.js'
import { isTail } from './words/names.js'
import { WHICH_TO_CHOOSE } from './words/problems.js'
import { QUERY_ABOUT } from './words/queries.js'
import { RECEIPT_IN_FORM } from './words/receipts.js'
import { REQUEST_IN_FORM } from './words/requests.js'
import { TO_A_MACHINE } from './words/talk.js'

/** So many times as likely another kind must be. */
export const PLAINLY = 6
/** And so many times, where goods are ordered or complained of, or nothing is to be done. */
export const SURELY = 12
/** And so many times, before goods are signed for, what was counted out is a complaint, an order a change, or a question has none of the usual words. */
const QUITE_SURELY = 25
/** And so many times, before a change is undone, or somebody is woken for one at the end of their strength. */
export const FAR_MORE = 150
/** And so many times, before goods are ordered of which the rules saw none, or an order is dropped without a person's look. */
export const BEYOND_DOUBT = 1000
/** And so many times, before somebody who asked for help only talks: 停水了，谁知道啥时候来 is much like talk. */
const NO_HELP_ASKED = 45
const leastForTalk = (now: Kind): number => (now === 'receipt' ? FAR_MORE : now === 'request' ? NO_HELP_ASKED : SURELY)
/** Longer ones say several things. */
export const LONGEST = 160

export interface Around<Kinds extends string> {
  message: Message
  context: Context
  scopes: readonly Scope[]
  /** The address that it speaks of, and the writer's. */
  here: Address
  own: Address
  turns: Turns<Kinds>
}

/** With which turns made it another kind than its words say; `changed` is null where nothing is to be made of it. */
export const likened = <Kinds extends string>(
  reading: Reading,
  changed: Reading | null,
  { message, turns }: Around<Kinds>,
  { likely, now }: { likely: Kinds; now: Kinds },
): Reading =>
  changed === null ? reading : { ...changed, likeness: { likely, now, turns: (count) => turns.strongest(message, likely, now, count) } }

/** Cries for help. Shares were set on 1,320 sentences of four authors, each weighed without the author's own. */
const CRIES = ['emergency', 'distress'] as const
/** Less likely a cry than this: 儿子考了38分，我要吐血了 is for a person to see, and wakes nobody. */
const NO_CRY = 0.003
/** So likely an emergency, though no word of danger is known: a person looks; and from here on it is one. */
const MAY_BE_DANGER = 0.3
const SURELY_DANGER = 0.85
/** Friends write much that is like a heavy heart: from here on a person looks, and nobody is woken. */
const HEAVY = 0.96
/** English is seldom a friend's private talk: of 66 at the end of their strength 35 are seen from here on, and 9 of 1,734 others. */
const HEAVY_IN_ENGLISH = 0.5
const CHINESE = /[\u4e00-\u9fa5]/u

/** What sounds like a cry for help is a figure of speech, as a whole. */
export const isNoCry = (kind: Urgency, message: Message, turns: Turns<Kind>): boolean => {
  if (kind === 'medicine' || message.raw.length > LONGEST) return false
  const gist = turns.gistOf(message)
  /** Who is at the end of their strength may order or ask for somebody beside it. */
  return gist.shareOf(CRIES) < NO_CRY && (kind === 'emergency' || gist.shareOf(['talk']) > 1 - 2 * NO_CRY)
}

/** 门铃没声音了，外卖叫不开，报修: nobody behind that door fails to answer. */
const BELL_TO_MEND = pattern(() => /(?:门铃|对讲)[^。]{0,24}报修/u)

/** A cry that the rules did not hear; null where it is none. */
const cryIn = (reading: Reading, gist: Gist<Kind>, likely: Kind, { here, message }: Around<Kind>): Reading | null => {
  if (message.says(BELL_TO_MEND)) return null
  /** Of most messages it is seen at once that they are far from it. */
  if (likely !== 'distress' && gist.odds(likely, 'emergency') > (1 - MAY_BE_DANGER) / MAY_BE_DANGER) return null
  const danger = gist.shareOf(['emergency'])
  if (danger < MAY_BE_DANGER && gist.shareOf(['distress']) < (CHINESE.test(message.text) ? HEAVY : HEAVY_IN_ENGLISH)) return null
  const orders = reading.acts.some(({ act }) => act === 'order' || act === 'amend')
  if (danger < SURELY_DANGER || !mayBeInDanger(message) || (orders && reading.urgent === null)) return { ...reading, review: true }
  const act: Act = { act: 'request', address: here, span: { start: 0, end: message.raw.length } }
  return { ...reading, acts: [act], urgent: 'emergency', confidence: danger, review: false }
}

export const secondLook = (reading: Reading, around: Around<Kind>): Reading => {
  const { message, context, turns } = around
  const { acts, urgent } = reading
  if (message.raw.length > LONGEST || urgent === 'emergency' || urgent === 'distress' || context.quoted != null) return reading
  if (message.says(TO_A_MACHINE)) return reading
  const gist = turns.gistOf(message)
  const now = kindOf(acts, urgent)
  const likely = gist.likeliest
  const cry = cryIn(reading, gist, likely, around)
  if (cry !== null) return likened(reading, cry, around, { likely, now })
  /** 娃的奶粉就够冲今晚一顿了: hardly an order, and hardly none. */
  if (now === 'talk' && likely === 'order' && gist.odds(likely, now) < PLAINLY)
    return message.tokens.some(isNamedInFull) ? { ...reading, confidence: 0.4, review: true } : reading
  if (likely === now || gist.odds(likely, now) < PLAINLY || acts.some((act) => kindOf([act], null) === likely)) return reading
  if (now === 'request' && asksNeighbours(message)) return reading
  return likened(reading, readAs(likely, now, gist, reading, around), around, { likely, now })
}

const readAs = (likely: Kind, now: Kind, gist: Gist<Kind>, reading: Reading, around: Around<Kind>): Reading | null => {
  const { message, here, own, context, scopes } = around
  const { acts } = reading
  const odds = gist.odds(likely, now)
  const confidence = odds / (1 + odds)
  const orders = now === 'order' || now === 'amend'
  const span = { start: 0, end: message.raw.length }
  const as = (acts: Act[], review = orders && odds < BEYOND_DOUBT): Reading => ({ ...reading, acts, confidence, review })
  if (now === 'order' && PLAIN_ORDER_IS_NO.has(likely)) {
    if (isJustOut(message, reading.needs)) return null
    if (odds < BEYOND_DOUBT && isAllAsked(message, reading.needs)) return null
    if (odds < (PROBLEMS.has(likely) ? QUITE_SURELY : FAR_MORE) && isCountedOut(message, reading.needs)) return null
    /** 瞎仁五紧: of signs that sound like something else no turn can tell. */
    if (isCountedOut(message, reading.needs) && isOneLineHeard(message, reading.needs)) return null
  }
  if (standsInForm(now, message)) return null
  if (orders && (odds < leastFor(now, likely) || (likely !== 'order' && likely !== 'amend' && !isLikeIn(likely, now, reading, around))))
    return null
  switch (likely) {
    case 'talk':
      return reading.urgent !== null ||
        odds < (now === 'order' && message.says(ASKS_FOR_IT) && reading.needs.some(isAskedFor) ? FAR_MORE : leastForTalk(now))
        ? null
        : as([], now === 'request' || (orders ? odds < BEYOND_DOUBT : reading.needs.some(isCounted)))
    case 'request':
      return as([{ act: likely, address: here, span }])
    case 'query':
      return (now !== 'talk' || odds >= FAR_MORE || message.says(QUERY_ABOUT)) && !message.says(WHENEVER)
        ? as([{ act: likely, address: here, span }])
        : null
    case 'cancel':
      return now === 'amend' ||
        now === 'order' ||
        message.says(FOR_NOTHING) ||
        message.says(IS_TO_STAND) ||
        isOfMany(message, here) ||
        isNoneNeeded(message, reading.needs)
        ? null
        : as([{ act: likely, address: here, span }], odds < BEYOND_DOUBT)
    case 'receipt':
      return odds >= (now === 'talk' ? QUITE_SURELY : BEYOND_DOUBT) ? as([{ act: likely, address: here, span }]) : null
    case 'missing':
    case 'wrong':
    case 'damaged':
    case 'late':
      return !message.says(WHICH_TO_CHOOSE) &&
        odds >= (now === 'order' ? QUITE_SURELY : now === 'query' || PROBLEMS.has(now) ? FAR_MORE : PLAINLY)
        ? as([{ act: 'problem', address: ofProblem(message, here, own), what: likely, span }])
        : null
    case 'bind':
      return now !== 'cancel' &&
        odds >= SURELY &&
        message.places.some((place) => place.room !== null) &&
        !message.says(SENT) &&
        !message.says(NOT_SENT)
        ? as([{ act: likely, address: here, span }])
        : null
    case 'order': {
      if (reading.needs.length === 0 || ((now === 'query' || PROBLEMS.has(now)) && reading.needs.every(({ weight }) => weight < 0)))
        return null
      if (
        (now === 'amend' && message.says(ALSO_FIRST)) ||
        ((countsOnly(message) || message.says(MISSED)) && reading.needs.every(({ weight }) => weight < 0))
      )
        return null
      if (odds < (now === 'talk' ? BEYOND_DOUBT : FAR_MORE)) return now === 'talk' ? as([], true) : null
      const made = now === 'amend' ? asOrders(reading.acts) : orderActs(message, wantedIn(reading.needs), scopes, context.openOrder ?? null)
      if (made.length > 0) return as(made, false)
      return now === 'talk' ? as([], true) : null
    }
    case 'amend': {
      if (now === 'order')
        return message.says(NO_CHANGE) || acts.some(({ act }) => act === 'cancel')
          ? null
          : as(withTakenOff(turned(reading.acts, message), reading.needs, message), false)
      if (now !== 'talk' || odds < SURELY) return null
      const changes = odds < FAR_MORE ? [] : changesIn(reading, message, scopes, context)
      return as(changes, changes.length === 0 || odds < BEYOND_DOUBT)
    }
    default:
      return null
  }
}

/** Said in a form that means nothing else, however seldom it was heard. */
const standsInForm = (now: Kind, message: Message): boolean => {
  switch (now) {
    case 'query':
      return asksOffice(message)
    case 'receipt':
      return message.says(RECEIPT_IN_FORM)
    case 'request':
      return message.says(REQUEST_IN_FORM)
    case 'cancel':
      return message.says(CANCEL_IN_FORM)
    default:
      return PROBLEMS.has(now) && plainlyTold(message) !== null
  }
}

/** 给我家免单: nothing is to be paid, and nothing is taken back. */
const FOR_NOTHING = pattern(() => /免个?单|免费/u)

/** 帮我买两斤排骨: so plainly asked for. */
const isAskedFor = ({ good, qty, unit, weight }: Need): boolean => good !== null && qty !== null && unit !== null && weight >= ASKED_FOR
const ASKED_FOR = 6
const ASKS_FOR_IT = pattern(() => /(?:帮|给|麻烦|请)(?:我|忙|俺)?[^,。]{0,2}(?:买|捎|订|带)(?!了|过)|我(?:想)?(?:要|买|订)(?!了|过)/u)

/** What was named with its amount, where the rules saw no order: it is not dropped unseen. */
const isCounted = ({ good, qty, weight, negated }: Need): boolean => good !== null && qty !== null && weight >= TAKE && !negated

/** What a plain order is not, unless beyond doubt. */
const PLAIN_ORDER_IS_NO: ReadonlySet<Kind> = new Set(['talk', 'query', 'request', 'receipt', 'missing', 'wrong', 'damaged', 'late'])

/** 我要鸡蛋和酱由, 我要土豆明天送: nothing is said but short names, words that ask, and what stands behind any order. */
const isAllAsked = (message: Message, needs: readonly Need[]): boolean => {
  if (!has(message.cues, 'want') || !needs.every(({ start, end, qty }) => end - start <= LONGEST_NAMED && qty !== 0)) return false
  const until = needs.at(-1)?.end ?? 0
  const rest = message.text.slice(until)
  return spareSigns(message, needs, isTail(rest) && !INQUIRES.test(rest) ? until : undefined) === 0
}
const LONGEST_NAMED = 8

/** 盐没有了: a thing, that it is out, and no more. */
const isJustOut = ({ text }: Message, [only, more]: readonly Need[]): boolean =>
  only !== undefined &&
  more === undefined &&
  only.good !== null &&
  AT_HOME_FIRST.test(text.slice(0, only.start)) &&
  IS_OUT.test(text.slice(only.end))
const AT_HOME_FIRST = /^(?:[我俺咱]?[家屋](?:里|头)?的?)?$/u
const IS_OUT = /^(?:[也都又全]|已经|早就?|快)?没有?了[啊呀哦]?[。!]?$/u

/** What a meal is told in. */
const MEAL: ReadonlySet<string> = new Set([...'碗碟盘杯份口顿锅串笼头'])

/** 烧水壶一个，A4纸一包（伢上网课）: at least one clause holds known things with their measures and nothing else. */
const isCountedOut = (message: Message, needs: readonly Need[]): boolean => {
  const first = needs.find(({ weight, negated }) => weight >= TAKE && !negated)
  if (first === undefined) return false
  const { clause } = first
  const within = needs.filter((need) => need.clause === clause)
  return (
    within.every(
      ({ good, qty, unit, negated, start, end }) =>
        good !== null && qty !== null && unit !== null && !MEAL.has(unit) && !negated && start >= clause.start && end <= clause.end,
    ) && spareSigns(message, within, clause.end, clause.start) === 0
  )
}
/** Nothing is said but one thing and its amount, and no word of it is known. */
const isOneLineHeard = (message: Message, [need, ...others]: readonly Need[]): boolean =>
  need !== undefined &&
  others.length === 0 &&
  need.start === 0 &&
  need.end === message.text.length &&
  message.tokens.every(({ good, kind, start }) => good === null && (kind !== 'word' || start >= need.named))
const INQUIRES = /[价贵几多啥何]|什么/u

/** 咸菜也来一袋: beside what is ordered. */
const ALSO_FIRST = pattern(() => /^[\u4e00-\u9fa5]{1,4}也(?:给我)?(?:来|要|带|买|捎|加)/u)
/** 家里还差一瓶酱油, 涨了就先不要: nothing that stands is changed. */
const NO_CHANGE = pattern(() => /(?:^|[家屋]里?|我)还(?:差|缺)|(?:涨(?:价)?|没货|没有|不新鲜|太?贵)了?(?:的话)?,?就(?:先)?(?:不要|别|算)/u)

/** What is named, as changes of what was ordered. */
export const changesIn = ({ needs }: Reading, message: Message, scopes: readonly Scope[], { openOrder }: Context): Act[] => {
  const negated = needs.filter((need) => need.negated)
  /** 猪肉和排骨都报了，排骨划掉吧: what is named beside what is taken off, and not counted, stays as it is. */
  const takenOff = negated.length > 0 && message.says(TAKES_OFF)
  const wanted = wantedIn(needs).filter((need) => !takenOff || need.qty !== null)
  const acts = orderActs(
    message,
    [...wanted, ...negated].sort((a, b) => a.start - b.start),
    scopes,
    openOrder ?? null,
  )
  return turned(acts, message)
}

/** Orders as changes. */
export const turned = (acts: readonly Act[], message: Message): Act[] => {
  const drops = message.says(TAKES_OFF)
  return acts.map((act) => (act.act === 'order' ? asChange(act) : act)).map((act) => (drops && act.act === 'amend' ? withDrops(act) : act))
}

const TAKES_OFF = pattern(() => /划|去掉|删|不要了|不用了|不订|取消|退|撤|别(?:送|买|拿|带)|remove|cancel/u)
/** 酸奶从单子里划掉: where something is taken off, what has no amount is. */
const withDrops = (act: Extract<Act, { act: 'amend' }>): Act => ({
  ...act,
  changes: act.changes.map((change) => (change.op === 'add' && change.qty === null ? { ...change, op: 'remove' } : change)),
})

/** 可乐别买了，加三十个鸡蛋: where the rules saw an order, what is not to be bought was a note to it; in a change it is taken off. */
const withTakenOff = (acts: readonly Act[], needs: readonly Need[], message: Message): Act[] => {
  const off = message.says(TAKES_OFF) ? needs.filter(({ negated, good, inStock }) => negated && good !== null && !inStock) : []
  return acts.map((act, index) => {
    if (act.act !== 'amend' || index > 0) return act
    const more = off
      .filter((need) => act.changes.every(({ item }) => item !== need.item))
      .map((need): Change => ({ ...lineOf(need, message), qty: null, unit: null, op: 'remove' }))
    return { ...act, changes: [...more, ...act.changes].sort((a, b) => a.span.start - b.span.start) }
  })
}

const PROBLEMS: ReadonlySet<Kind> = new Set(['missing', 'wrong', 'damaged', 'late'])
const leastFor = (now: Kind, likely: Kind): number => (now === 'amend' ? FAR_MORE : likely === 'amend' ? QUITE_SURELY : SURELY)

/** The sentences that hold what is wanted are like it as well: 鸡蛋收到了。明天带一瓶香油 is not all a receipt. */
const isLikeIn = (likely: Kind, now: Kind, { needs }: Reading, { message, turns }: Around<Kind>): boolean => {
  const wanted = needs.filter((need) => need.weight >= TAKE && !need.negated)
  const [first, last] = [wanted[0], wanted.at(-1)]
  if (first === undefined || last === undefined) return true
  const from = message.clauses.find((clause) => clause.sentence === first.clause.sentence)?.from ?? 0
  const to = message.clauses.findLast((clause) => clause.sentence === last.clause.sentence)?.to ?? message.tokens.length
  if (from === 0 && to >= message.tokens.length) return true
  return turns.gistOf(message, from, to).odds(likely, now) >= SURELY
}

export const wantedIn = (needs: readonly Need[]): Need[] =>
  needs
    .filter((need) => !need.negated && !need.inStock && !need.isTold && (need.good !== null || need.qty !== null))
    .map((need) => need.with({ weight: Math.max(need.weight, TAKE) }))

/** What is only added is an order of its own; where something is set or taken off, a change stays one. */
export const asOrders = (acts: readonly Act[]): Act[] => {
  const anew = acts.map(asNew)
  return anew.some(({ act }) => act === 'amend') ? [] : anew
}

const asChange = ({ address, lines, span }: Extract<Act, { act: 'order' }>): Act => ({
  act: 'amend',
  address,
  changes: lines.map((line): Change => ({ ...line, op: 'add' })),
  span,
})
