/** Residents sign for goods, or say where they live, and go on with something else: 药拿到了，谢谢，那医保卡什么时候还给我. */
import { INTRODUCES } from './acts-of-resident.js'
import type { Message } from './message.js'
import { MOST_CLAUSES, movedOn, SURE_OF_PART } from './parts.js'
import { pattern } from './pattern.js'
import type { Span } from './types.js'
import type { Reading } from './understand.js'
import { CANCEL_ALL } from './words/cancels.js'
import { RECEIPT, RECEIPT_NOT } from './words/receipts.js'

/** What may stand in front, and what may follow it. */
const FOLLOWS: Readonly<Record<string, ReadonlySet<string>>> = {
  receipt: new Set(['query', 'request']),
  bind: new Set(['query', 'request', 'problem']),
  cancel: new Set(['request']),
}

/** 谢谢, 辛苦了, 对了: said between the two. */
const BETWEEN = pattern(
  () =>
    /^(?:(?:十分|非常|太|真的|真是|实在)?(?:谢谢?|多谢|感谢|感恩|辛苦|麻烦)(?:谢|感谢|多谢|你们|您|大家|了|啦|啊|哈|各位|志愿者|师傅|社区|同志|楼长|管家|团长|大白|们|小哥|姐|哥)*|对了|那个|哦|哎|还有|thanks?(?: you)?|thx)$/u,
)
/** 刚进群: told with the door. */
const NEW_HERE = pattern(() => /^[^,。]{0,4}(?:[刚新](?:进群|来|搬|加|入)|新人|新住户|租户|业主|报到|请多关照|多多关照)[^,。]{0,6}$/u)

/** 我住14-1-502，麻烦登记下: the door itself is to be noted. */
const TO_NOTE = pattern(() => /登记|录入|系统|[加拉]我|备注|名片|更新|改一下|填|register|add me|note/u)
/** 我的单取消，另外…; 谁家有面借我一碗: asked besides. */
const BESIDES = pattern(() => /^(?:另外|还有|对了|顺[便带]|再就是|再问|问一?下|麻烦|谁家有)/u)

/** 收到，明天几点做核酸: a notice was read, and no goods came. */
const ACKNOWLEDGES = pattern(
  () => /^(?:好的|收到|明白|ok)[,!。\s]*(?:收到[,!。\s]*)?[^,。]{0,8}(?:核酸|抗原|采样|集合|开会|排队|下楼|通知)/u,
)

const isPlain = ({ likeness, review, urgent }: Reading): boolean => urgent === null && !review && likeness === undefined
const isSure = (reading: Reading): boolean =>
  isPlain(reading) || (reading.urgent === null && !reading.review && reading.confidence >= SURE_OF_PART)

/**
 * Both acts of a message of which the whole was read as one or none: what its first clauses do, as far as they do one thing, and what the
 * rest does; else null. `read` reads a part.
 */
export const signedAndAsked = (message: Message, whole: Reading, read: (part: string) => Reading): Reading | null => {
  const { clauses } = message
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES || whole.urgent !== null || whole.acts.length > 1) return null
  if (whole.acts[0]?.act !== 'bind' && !message.says(RECEIPT) && !message.says(CANCEL_ALL)) return null
  if (message.says(ACKNOWLEDGES)) return null
  const partOf = (from: number, to: number): { reading: Reading; at: number } => {
    const start = message.at(clauses[from]?.start ?? 0)
    /** With the mark behind it: 收到了吗？ asks. */
    return { reading: read(message.raw.slice(start, message.at(clauses[to]?.start ?? message.text.length))), at: start }
  }
  const thanks = Math.max(
    0,
    clauses.findIndex((clause) => !message.says(BETWEEN, clause)),
  )
  let from = thanks + 1
  if (from >= clauses.length) return null
  const front = partOf(thanks, from).reading
  const [ahead, more] = front.acts
  const following = ahead === undefined || more !== undefined || !isPlain(front) ? undefined : FOLLOWS[ahead.act]
  if (ahead === undefined || following === undefined) return null
  while (from < clauses.length - 1 && isBetween(message, clauses[from])) from++
  const rest = { start: clauses[from]?.start ?? 0, end: message.text.length }
  if ((ahead.act === 'cancel' && !message.says(BESIDES, rest)) || (ahead.act === 'bind' && message.says(TO_NOTE, rest))) return null
  const { reading: behind, at } = partOf(from, clauses.length)
  const [next, other] = behind.acts
  if (next === undefined || other !== undefined || !isSure(behind) || !following.has(next.act)) return null
  const told = movedOn(next, at)
  if (ahead.act === 'bind' && 'address' in told && message.places.length === 1) told.address = ahead.address
  const both = ahead.act !== 'bind' || message.says(INTRODUCES) ? [ahead, told] : [told]
  return { ...whole, acts: both, review: false }
}

const isBetween = (message: Message, clause: Span | undefined): boolean =>
  clause !== undefined &&
  (message.says(BETWEEN, clause) || message.says(NEW_HERE, clause) || (message.says(RECEIPT, clause) && !message.says(RECEIPT_NOT, clause)))
