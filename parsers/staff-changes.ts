/** A household's order as staff change it in shorthand: 删除34-3-101的胡萝卜, 22-1-201去面粉, 撤销29-1-401, 13-2-501 +排骨五斤. */
import { type Scope, scopeAt } from './households.js'
import type { Need } from './matchers/need.js'
import type { Message } from './message.js'
import { pattern } from './pattern.js'
import type { Act, Change, Line } from './types.js'

const CHANGES = pattern(() => /cancel|[撤销删减划]|作废|注销|去|拿掉|剔除/u)
/** On blotted text. */
const CALLED_OFF =
  /^(?:请|麻烦|把|帮忙?|给|please |\s)*(?:cancel(?:led)?|撤销|撤消|撤掉|撤单|作废|注销|销掉)(?:掉|了|一下|下|\s)*＃(?:[、,和\s]*＃)*(?:家)?(?:的)?(?:那张|这张)?(?:单子?|订单)?(?:\s|please|pls|吧|了|掉|谢谢|,|。|!)*$|^(?:把|请|麻烦)?＃(?:[、,和\s]*＃)*(?:家)?(?:的)?(?:那张|这张)?(?:单子?|订单)?\s*(?:cancel(?:led)?|作废|注销|销掉|撤掉)(?:\s|please|pls|掉|了|吧|。|!)*$/u
const TAKEN_OFF =
  /^(?:请|麻烦|把|帮忙?|\s)*(?:删除|删掉|删了|删去|删|去掉|去除|减掉|减去|划掉|撤掉|撤下|拿掉|剔除)(?:一下|下)?\s?＃+(?:家)?(?:的)?(?:那张|这张)?(?:单子?|订单)?(?:里|上|中)?(?:边|面|头)?(?:的)?(?:那个|那份|那些)?[◇、和跟,\s]*◇(?:吧|了|一下|。|!)*$|^(?:把|请|麻烦)?＃+(?:家)?(?:的)?(?:单子?|订单)?里?[,:\s]*(?:删除|删掉|删了|删去|删|去掉|去除|去|减掉|减去|减|划掉|撤掉|撤下|拿掉|剔除)[◇、和跟\s]*◇(?:吧|了|一下|。|!)*$/u

/** The text with each door and each good blotted out. */
const blotted = (message: Message): string => {
  let text = message.text
  const blot = (start: number, end: number, sign: string): void => {
    text = text.slice(0, start) + sign.repeat(end - start) + text.slice(end)
  }
  for (const { start, end } of message.places) blot(start, end, '＃')
  for (const { good, place, start, end } of message.tokens) if (good !== null && place === null) blot(start, end, '◇')
  return text.trim()
}

/** Whether a door is called off as a whole. */
export const callsOff = (message: Message): boolean =>
  message.may(CHANGES) &&
  message.places.length > 0 &&
  message.places.every(({ room }) => room !== null) &&
  CALLED_OFF.test(blotted(message))

/** What is taken off a household's order, and nothing else said. */
export const takenOff = (message: Message, scopes: readonly Scope[]): Act[] => {
  const [place, more] = message.places
  if (place?.room == null || more !== undefined || !message.may(CHANGES) || !TAKEN_OFF.test(blotted(message))) return []
  const address = scopeAt(scopes, place.start)?.address
  const changes: Change[] = []
  for (const { good, place: at, start, end } of message.tokens)
    if (good !== null && at === null && changes.every(({ item }) => item !== good.name))
      changes.push({
        op: 'remove',
        item: good.name,
        qty: null,
        unit: null,
        known: true,
        span: { start: message.at(start), end: message.at(end) },
      })
  if (address === undefined || changes.length === 0) return []
  const span = { start: 0, end: message.raw.length }
  return [{ act: 'amend', address, changes, span }]
}

/** 13-2-501 +排骨五斤: on top of what was ordered. */
const PLUS = pattern(() => /^(?:家)?(?:的)?(?:单子?)?[\s:,]*\+\s?$/u)
export const isAddedTo = (message: Message, needs: readonly Need[]): boolean => {
  const [place, more] = message.places
  const [first] = needs
  return (
    place?.room != null &&
    more === undefined &&
    first !== undefined &&
    first.start >= place.end &&
    message.between(place.end, first.start, PLUS)
  )
}

/** 9-3-401张嘴就要牙膏2支，我记上了; 给18-3-501加急买一盒药: all of what the household asked for, and nothing on top. */
const OPENS_WITH = pattern(
  () => /(?:张嘴|开口|张口|开门|见面|进门|上来|接通|电话里)(?:来)?就(?:说|喊)?要|^[^加再多另还补添]*加急[^加再多另还补添]*$/u,
)
export const asAskedFor = (acts: readonly Act[], message: Message): Act[] =>
  message.says(OPENS_WITH)
    ? acts.map((act) =>
        act.act === 'amend' && act.changes.every(({ op }) => op !== 'remove')
          ? { act: 'order', address: act.address, lines: act.changes.map(({ op: _, ...line }) => line), span: act.span }
          : act,
      )
    : [...acts]

/** 2-1-301的猪蹄要4只，之前记错了: what was written down wrongly is put right. */
const WRITTEN_WRONGLY = pattern(
  () =>
    /(?:之前|刚才|刚刚|上面|前面|先前|原来|昨天|早上)?(?:我|是我|给|帮|替)?(?:给)?(?:[他她]家?|人家)?(?:记|写|登|录|听|报|填|抄)(?:错|岔|串|少|多)了?(?:$|[,。!])/u,
)
export const asPutRight = (acts: readonly Act[], message: Message): Act[] => {
  const [act, more] = acts
  if (act?.act !== 'order' || more !== undefined || act.lines.some(({ qty }) => qty === null) || !message.says(WRITTEN_WRONGLY))
    return [...acts]
  return [{ act: 'amend', address: act.address, changes: act.lines.map((line): Change => ({ ...line, op: 'set' })), span: act.span }]
}

/** 20-1-102的单加一个卫生纸，一提; 加一个洗洁精，要3瓶: one thing, and then how much of it. */
const COUNTED_BEHIND = pattern(() => /^\s?(?:要|来|一共|共|就)?\s?$/u)
export const asCounted = (acts: readonly Act[], message: Message): Act[] => {
  const [act, more] = acts
  const clause = message.clauses.at(-1)
  const amount = message.amounts.at(-1)
  if (act === undefined || more !== undefined || clause === undefined || amount === undefined || message.clauses.length < 2)
    return [...acts]
  const [first, last] = [message.tokens[amount.from], message.tokens[amount.to - 1]]
  if (first === undefined || last?.end !== clause.end || first.start < clause.start || amount.unit === null || amount.unit === '个')
    return [...acts]
  const isPlain = first.start === clause.start || message.between(clause.start, first.start, COUNTED_BEHIND)
  if (clause.numbers !== 1 || !isPlain) return [...acts]
  const counted = <One extends Line>(lines: readonly One[]): One[] | null =>
    lines.length === 1 && lines.every(({ qty, unit }) => qty === 1 && (unit === '个' || unit === '样'))
      ? lines.map((line) => ({ ...line, qty: amount.qty, unit: amount.unit }))
      : null
  if (act.act === 'order') return [{ ...act, lines: counted(act.lines) ?? act.lines }]
  return act.act === 'amend' ? [{ ...act, changes: counted(act.changes) ?? act.changes }] : [...acts]
}
