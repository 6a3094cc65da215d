/** What each good is shared out in, line by line: 猪肉：301（2斤）、402（3斤） and 鸡蛋：301一板 602两板; 大葱团：101一捆 102一捆 201两捆. */
import { mergedByDoor } from './door-table.js'
import { withoutCourtesy } from './laid-out.js'
import { completePlace } from './matchers/addresses.js'
import type { Message } from './message.js'
import { readNumber } from './tokens.js'
import type { Act, Context } from './types.js'

type Order = Extract<Act, { act: 'order' }>

const SHARE =
  /((?:\d{1,2}[-#])*\d{3,4})(?!\d)(?:室|号)?\s?[\u4e00-\u9fa5]{0,3}?\s?[（(:：-]?\s?(\d{1,2}|[一二两三四五六七八九十半])\s?([袋盒箱板斤个包桶瓶提只条块根把罐颗棵张枚份])[)）]?/gu
const LINE = /^\s*(?:[-•·*]|\d{1,2}[.、)])?\s*【?([\u4e00-\u9fa5]{1,8})\s?(?:[（(][^（()）]{0,12}[)）])?\s?[:：】]\s*(\S.*)$/u
const APART = /^[\s,，、;；和。]*$/u
const LEAST_LINES = 2
/** In a line of its own. */
const LEAST_SHARES = 3
const LONGEST = 4000

/** Null where fewer than two lines are so, or fewer than three doors share in one. */
export const readShares = (message: Message, context: Context): Order[] | null => {
  if (message.raw.length > LONGEST || message.places.length < LEAST_LINES || !/[:：】][^\n]*\d{3}/u.test(message.raw)) return null
  const found: Order[][] = []
  const said = withoutCourtesy(message.raw)
  let { start } = said
  for (const line of message.raw.slice(said.start, said.end).split('\n')) {
    const shares = sharesIn(line, start, message, context)
    if (shares.length > 0) found.push(shares)
    start += line.length + 1
  }
  const shares = found.flat()
  const isShared = found.length < LEAST_LINES ? shares.length >= LEAST_SHARES : shares.length > found.length
  return isShared ? mergedByDoor(shares) : null
}

/** A line that holds anything beside doors and their shares holds none. */
const sharesIn = (line: string, start: number, message: Message, context: Context): Order[] => {
  const [, name = '', rest = ''] = LINE.exec(line) ?? []
  const end = start + line.length
  const goods = message.tokens.filter((token) => token.good !== null && message.at(token.start) >= start && message.at(token.start) < end)
  /** 汇总：101大米1袋，202面粉1袋: each door has a good of its own. */
  if (goods.some((token) => message.at(token.start) >= end - rest.length)) return []
  const good = goods[0]?.good
  if (good == null || name === '' || !APART.test(rest.replace(SHARE, ''))) return []
  return [...rest.matchAll(SHARE)].flatMap(([, door = '', count = '', unit = '']): Order[] => {
    const place = message.places.find(
      (one) => one.room !== null && message.at(one.start) >= start && message.at(one.start) < end && door.endsWith(one.room),
    )
    if (place === undefined) return []
    const span = { start, end }
    const address = completePlace(place, { before: null, room: context.room, home: null })
    return [{ act: 'order', address, lines: [{ item: good.name, qty: readNumber(count), unit, known: true, span }], span }]
  })
}
