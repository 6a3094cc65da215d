/** Which household each part of a message is for: the door named with it, else the writer's own. */

import { completePlace, type Place } from './matchers/addresses.js'
import type { Clause, Message } from './message.js'
import { pattern, patternOf } from './pattern.js'
import { previous } from './rows.js'
import type { Address, Context } from './types.js'

const CORRECTS = pattern(
  () =>
    /不对|不是|错了|哦不|应该是|说错|打错|写错|sorry|更正|改成|搞错|看错|(?:看|记|写|弄|搞|填|说|听|输|抄|念|报)(?:串|岔|反|混|劈|差|拧)|串行|手滑|口误|笔误|wait|i mean|oops/u,
)
/** 别送到我家101: where it is not to go. */
const NOT_THERE = pattern(
  () =>
    /(?:错送|送错|误送|错放|放错|送串)了?(?:到|成|给|去)?了?\s?$|(?:别|不要|不用|甭|勿|莫)(?:再|给|又)?(?:送|放|拿|搁|发|往|捎|带|挂|丢)(?:到|去|给|错|往|回|成|在)?(?:我家?|我们家?|俺家?|咱家?|错)?(?:的)?\s?$/u,
)
const DENIED = pattern(() => /(?:不是|不在|不住|原来(?:是|住)?|以前(?:是|住)?|之前(?:是|住)?|从|from|not|no longer(?: in| at)?)\s?$/u)

/** 我父亲住29栋3单元101，我住同小区34栋: who writes, and not for whom. */
const LIVES_THERE = pattern(() => /(?:我|俺|咱)(?:自己|们)?(?:家)?(?:是)?(?:住|在)(?:在)?(?:同(?:个|一个)?小区|咱们小区|小区)的?$/u)
/** 三单元的别抢，我402: spoken to, not written for. */
const OTHERS_THERE = pattern(() => /^的?(?:邻居|朋友|兄弟|姐妹|人|各位)?(?:别|不要|不许|让一?让|先等)/u)

/** 跟对门601合买一箱橙子: what two share is the writer's. */
const SHARED_WITH = pattern(() => /^(?:家|那家)?(?:说好|讲好|商量|约好|约了|一起拼|合伙|合买|合着|拼着|平分|一人一半|搭伙|对半)/u)

/** 给我妈送，她住14-1-302，我这边12-2-501啥都有不用管: where nothing is to be brought. */
const LACKS_NOTHING = pattern(() => /^(?:[这那]?边?儿?|家里?)?(?:啥|什么)?(?:都|也)?(?:有(?=,|。|不用|$)|不缺|不用[管买送]|不需要)/u)
/** 我跟501一样，面包两袋: whose order it is like. */
const LIKE = pattern(() => /[跟和与同像照]\s?$/u)
const THEIRS = pattern(() => /^(?:室|号)?(?:家|那家|他家|她家|邻居)?(?:要|订|买)?(?:的)?(?:一样|一个样|同样)/u)

/** Whether an amount begins in this part of the text. */
const isCountedBetween = ({ amounts, tokens }: Message, from: number, to: number): boolean => {
  const startOf = (index: number): number => tokens[amounts[index]?.from ?? -1]?.start ?? Number.POSITIVE_INFINITY
  let low = 0
  let high = amounts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(middle) < from) low = middle + 1
    else high = middle
  }
  return startOf(low) < to
}

const LONGEST_CORRECTION = 18

/** 葱两根，跟302一起送: how it comes, and not to whose door. */
const IN_COMPANY = pattern(() => /[跟和与同随](?:楼上|楼下|对门|隔壁)?的?$/u)
const SENT_TOGETHER = pattern(
  () => /^(?:室|家|他们|那边|那单)?的?(?:一起|一块儿?|一趟|一道)(?:送|带|来|拿|放|结|捎)(?!\d|[一二两三四五六七八九十])/u,
)

/** Places that a correction or a denial takes out of play. */
/** 帮我和对门601一起登：我家挂面三把，601要两把: the first door is named to say for whom, and once more with what it wants. */
const isAnnounced = (message: Message): boolean => {
  const [place, next] = message.places
  return (
    place?.room != null && next?.room === place.room && message.says(WITH_ME, message.text.slice(Math.max(0, place.start - 6), place.start))
  )
}

export const placesMeant = (message: Message): Place[] => {
  const kept: Place[] = []
  for (const [index, place] of message.places.entries()) {
    const before = message.text.slice(Math.max(0, place.start - 6), place.start)
    if (message.places.length > 1 && message.says(NOT_THERE, message.text.slice(Math.max(0, place.start - 10), place.start))) continue
    const next = message.places[index + 1]
    const between = next === undefined ? '' : message.text.slice(place.end, next.start)
    if (message.says(DENIED, before) && message.places.length > 1) continue
    if (
      place.room === null &&
      message.says(LIVES_THERE, message.text.slice(Math.max(0, place.start - 10), place.start)) &&
      message.places.some(({ room }) => room !== null)
    )
      continue
    if (place.room === null && next !== undefined && message.says(OTHERS_THERE, message.text.slice(place.end, place.end + 6))) continue
    if (message.says(SHARED_WITH, message.text.slice(place.end, place.end + 6))) continue
    if (index === 0 && isAnnounced(message)) continue
    if (message.places.length > 1 && message.says(LACKS_NOTHING, message.text.slice(place.end, place.end + 8))) continue
    if (message.says(IN_COMPANY, before) && message.says(SENT_TOGETHER, message.text.slice(place.end, place.end + 8))) continue
    if (
      (index > 0 || message.places.length > 1) &&
      before.endsWith('同') &&
      /^(?:$|[\s,。;!])/u.test(message.text.slice(place.end, place.end + 1))
    )
      continue
    if (message.says(LIKE, before) && message.says(THEIRS, message.text.slice(place.end, place.end + 8))) continue
    if (
      next !== undefined &&
      between.length <= LONGEST_CORRECTION &&
      message.says(CORRECTS, between) &&
      !message.says(DENIED, between.slice(-6).replace(/不对是|不对|[啊哦噢呃额哎]不是/u, ''))
    ) {
      if (next.building === null)
        kept.push({ ...next, start: place.start, end: place.end, building: place.building, unit: next.unit ?? place.unit })
      continue
    }
    if (kept.at(-1)?.end === place.end) continue
    const merged = kept.at(-1)
    const last = previous(message.places, index)
    if (
      merged !== undefined &&
      last !== undefined &&
      merged.start === last.start &&
      merged.room === place.room &&
      place.building === null &&
      !isCountedBetween(message, last.end, place.start)
    )
      continue
    kept.push(place)
  }
  return kept
}

/** 帮302的老太太订一提卫生纸，10栋1单元: one door, told in two places. */
const doorPutTogether = (places: Place[]): Place[] => {
  const [door, house, more] = places
  if (door?.room == null || door.building !== null || house?.building == null || house.room !== null || more !== undefined) return places
  return [{ ...door, building: house.building, unit: door.unit ?? house.unit }]
}

const DOORPLATE = pattern(() => /(?:门牌|房号|地址|住|送到|送|放)(?:号|是|:|\s)*$/u)

/** 我是32栋3单元的，想订藕粉一罐，放302门口就可以: the door behind what is wanted, in the house that was told first. */
const houseThenDoor = (places: Place[], message: Message): Place[] => {
  const [house, door, more] = places
  /** 老妈一个人在11栋，牛奶一箱，门牌11-3-102. */
  const isWhole =
    house?.room === null && door?.room != null && door.building !== null && door.building === house.building && more === undefined
  if (
    isWhole &&
    !isCountedBetween(message, door.end, message.text.length) &&
    message.between(Math.max(0, door.start - 5), door.start, DOORPLATE)
  )
    return [{ ...door, start: house.start }]
  if (house?.building == null || house.unit === null || house.room !== null) return places
  if (door?.room == null || door.building !== null || more !== undefined || isCountedBetween(message, door.end, message.text.length))
    return places
  const clause = message.clauseAt(door.start)
  if (clause === undefined || message.between(clause.start, door.start, OTHERS)) return places
  return [{ ...house, room: door.room }]
}

const full = (address: Address | null | undefined): Address | null =>
  address === null || address === undefined
    ? null
    : { building: address.building ?? null, unit: address.unit ?? null, room: address.room ?? null }

/** The writer's own household: by binding, else by alias (residents only), else what the group tells. */
export const ownAddress = (context: Context, readAlias: (alias: string) => Place | null): Address => {
  const { room, sender } = context
  const home = full(sender.home)
  if (sender.role !== 'resident') return { building: room.building ?? null, unit: room.unit ?? null, room: null }
  if (home !== null) return home
  const alias = sender.alias ? readAlias(sender.alias) : null
  return completePlace(alias ?? { building: null, unit: null, room: null }, { before: null, room, home: null })
}

/** 两箱，一箱放我家，一箱放对门602: one thing for two doors, with the amount of each. */
const SHARE_OF = '(?:\\d{1,2}|[一二两三四五六七八九十半])[\\u4e00-\\u9fa5](?:给|放|送|归|搁|留)(?:到|在)?'
export const DEALT_OUT = patternOf(
  `${SHARE_OF}(?:我|俺|咱)(?:们)?(?:家|这|自己)?,?(?:另外?)?${SHARE_OF}(?:对门|楼上|楼下|隔壁|邻居|我妈家?|我爸家?)?的?$`,
)

/** 一份给我，一份给对门501. */
const SHARE = pattern(() => /^[一二两三四五六七八九十半\d]+[\u4e00-\u9fa5]给/u)

/** 我家米一袋，502油一桶: the writer's own, told in the clause before. */
const MINE_BEFORE = pattern(() => /(?:^|[,。])(?:我|俺|咱)(?:们)?家(?!是|在|住)[^,。]{2,12}[,。]\s?$/u)

/** 对了502刘姐让我给捎一包盐. */
const SENDS_ME = pattern(() => /^(?:家|那家|室)?(?:的)?[^,。\d]{0,5}(?:让|托|叫|喊|拜托)(?:我|俺|咱)/u)

/** 狗粮一袋，尿片一包。601也要狗粮一袋. */
const WANTS_TOO = pattern(() => /^(?:室|号)?(?:他|她|那)?家?也(?:想)?(?:要|来|订|买|得|需要)/u)

/** A door behind 帮 or 对门 with something wanted behind it is another household's. */
const asksForAnother = (message: Message, place: Place): boolean => {
  const clause = message.clauseAt(place.start)
  const counted = (): boolean => isCountedBetween(message, place.end, message.text.length)
  if (clause?.start === place.start && message.between(0, place.start, MINE_BEFORE) && counted()) return true
  if (clause !== undefined && message.between(place.end, clause.end, SENDS_ME)) return counted()
  if (clause?.start === place.start && message.between(place.end, clause.end, WANTS_TOO) && isCountedBetween(message, 0, place.start))
    return counted()
  if (
    clause === undefined ||
    !/(?:[帮给替代])(?!(?:我|俺|忙|咱)?(?:送|拿|带|买|弄|配|开|捎|订|整|来|寄))|对[门面屋家]|楼上|楼下|隔壁|邻居|爸|妈|爹|娘|婆婆|公公|丈人|岳|(?<![牛酸羊豆纯鲜喂])奶(?![粉茶酪糖油])|爷|姥|朋友|同事|亲戚|姐|弟|哥|妹|叔|姨|舅|婶|嫂|闺女|儿子|女儿|老人|[他她]们?家/u.test(
      message.text.slice(clause.start, place.start),
    )
  )
    return false
  const shared =
    message.says(DEALT_OUT, message.text.slice(0, place.start)) || message.says(SHARE, message.text.slice(clause.start, place.start))
  return shared || counted() || isCountedBetween(message, clause.start, place.start)
}

/** 我家要一箱，楼下201也要一箱: the writer's own stands first. */
const OWN_FIRST = pattern(
  () => /^(?:我|俺|咱)(?:们)?家(?!是|住|在|\d|的?(?:地址|门牌|房号))|^(?:我|俺|咱)(?:们)?(?:家|自己)?(?:的)?(?:要|来|订|买|是|需|想|先)/u,
)

/** 一箱给301，一箱搁我家. */
export const MY_SHARE = pattern(
  () =>
    /(?:(?:给|归|是|搁|放|留|送)(?:到|在)?(?:我|俺|咱)(?:们)?(?:家|自己|这儿?)?|(?:\d|[一二两三四五六七八九十半])[\u4e00-\u9fa5](?:我|俺|咱)(?:们)?(?:家|自己))(?:的|留|用|要|吃|就行|吧)?$/u,
)

export interface Scope {
  start: number
  address: Address
  /** The door was said in the message. */
  said: boolean
  /** Doors named in one breath with it, each of which wants the same: 301和302各要一袋米. */
  also?: Address[]
}

/** No one names more doors in one breath; so that a text of doors costs its length. */
const MOST_JOINED = 12
const JOINED = /^[\s、,和跟与及同&+]{1,4}(?:(?:对门|对面|隔壁|楼上|楼下|邻居)(?:的|家)?)?$/u
const areJoined = (message: Message, place: Place, next: Place | undefined): next is Place =>
  next !== undefined && JOINED.test(message.text.slice(place.end, next.start))
const EACH_HOME = pattern(
  () =>
    /^[\s,:]?(?:室|家)?也(?:要|来|订)(?:一样的|同样的),|^[\s,:)]?(?:家?也(?:要|来|订)(?:的)?,)?(?:这|那)?(?:[两二三四五六七八九十几]|\d{1,2})?(?:家|户)?(?:人家)?[\s,:]?(?:(?:让|托|叫|喊|请)(?:我|俺)[^,。:\d]{0,5}[:,]\s?)?(?:都|各|一样|同样|均|皆|全|分别|每家|每户|一家|一户|一人(?!一半)|一起|一块儿?(?!钱)|一并|一道)/u,
)

const wantsForEach = (message: Message, { end }: Place): boolean => message.says(EACH_HOME, message.text.slice(end, end + 12))

/** 301和302 牛奶各一箱: of one thing each means each of the homes. */
const ONE_THING_EACH = pattern(
  () => /^\s?(?:家|室)?\s?(?!.{0,6}[、和跟与])[\u4e00-\u9fa5]{1,6}?\s?(?:每家|各)(?:要|来|买|订)?(?=\d|[一二两三四五六七八九十半])/u,
)

/** 我和502各要一箱水. */
const WITH_ME = pattern(
  () =>
    /(?:我|俺|咱)(?:们)?(?:家|自己)?\s?[和跟与、及+&]\s?(?:对门|对面|隔壁|楼上|楼下|邻居|我?(?:妈|爸|姐|哥|弟|妹|婆婆|公公|闺女|儿子|女儿|姑|姨|舅|叔))?(?:家)?(?:的)?\(?$/u,
)
/** 201大爷和我一人一袋面; 替402一起报了，两家各一桶油. */
const AND_ME = pattern(
  () => /^(?:室|号)?(?:家)?(?:的)?[^,。\d]{0,5}[和跟与](?:我|俺|咱)(?:们)?(?:家)?(?:都|各|一人(?!一半)|一家|一户|每家|每人)/u,
)
const BOTH_HOMES = pattern(() => /(?:两|俩|二)(?:家|户)(?:人家|人)?(?:都|各|一家|每家|一样|均)/u)
/** 我家跟楼上都要水，楼上402: the other door is told behind. */
const MINE_AND_THEIRS = pattern(
  () =>
    /^(?:我|俺|咱)(?:们)?(?:家|自己)?[和跟与](?:我)?(?:楼[上下]|对[门面]|隔壁|邻居|妈|爸|婆婆|公公|丈母娘|岳母|姐|哥|弟|妹)[^,。\d]{0,4}(?:都|各|一样|每家|一家|一人)/u,
)
/** The door is said to be the writer's. */
const MINE = pattern(() => /(?:我|俺|咱)(?:们)?家?(?:是|住|在|的)?(?:地址|门牌|房号)?[:\s]?$/u)

/** 丈母娘家6-1-301要三斤橘子，我这边501两斤: not of the house that was named before. */
const MINE_HERE = pattern(() => /(?:我|俺|咱)(?:们)?(?:这边|这儿|这里|这|自己|家)$/u)

const OTHERS = pattern(() => /给|帮|替|代|对门|楼上|楼下|隔壁|邻居|她|他|妈|爸|奶|爷|姥|老人/u)
const OWN_AGAIN = pattern(
  () =>
    /^(?:然后|另外|还有|顺便|同时|再|,)?(?:(?:我|俺|咱)(?:家|屋里|屋头|自己|自个儿?|们)?(?:的|也|就)?(?:是|要|买|来|订|自己|再|:)|(?:我|俺|咱)(?:们|自己|自个儿?)?家|(?:我|俺)(?![妈爸爷奶姐哥弟妹姑姨舅婆岳对楼隔邻单帮给替代让叫跟和把])[\u4e00-\u9fa5]{1,5}(?:\d|[一二两三四五六七八九十半])(?![下起直样块])|\s?(?:and )?(?:just )?for (?:us|me|myself|ourselves|our home)(?![a-z]))/u,
)

const OWN_LACKS_NOTHING = pattern(
  () => /^(?:我|俺|咱)(?:们)?(?:家里?|这边?儿?)(?:啥|什么)?(?:都|也)?(?:有(?=[,。:]|不用|$)|不缺|不用|不需要|不要(?=[,。:]|$))/u,
)
const isOwnAgain = (message: Message, clause: Clause): boolean =>
  (message.says(OWN_AGAIN, clause) || message.says(MY_SHARE, clause)) && !message.says(OWN_LACKS_NOTHING, clause)

/** 帮老李头订一盒药，他家502: the errand is told before the door that it is for. */
const THEIR_DOOR = pattern(() => /^(?:他|她|人家|老人|老太太|老爷子|老两口)(?:们)?家?(?:住|在|是|就在|的)?\s?$/u)
const ERRAND = pattern(() => /帮|给|替|代/u)
const NEAR_DOOR = pattern(() => /(?:楼上|楼下|对门|隔壁|邻居|帮|给|替|代)(?:的)?$/u)
const errandFrom = (message: Message, place: Place): number => {
  const at = message.clauses.findIndex((clause) => clause.end > place.start)
  const [before, clause] = [previous(message.clauses, at), message.clauses[at]]
  if (clause === undefined) return place.start
  const only = message.between(clause.start, place.start, THEIR_DOOR) && clause.end - place.end <= 1
  if (only && before !== undefined && message.says(ERRAND, before)) return before.start
  /** 我家酸笋一袋 楼上401的农叔要两包: behind what is the writer's own. */
  const lead = place.start - (message.find(NEAR_DOOR, message.text.slice(clause.start, place.start))?.[0].length ?? 0)
  return message.says(OWN_FIRST, clause) && isCountedBetween(message, clause.start, lead) ? lead : clause.start
}

/** 3-2鸡蛋登记：101两板，202一板: of what stands at the head, each door its own share. The first door, null where it is no such list. */
export const firstShare = (message: Message): Place | null => {
  const doors = message.places.filter(({ room }) => room !== null)
  const [first, second] = doors
  if (first === undefined || second === undefined || first.start === 0) return null
  /** 玉米（10根一袋）：101要1袋: how it is packed stands before the doors. */
  const isPacked = PACKED.test(message.text.slice(Math.max(0, first.start - LONGEST_PACKED), first.start))
  const shares = message.amounts.filter(({ from }) => !isPacked || (message.tokens[from]?.start ?? 0) > first.start)
  if (shares.length !== doors.length) return null
  for (const [index, { end }] of doors.entries()) {
    const share = message.tokens[shares[index]?.from ?? -1]?.start ?? -1
    if (share < end || share > end + NEAR) return null
  }
  return message.tokens.some(({ good, start, amount }) => good !== null && amount === null && start > first.start) ? null : first
}
const NEAR = 2
const LONGEST_PACKED = 24
const PACKED = /\([^()]*\)\s?:?\s?$/u

/** 我跟隔壁501一起报，我家圆白菜两个，她家冬瓜一块: the writer's and the neighbour's, each told by a word behind the door; none where they are not. */
const OUR_SHARE = pattern(() => /^(?:我|俺|咱)(?:们)?家(?!是|住|在|的?(?:地址|门牌|房号))[^,。]*(?:\d|[一二两三四五六七八九十半])/u)
const THEIR_SHARE = pattern(() => /^(?:他|她|人家|他们|她们)(?:家|老人家)?(?!是|住|在|说|家?在)[^,。]*(?:\d|[一二两三四五六七八九十半])/u)
const toldByPronouns = (message: Message, theirs: Address, own: Address): Scope[] => {
  if (own.room === null || theirs.room === own.room || !message.may(THEIR_SHARE) || !message.may(OUR_SHARE)) return []
  const scopes = message.clauses.flatMap((clause): Scope[] => {
    if (message.placesIn(clause).length > 0) return []
    if (message.says(OUR_SHARE, clause)) return [{ start: clause.start, address: own, said: false }]
    return message.says(THEIR_SHARE, clause) ? [{ start: clause.start, address: theirs, said: true }] : []
  })
  return scopes.some(({ said }) => said) && scopes.some(({ said }) => !said) ? [{ start: 0, address: own, said: false }, ...scopes] : []
}

export const scopesOf = (message: Message, context: Context, own: Address, firstNeed: number): Scope[] => {
  if (message.places.length === 0) return [{ start: 0, address: own, said: false }]
  const meant = placesMeant(message)
  const together = context.room.building == null ? doorPutTogether(meant) : meant
  const places = context.sender.role === 'resident' ? houseThenDoor(together, message) : together
  const home = context.sender.role === 'resident' ? own : null
  const complete = (place: Place, before: Address | null): Address => completePlace(place, { before, room: context.room, home })
  const [first] = places
  if (first === undefined) return [{ start: 0, address: own, said: false }]
  const leading = firstNeed < 0 || first.start <= firstNeed || firstShare(message) !== null
  const sharesOut = (place: Place): boolean =>
    message.says(SHARE, message.text.slice(message.clauses.find((one) => one.end > place.start)?.start ?? place.start, place.start))
  const beginsWithOwn = places.length === 1 || message.says(OWN_FIRST) || places.every(sharesOut)
  if (!leading && beginsWithOwn && places.every((place) => asksForAnother(message, place)))
    return [
      { start: 0, address: own, said: false },
      ...places.map((place) => ({ start: errandFrom(message, place), address: complete(place, null), said: true })),
      ...message.clauses
        .filter((clause) => clause.start > first.end && isOwnAgain(message, clause) && message.placesIn(clause).length === 0)
        .map(({ start }) => ({ start, address: own, said: false })),
    ].sort((a, b) => a.start - b.start)
  if (places.length === 1 && own.room !== null && isAnnounced(message))
    return [
      { start: 0, address: own, said: false },
      { start: first.start, address: complete(first, null), said: true },
    ]
  if (places.length === 1 && !leading) {
    const both = own.room !== null && message.says(MINE_AND_THEIRS) ? { also: [own] } : {}
    return [{ start: 0, address: complete(first, null), said: true, ...both }]
  }
  const apart = places.length === 1 && context.sender.role === 'resident' ? toldByPronouns(message, complete(first, null), own) : []
  if (apart.length > 0) return apart
  const scopes: Scope[] = []
  if (leading) {
    if (first.start > 0) scopes.push({ start: 0, address: complete(first, null), said: true })
    let before: Address | null = null
    const alone = places.length === 1 && own.room !== null
    const toldApart = (): boolean => message.clauses.some((clause) => clause.start > first.end && message.says(OWN_FIRST, clause))
    const withMe =
      (message.says(WITH_ME, message.text.slice(Math.max(0, first.start - 8), first.start)) ||
        (alone && message.says(AND_ME, message.text.slice(first.end, first.end + 14)))) &&
      !toldApart()
    let joined: Address[] = withMe ? [own] : []
    const bothHomes = alone && message.says(BOTH_HOMES)
    if (bothHomes) joined = [own]
    for (const [index, place] of places.entries()) {
      const isOwn = place.room === own.room && message.says(MINE_HERE, message.text.slice(Math.max(0, place.start - 5), place.start))
      const address: Address = isOwn ? own : complete(place, place.building === null ? before : null)
      const shares =
        joined.length > 0 &&
        (bothHomes ||
          wantsForEach(message, place) ||
          message.says(ONE_THING_EACH, message.text.slice(place.end, place.end + 14)) ||
          message.says(AND_ME, message.text.slice(place.end, place.end + 14)))
      scopes.push({ start: place.start, address, said: true, ...(shares ? { also: joined } : {}) })
      const next = places[index + 1]
      joined = areJoined(message, place, next) ? [...joined.slice(-MOST_JOINED), address] : []
      before = address
    }
  } else {
    let start = 0
    /** 鸡蛋给301和302各一板: what stands before the doors is for each of them. */
    let joined: Address[] = []
    for (const [index, place] of places.entries()) {
      const address = complete(place, null)
      const next = places[index + 1]
      const isFirst = areJoined(message, place, next) && joined.length < MOST_JOINED && wantsForEach(message, next)
      if (isFirst) joined.push(address)
      else {
        scopes.push({ start, address, said: true, ...(joined.length > 0 ? { also: joined } : {}) })
        joined = []
        start = place.end
      }
    }
  }
  const lead = message.text.slice(Math.max(0, first.start - 8), first.start)
  const isMine = message.says(MINE, lead)
  const isOthers = own.room !== null && complete(first, null).room !== own.room && !isMine
  const forOthers = message.says(OTHERS) || isOthers
  const said = [...scopes]
  if (forOthers && leading && context.sender.role === 'resident') {
    /** 帮502的老人带豆油，我自己要电池，我是401. */
    const declared = places.find(
      ({ start, end }) => start > first.end && end >= message.text.length - 2 && message.between(Math.max(0, start - 8), start, MINE),
    )
    const mine = declared === undefined ? (isMine ? complete(first, null) : own) : complete(declared, null)
    for (const clause of message.clauses) {
      const scope = scopeAt(said, clause.start)
      if (scope?.said && clause.start > first.end && isOwnAgain(message, clause) && message.placesIn(clause).length === 0)
        scopes.push({ start: clause.start, address: mine, said: false })
    }
  }
  return scopes.length < 2 ? scopes : scopes.sort((a, b) => a.start - b.start)
}

/** The scope in which an offset lies; scopes are in order. */
export const scopeAt = (scopes: readonly Scope[], offset: number): Scope | undefined => {
  let low = 0
  let high = scopes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scopes[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return previous(scopes, low) ?? scopes[0]
}
