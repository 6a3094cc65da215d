/** What was carried to its door and what was not: 3-2-501送到，502没人 · 送达 1 3 5-8 · 2单元送完了，除了302. */

import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Act, Address, Context } from '../types.js'
import {
  ALL_OF_IT,
  ASKED,
  AT_DOOR,
  BROUGHT_BACK,
  EXCEPTING,
  LACKING,
  NOT_SENT,
  ONLY_OTHERS,
  PARTLY,
  PLAN,
  REFUSED,
  SENT,
  SO_MANY_HOMES,
  SUPPOSED,
  THE_OTHERS,
  TO_ALL,
} from '../words/delivery.js'
import { CLAIMED, DUE_BY, NEXT_STOP, PUT_OFF_TO, SHOPS_RULE, STILL_WITH_US } from '../words/on-the-way.js'
import { EXAMPLE } from '../words/told.js'
import { isGivenTo, type Part, partsOf, type State, stateOf, TICKS } from './carried.js'
import { cameFrom, isNothing, lastOf, readNamed } from './staff.js'

interface Group {
  sent: boolean
  parts: Part[]
  /** What more is said of it, without a name of its own. */
  more: string
  /** Doors put off to later. */
  later: Part[]
}

const isIdle = (message: Message, part: Part, state: State): boolean => {
  const sentence = message.sentences[part.sentence] ?? part
  if (message.says(SUPPOSED, sentence) || message.says(ASKED, part) || message.text[part.end] === '?') return true
  if (message.says(TO_ALL, part) || message.says(LAST_ONES, part) || message.says(SHOPS_RULE, part)) return true
  return state !== 'not' && (message.says(PLAN, part) || message.says(DUE_BY, part) || isNextStop(message, part))
}

/** 接着送29栋1单元, 下面给17-1-401送: no word tells that it is there. */
const isNextStop = (message: Message, part: Part): boolean => message.says(NEXT_STOP, part) && !message.says(REACHED, part)
const REACHED = pattern(
  () => /(?:送|派|放|挂|搁|交|给|发|搞)(?:到|达|完|好|齐|妥|上|掉|毕|定|门口)|签收|签字|了[,。]?(?:都|全)|收(?:了|到|好)/u,
)

const NOTICE = pattern(() => /^\s?[([#]?(?:通知|公告|提醒|温馨提示|各位|请各|请大家|大家好)|\d\s?(?:元|块)?\/(?:盒|袋|斤|瓶|箱|板|包|份)/u)

/** 3-2-501没完成核酸: no bag is spoken of. */
const OF_TESTS = pattern(() => /核酸|采样/u)
const OF_GOODS = pattern(() => /[送派货菜药米面奶蛋油袋箱]|东西|物资|放|挂|搁|盒/u)

export const deliveryActs = (message: Message, context: Context): Act[] => {
  const ticked = [...TICKS].some((tick) => message.raw.includes(tick))
  if (
    !ticked &&
    !message.says(SENT) &&
    !message.says(NOT_SENT) &&
    !message.says(REFUSED) &&
    !isGivenTo(message, { start: 0, end: message.text.length })
  )
    return []
  if (message.says(OF_TESTS) && !message.says(OF_GOODS)) return []
  if (message.says(NOTICE) || message.says(EXAMPLE) || message.says(PARTLY)) return []
  const acts: Act[] = []
  const told = corrected(message)
  let before: Address | null = null
  for (const { sent, parts, more, later } of groupsOf(message, told, context)) {
    if (told.instead !== null && parts.includes(told.instead))
      before = lastOf(readNamed(message, told.dropped, context.room, before)) ?? before
    const named = readNamed(message, parts, context.room, before)
    before = lastOf(named) ?? before
    if (named.targets.every(({ room }) => room === null) && parts.some((part) => message.says(SO_MANY_HOMES, part)))
      named.targets.length = 0
    const span = { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 }
    if (sent && isNothing(named)) named.targets.push(...impliedBy(message, parts, context, named.except))
    if (sent && isNothing(named)) named.targets.push(...leftBehind(message, parts, context))
    if (
      isNothing(named) ||
      (!sent && named.targets.length > 0 && !message.says(NOT_SENT, more) && !parts.some((part) => message.says(NOT_SENT, part)))
    )
      continue
    for (const one of readNamed(message, later, context.room, lastOf(named)).targets)
      if (one.room !== null && named.targets.some((of) => isWithin(one, of)) && !named.except.some((other) => other.room === one.room))
        named.except.push(one)
    if (sent) acts.push({ act: 'delivered', ...named, span })
    else {
      const reason = parts.map((part) => part.text).join(',')
      /** 12栋就差3单元602没送: what is left out of the whole is what was not carried. */
      const left = named.except.length > 0 && !parts.some((part) => message.says(ONLY_OTHERS, part))
      acts.push({ act: 'undelivered', targets: left ? named.except : named.targets, entries: named.entries, reason, span })
    }
  }
  return merged(acts)
}

/** 全部送完 in a unit's group, 除了302都送了: all of the unit. */
const impliedBy = (message: Message, parts: readonly Part[], { room }: Context, except: readonly Address[]): Address[] => {
  const [left] = except
  if (!parts.some((part) => message.says(ALL_OF_IT, part))) return []
  if (left !== undefined && left.unit !== null)
    return [{ building: left.building, unit: left.room === null ? null : left.unit, room: null }]
  return left === undefined && room.kind === 'unit' ? [{ building: room.building ?? null, unit: room.unit ?? null, room: null }] : []
}

/** 刚从25-3-601下来，菜给她了: the door that was left last. */
const leftBehind = (message: Message, parts: readonly Part[], { room }: Context): Address[] =>
  parts.some((part) => message.says(GIVEN_THERE, part))
    ? cameFrom(message, parts, room).filter((one) => one.room !== null || parts.some((part) => message.says(ALL_OF_IT, part)))
    : []
const GIVEN_THERE = pattern(
  () =>
    /(?:交|递|拿|送)?给(?:了)?(?:[他她]|老|大[爷妈娘姐哥叔]|奶奶|爷爷|阿[姨婆公]|本人|家[里人]|户主|住户|人家)|(?:送|放|交|搁|挂)(?:到|好|完|妥|门口|进)|收(?:了|下)|签(?:收|字)/u,
)

/** 32-4-101送了，打错了，是34-4-101送了; 7-2-201送到了，哦不，是202: what was told last is taken back. */
const MISTOLD = pattern(
  () =>
    /^\s?(?:(?:不好意思|抱歉|哦|啊|哎|不对|我|刚才|,)*(?:打|写|说|发|报|看|点|弄|搞)(?:串|错)(?:行|号|楼|门)?了?|(?:哦|啊|哎)?不对(?:不对)?|[哦啊]不|更正(?:一下)?|错了),?\s?$/u,
)
interface Corrected {
  parts: readonly Part[]
  /** The part that stands in place of what is taken back, and what was said of that. */
  instead: Part | null
  state: State
  dropped: readonly Part[]
}

const corrected = (message: Message): Corrected => {
  const parts = partsOf(message)
  const at = message.may(MISTOLD) ? parts.findIndex((part) => message.says(MISTOLD, part)) : -1
  const instead = parts[at + 1]
  if (at < 1 || instead === undefined || !/\d/u.test(instead.text)) return { parts, instead: null, state: null, dropped: [] }
  const states = parts.slice(0, at).map((part) => stateOf(message, part))
  const state = states.findLast((one) => one !== null) ?? null
  const kept = states.findLastIndex((one) => one !== null && one !== state) + 1
  return { parts: [...parts.slice(0, kept), ...parts.slice(at + 1)], instead, state, dropped: parts.slice(kept, at) }
}

/** 送达201，202。501没人: doors alone, up to the stop, go with what was said in front of the first one. */
const DOORS_ALONE = /^[\s\d#,、和跟及与栋幢楼单元号室户-]*(?:and [\s\d#-]+)?$/u
const isListedBehind = (message: Message, said: readonly Part[], open: readonly Part[], next: Part): boolean => {
  const [first] = open
  const lead = said.at(-1)
  if (first === undefined || lead === undefined || lead.sentence !== first.sentence || first.sentence === next.sentence) return false
  const ahead = lead.text.slice(0, Math.max(0, lead.text.search(/\d/u)))
  return (message.says(SENT, ahead) || message.says(NOT_SENT, ahead)) && open.every(({ text }) => DOORS_ALONE.test(text))
}

const groupsOf = (message: Message, { parts, instead, state: before }: Corrected, context: Context): Group[] => {
  const groups: Group[] = []
  let open: Part[] = []
  const states = parts.map((part) => stateOf(message, part))
  const at = instead === null ? -1 : parts.indexOf(instead)
  /** Of the door that is meant instead, nothing more was said than which. */
  if (at >= 0 && !states.slice(at).some((state) => state !== null)) states[at] = before
  const firstSent = states.indexOf('sent')
  const ofOthers = parts.findIndex((part, index) => states[index] === 'sent' && message.says(THE_OTHERS, part))
  const othersSent = (index: number): boolean => (firstSent >= 0 && firstSent < index) || (ofOthers >= 0 && ofOthers !== index)
  for (const [index, part] of parts.entries()) {
    const state = states[index] ?? null
    const last = groups.at(-1)
    if (last !== undefined && isListedBehind(message, last.parts, open, part)) {
      last.parts.push(...open)
      open = []
    }
    if (last?.sent && open.length === 0 && message.says(PUT_OFF_TO, part) && message.placesIn(part).some(({ room }) => room !== null)) {
      last.later.push(part)
      continue
    }
    if (isIdle(message, part, state)) {
      open = []
      continue
    }
    if ((state !== 'sent' && message.says(LEFT_UNNAMED, part)) || (state === null && isLater(message, part))) continue
    if (state === null && message.says(TOLD_WHERE, part)) {
      open.push(part)
      continue
    }
    const ofDoors = state === 'not' && last?.sent === true && namesDoors(message, last.parts.slice(0, SOME), context)
    if (message.says(LACKING, part) && othersSent(index) && !ofDoors) {
      if (last?.sent) last.parts.push(part)
      else open.push(part)
      continue
    }
    if (message.says(EXCEPTING, part) && (state === null || !message.says(ALL_OF_IT, part))) {
      if (last?.sent) last.parts.push(part)
      else open.push(part)
      continue
    }
    if (state === null) {
      open.push(part)
      continue
    }
    /** 送了，没人，又拿回来了: nobody between is of the same door. */
    const carried = last?.sent === false && isNothing(readNamed(message, last.parts, context.room, null)) ? groups.at(-2) : last
    if (
      carried?.sent &&
      state === 'not' &&
      message.says(BROUGHT_BACK, part) &&
      isNothing(readNamed(message, [...open, part], context.room, null))
    ) {
      carried.sent = false
      carried.more += part.text
      continue
    }
    if (last !== undefined && !last.sent && state === 'sent' && open.length === 0 && message.says(GIVEN_LATER, part)) {
      last.sent = true
      last.more += part.text
      continue
    }
    if (
      last?.sent &&
      state === 'not' &&
      message.says(NOT_TAKEN, part) &&
      isNothing(readNamed(message, [...open, part], context.room, null))
    ) {
      last.sent = false
      last.more += [...open, part].map(({ text }) => text).join()
      open = []
      continue
    }
    const names = !isNothing(readNamed(message, [part], context.room, null))
    if (
      !names &&
      last !== undefined &&
      !last.sent &&
      state === 'sent' &&
      last.parts.some((one) => message.says(CLAIMED, one)) &&
      isNothing(readNamed(message, open, context.room, null))
    ) {
      last.sent = true
      last.more += part.text
      open = []
      continue
    }
    if (!names && open.length === 0 && last !== undefined && !(state === 'not' && last.sent) && !message.says(ONLY_OTHERS, part)) {
      last.more += part.text
      continue
    }
    groups.push({ sent: state === 'sent', parts: [...open, part], more: part.text, later: [] })
    open = []
  }
  const last = groups.at(-1)
  const behalf = open.findIndex((part) => message.says(ON_BEHALF, part) || message.says(COMPLAINED, part))
  if (last !== undefined) {
    const rest = behalf < 0 ? open : open.slice(0, behalf)
    /** What is told behind that a bag was carried, of nobody by name, is no more of it. */
    const until = last.sent ? rest.findLastIndex((part) => !isNothing(readNamed(message, [part], context.room, null))) + 1 : rest.length
    last.parts.push(...rest.slice(0, until))
  }
  for (const group of groups)
    if (!group.sent && message.says(AT_DOOR, group.more) && !/带回|拉回|拿回|拎回|退|拒|不收/u.test(group.more)) group.sent = true
  return groups
}

/** 20-2-101送了，20-2-102说鸡蛋碎了三个: told of another door's goods. */
const COMPLAINED = pattern(
  () =>
    /(?<=[\d室户家人妈爷奶姨叔伯])(?:说|讲|反映|反馈|投诉|抱怨)[^,。]{0,10}(?:碎|坏|少|烂|错|漏|缺|破|馊|臭|洒|过期|没(?:有|见|给|收到))/u,
)

/** 13号单送过去，大爷说不是他家订的，没收: carried there, and not taken. */
const NOT_TAKEN = pattern(() => /没收(?!到)|不收|不肯收|拒收|拒签|没要|不肯要/u)
/** 2单元还剩两户没送: how many, and not which. */
const LEFT_UNNAMED = pattern(
  () =>
    /(?:还剩|只剩|就剩|还有|还差|就差|只差|剩下?)(?:最后)?(?:大概|差不多)?(?:[一两二三四五六七八九十几]|\d{1,2})(?:来|多)?(?:户|家|单|份)(?:人家)?(?:没|未|在送|要送|待送|$)/u,
)
/** 一二单元送完，三单元等会儿. */
const LATER = pattern(
  () =>
    /(?:这就|马上|立刻|现在|正|准备|接着)(?:去|来|上|过去|动身|跑)(?:送)?(?:了|吧|哈)?$|(?:等会儿?|等下|等一下|待会儿?|一会儿?|稍后|晚点|晚些|回头|下一?趟|下一?车|明天|明早|下午|今晚|晚上)(?:再)?(?:说|去|来|的)?(?:吧|哈|啊|了)?$|^[^,。]{0,8}(?:还没|没)(?:轮|排)到|[待未](?:发|送|派|配|补送?)$/u,
)
const isLater = (message: Message, part: Part): boolean =>
  message.says(LATER, part) || message.says(STILL_WITH_US, part) || message.says(NEXT_STOP, part)
/** 最后一兜给了6栋: what the last of it went to. */
const LAST_ONES = pattern(() => /最后(?:剩的?)?(?:[一两二三四五六七八九十几]|\d{1,2})[兜袋份箱个把包盒]/u)
/** 302让把菜放消防栓上: where it is to go, before anything went. */
const TOLD_WHERE = pattern(
  () =>
    /(?:让|叫|要求|希望|嘱咐|交代|说)(?:我们?|咱们?|你们?|志愿者)?(?:把|给|帮|直接|就)*[^,。了]{0,6}(?:放|挂|搁|搬|送|交)(?!了|好|完|到了)[^,。了]*$/u,
)

/** So many parts tell whether doors are told one by one. */
const SOME = 12
/** 501、502给了，就402没人: what lacks of doors told one by one is told of itself. */
const namesDoors = (message: Message, parts: readonly Part[], { room }: Context): boolean => {
  const { targets, entries } = readNamed(message, parts, room, null)
  return targets.length > 0 && entries.length === 0 && targets.every((target) => target.room !== null)
}

/** 没人,后来给到了: told of the same household, without its name. */
const GIVEN_LATER = pattern(
  () =>
    /^\s?(?:但是?|不过|可)?(?:后来|最后|刚刚|现在|又)[^,。]{0,10}(?:给(?:了|到|他|她)|送(?:到|了|上|过)|交(?:给|了)|收(?:了|下)|[拿取](?:走|到|了))|后[^,。]{0,2}(?:下来|出来|回来|开门)[^,。]{0,4}(?:[拿取]走|收)了/u,
)
/** 5-1-301没人应门。代5-1-302订一包盐: a new errand, and no more of what was carried. */
export const ON_BEHALF = pattern(
  () =>
    /^\s?(?:(?:另外?|还有|再|顺便|对了|同时)?(?:帮|代|替)|(?:另外|还有|顺便|对了|同时)[^。]{0,16}(?:要|想要|订|买|带|捎|加|缺|需要)|[^,。]{0,14}(?:让|叫|托|请|喊)(?:我|咱|你们)(?:们|给|帮|再)*(?:捎|带|说|传|转|报|登|记|加|订|买))/u,
)

/** 2号送到,4号送到 is one act, and so is 101做了,102做了. */
export const merged = (acts: readonly Act[]): Act[] => {
  const out: Act[] = []
  for (const act of acts) {
    const same = out.find((other) => other.act === act.act)
    if (same?.act === 'delivered' && act.act === 'delivered') {
      same.targets.push(...act.targets.filter((one) => !same.targets.some((other) => isSame(one, other))))
      same.entries.push(...act.entries)
      same.except.push(...act.except)
      same.exceptEntries.push(...act.exceptEntries)
    } else if (same?.act === 'undelivered' && act.act === 'undelivered') {
      same.targets.push(...act.targets)
      same.entries.push(...act.entries)
    } else if (same?.act === 'round' && act.act === 'round' && same.op === act.op) {
      same.targets.push(...act.targets)
      same.except.push(...act.except)
    } else out.push(act)
  }
  const failed = out.find((act) => act.act === 'undelivered')
  const done = out.find((act) => act.act === 'delivered')
  if (done?.act === 'delivered' && failed?.act === 'undelivered') {
    done.entries = done.entries.filter((no) => !failed.entries.includes(no))
    done.except.push(...failed.targets.filter((one) => one.room !== null && done.targets.some((of) => isWithin(one, of))))
  }
  return out.sort((a, b) => a.span.start - b.span.start)
}

const isSame = (one: Address, other: Address): boolean =>
  one.building === other.building && one.unit === other.unit && one.room === other.room

const isWithin = (home: Address, of: Address): boolean =>
  of.room === null && of.building === home.building && (of.unit === null || of.unit === home.unit)
