/** What is wrong with goods, told in forms that no single word gives away. */
import type { Message } from './message.js'
import { pattern } from './pattern.js'
import type { ProblemKind, Span } from './types.js'
import { MISSING_IN_FORM, WRONG_IN_FORM } from './words/complaints.js'
import { HOUSE } from './words/problems.js'
import { LATE_SURELY, OF_GOODS, PAST_IT, PROMISED } from './words/promised.js'
import { REMAINS, SPOILT } from './words/spoilt.js'

const FARTHEST = 28

/** 大葱都淌汤了, 一瓶辣酱就剩个瓶嘴: a good and what it came as. */
const cameSpoilt = (message: Message, part: Span): boolean =>
  message.says(REMAINS, part) ||
  (message.may(SPOILT) &&
    !message.says(THAWED) &&
    message.tokens.some(
      ({ good, start, end }) =>
        good !== null &&
        good.medicine === '' &&
        start >= part.start &&
        end <= part.end &&
        !(message.may(HOUSE) && message.says(HOUSE, { start, end })) &&
        message.between(end, Math.min(end + FARTHEST, part.end), SPOILT),
    ))

/** 电闸一推就跳，冰箱里的肉都开始淌水了: what the house does to what is at home. */
const THAWED = pattern(() => /冰箱|冰柜|停电|断电|跳闸|电闸|龙头|水管|阀门|马桶|地漏/u)

/** 答应得好好的今早到，太阳都落山了. */
const isPastPromise = (message: Message): boolean =>
  message.says(LATE_SURELY) || (message.may(PROMISED) && message.says(PROMISED) && message.says(PAST_IT) && message.says(OF_GOODS))

/** 402的菜放302门口了: goods of one door stand before another. */
export const atAnotherDoor = (message: Message): boolean => {
  const [one, other, more] = message.places
  return (
    one?.room != null &&
    other?.room != null &&
    more === undefined &&
    one.room !== other.room &&
    message.between(one.end, other.start, PUT_DOWN_AT) &&
    message.between(other.end, other.end + 4, DOORSTEP)
  )
}
const PUT_DOWN_AT = pattern(
  () =>
    /^(?:家|室|户)?的(?:菜|货|东西|袋子?|药|米|面|奶|物资|那份)?[^,。]{0,2}(?:放|搁|撂|堆|扔|摆|丢|送)(?:在|到)?(?:了)?(?:我|俺|咱)?(?:们)?(?:家)?$/u,
)
const DOORSTEP = pattern(() => /^(?:家|室|户)?(?:的)?门(?:口|前|外)/u)

/** What a part of a message complains of so plainly that no delivery has to be named beside it. */
export const plainlyIn = (message: Message, part: Span): ProblemKind | null => {
  if (message.says(WRONG_IN_FORM, part)) return 'wrong'
  if (cameSpoilt(message, part)) return 'damaged'
  return message.says(MISSING_IN_FORM, part) ? 'missing' : null
}

/** The same of all of it: a promise and what became of it stand in two clauses, and so do two doors. */
export const plainlyTold = (message: Message): ProblemKind | null => {
  if (atAnotherDoor(message)) return 'wrong'
  return plainlyIn(message, { start: 0, end: message.text.length }) ?? (isPastPromise(message) ? 'late' : null)
}
