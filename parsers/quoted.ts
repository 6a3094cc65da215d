/** 我也要一袋, 同上: what a neighbour asked for is meant, in the message that is quoted. */
import { type Need, TAKE } from './matchers/need.js'
import type { Message } from './message.js'
import { pattern } from './pattern.js'
import type { Context } from './types.js'

const ALSO = pattern(() => /^(?:我|我家|俺|咱|咱家)?(?:们)?(?:也|同样|跟着|加我|\+1|同上|同楼上|一样|me too|same)/u)

/** 跟楼上一样的来一份, 给我也来一份一样的. */
const SAME_AS = pattern(
  () =>
    /^(?:麻烦|请|给|帮|我|俺|咱|们|家|也)*(?:[跟和按照][^,。]{1,8}(?:一样|同样)的?,?(?:也|给我|帮我|就)*(?:来|要|买|订|送|带)|(?:来|要|买|订|送|带)(?:上|个)?(?:[一1]?份)?(?:[跟和按照][^,。]{1,8})?(?:一样|同样)的)/u,
)

/** 跟昨天一样, 老规矩: of which order, a person must see. 给203也来一份: of what. */
const AS_EVER = pattern(
  () =>
    /^(?:我家?|俺家?|还是|今天|明天|麻烦|,|\s)*(?:(?:跟|和|照|按|同)(?:昨天|上次|上回|之前|以前|平时|往常|前天)(?:的)?(?:一样|一个样|来|订)|照旧|老规矩|老样子)(?:的|来|订|要|送|给我|一份|再)*(?:吧|哈|就行|就好|即可|谢谢|呗|[。!,])*$|^(?:给|帮|替)\d{3,4}(?:家|室)?也(?:来|要|订|带)(?:上|个)?一?份/u,
)
export const isAsEver = (message: Message): boolean => message.text.length <= 20 && message.says(AS_EVER, message.text.trim())

/** Whether the message leans on what another wrote. */
export const leansOnAnother = (message: Message): boolean => {
  if (message.text.length > 30) return false
  const text = message.text.trim()
  return message.says(ALSO, text) || message.says(SAME_AS, text)
}

/** +1，酸菜鱼: joins a list that stands elsewhere. */
const JOINS_IN = pattern(() => /^(?:我|我家)?\s?\+1/u)
export const joinsIn = (message: Message): boolean => message.says(JOINS_IN, message.text.trim())

/** 两瓶改一瓶, 再来两袋: of what was ordered, which a person knows who looks at the order. */
const UNNAMED = pattern(
  () =>
    /(?:改|换|变|减|加)(?:成|为|到)?(?:\d|[一二两三四五六七八九十半])+[袋盒瓶箱桶包斤提板罐份把](?:吧|呗|哈|就行|$|[,。!\s])|^(?:再|多|少)(?:来|加|要|给|带|拿|买)(?:我)?(?:\d|[一二两三四五六七八九十半])+[袋盒瓶箱桶包斤提板罐份](?:吧|呗|哈|$|[,。!])|(?<![\u4e00-\u9fa5])(?:应该)?是(?:\d|[一二两三四五六七八九十半])+[袋盒瓶箱桶包斤提板罐份],?不是(?:\d|[一二两三四五六七八九十半])|(?:说|写|报|打)错了,?(?:应该)?是(?:\d|[一二两三四五六七八九十半])+[袋盒瓶箱桶包斤提板罐份]|^(?:全部?|都|通通|统统)?(?:给我)?(?:[要来])?双份的?(?:吧|了|$|[,。!])|^(?:全部?|都|通通|统统)(?:给我)?(?:翻倍|翻一倍|加倍|减半|减一半|砍半)(?:吧|了|$|[,。!])/u,
)
export const changesUnnamed = (message: Message): boolean => message.text.length <= 30 && message.says(UNNAMED, message.text.trim())

/** 鸡翅减半，可乐翻倍: of what was ordered before as well, though it is named. */
export const BY_HALF = pattern(() => /^(?:的量|的?数量|也|都|给我|全)*(?:翻[个一]?倍|加[个一]?倍|减一?半|砍半)(?:吧|了|哈)?(?=$|[,。!])/u)
export const isByHalf = (message: Message): boolean =>
  message.may(BY_HALF) && message.tokens.some(({ good, end }) => good !== null && message.between(end, end + 8, BY_HALF))

/** The quoted needs, with the quantity that is said here where there is one; at this message's place. */
export const needsQuoted = (message: Message, context: Context, read: (text: string) => Need[]): Need[] => {
  const quoted = context.quoted?.text
  if (quoted === undefined || !leansOnAnother(message)) return []
  const amount = message.amounts.find((one) => one.unit !== null)
  const clause = message.clauses[0]
  const wanted = read(quoted).filter((need) => need.weight >= TAKE && !need.negated)
  return clause === undefined
    ? []
    : wanted.map((need) => {
        const { qty, unit } = amount !== undefined && wanted.length === 1 ? amount : need
        return need.with({ qty, unit, start: clause.start, end: clause.end, named: clause.end, clause, at: 0 })
      })
}
