/** What a message of staff or a volunteer does: what they carried and tell of, what households asked of them, what they ask themselves. */
import { asksNeighbours, readsAsCancel, readsAsRequest } from './acts-of-resident.js'
import { asksOffice, callsFor, OFFERS_HELP, staffActs } from './acts-of-staff.js'
import type { Scope, scopesOf } from './households.js'
import { ON_BEHALF } from './matchers/delivery.js'
import { isForgottenToNote } from './matchers/errands.js'
import { type Need, TAKE } from './matchers/need.js'
import { isNothing, readNamed } from './matchers/staff.js'
import type { BySound } from './matchers/unknown.js'
import { has, type Message } from './message.js'
import { callActs } from './office/calls.js'
import { orderActs } from './orders.js'
import { pattern } from './pattern.js'
import { previous } from './rows.js'
import { turned } from './second-look.js'
import { asAskedFor, asCounted, asPutRight, callsOff, isAddedTo, takenOff } from './staff-changes.js'
import { isNamedInFull } from './tokens.js'
import type { Act, Address, Context } from './types.js'
import { NOT_SENT } from './words/delivery.js'
import { TOOK_CARD } from './words/on-the-way.js'
import { DAMAGED_PLAINLY, HOUSE, LATE, MISSING_PLAINLY, WRONG } from './words/problems.js'

/** 代8-2-601撤单. */
const BACKS_OUT = pattern(
  () =>
    /(?:今天|昨天|家|的)的?(?:单子?|订单)(?:全部|全|都|整个)(?:退|取消|撤|不要|销掉|作废)|(?:退|取消|撤|删)掉?(?:全部|所有|一切)(?:的)?(?:东西|菜|货|订单|单子)?(?:$|[,。!了吧])|^[^,。]{0,16}(?:订|报|要|登|下)的[^,。]{0,4}(?:都|全|全都)(?:不要|不用|取消|退|撤)(?:掉)?了|^(?:帮|代|替|给)?[^,。]{0,16}(?:整单[^,。]{0,3}(?:取消|退|撤|不要)|撤单|退单|取消(?:订单|全部)|全(?:部)?取消|撤了吧|单子?,?(?:全部?|全都|都)?(?:撤|退|取消)(?:掉)?)(?:$|[,。!了吧])/u,
)

/** 6-2-401说不要了: told to staff by the household. */
const SAYS_NO = pattern(() => /(?:不要|不订|不买|不用(?:送|买|带)?|唔要)(?:了|啦|喇|咯)(?!紧)/u)

/** 17-2-302打电话说虾不要了，别给配: what the household leaves out, and no bag that was not carried. */
const TOLD_NOT_TO = pattern(
  () =>
    /(?:说|讲|来电话?|打电话|捎话|留言|发微信|[让叫托请](?:我|咱|帮))[^。]{0,24}(?:不要了|不用了|别要了|不订了|不买了|去掉|取消|退(?:了|掉),?(?:换|改)|别(?:给|送|买|配|拿|带))/u,
)

/** 3-2-402的菜少了一袋: staff tell of a household's complaint; a person must look after it. */
const isReported = (message: Message): boolean =>
  !isForgottenToNote(message) &&
  message.places.some((place) => place.room !== null) &&
  ((message.clauses.length === 1 && (message.says(MISSING_PLAINLY) || isSpoiltGood(message))) ||
    (message.says(MISSING_PLAINLY) && !has(message.cues, 'want') && !message.says(ON_BEHALF)) ||
    (message.says(TOLD_US) &&
      (message.says(MISSING_PLAINLY) || message.says(DAMAGED_PLAINLY) || message.says(WRONG) || message.says(LATE))))
/** 5-3-302家鸡蛋碎了; a door or a pipe is mended. */
const isSpoiltGood = (message: Message): boolean =>
  message.says(DAMAGED_PLAINLY) && !message.says(HOUSE) && message.tokens.some(isNamedInFull)
const TOLD_US = pattern(
  () => /(?<=[\d室户家人妈爷奶姨叔伯她他])(?:刚才?|又|下楼|下来|过来|跑来|打来|也){0,2}(?:说|讲|反映|反馈|投诉|来电话?|打电话|来问|抱怨)/u,
)

export const staffReading = (
  message: Message,
  context: Context,
  needs: readonly Need[],
  scopes: ReturnType<typeof scopesOf>,
  bySound: BySound,
): Act[] => {
  const calls = callActs(message, scopes)
  if (calls.length > 0) return [...calls, ...orderActs(message, needs, scopes, context.openOrder ?? null)]
  const [door] = scopes
  const cancels = (): Act[] => cancelsOf(message, scopes)
  if (callsOff(message)) return cancels()
  const off = takenOff(message, scopes)
  if (off.length > 0) return off
  if (door?.said && message.says(BACKS_OUT) && !needs.some((need) => need.good !== null)) return cancels()
  const wanted = needs.some((need) => need.weight >= TAKE && !need.negated && need.qty !== null && !isCarried(need, message))
  if (door?.said && (message.says(TOLD_NOT_TO) || message.says(REST_STAYS)) && needs.some((need) => need.negated && need.good !== null)) {
    const changes = orderActs(message, needs, scopes, context.openOrder ?? null)
    if (changes.length > 0) return changes
  }
  const home = context.sender.home
  if (home != null && message.places.length === 0 && message.says(FOR_MYSELF))
    return orderActs(message, needs, [{ start: 0, address: home, said: false }], context.openOrder ?? null)
  const acts = asksNeighbours(message) ? [] : staffActs(message, context, bySound)
  if (wanted && message.places.some((place) => place.room !== null) && isAllHandedOver(message)) {
    const carried = acts.length > 0 ? acts : handedOver(message, context)
    if (carried.length > 0) return carried
  }
  if (acts.length > 0 && !(wanted && message.places.length > 0 && !acts.some((act) => act.act === 'risk' || act.act === 'round')))
    return acts
  if (acts.every(({ act }) => act === 'undelivered') && isReported(message) && (acts.length === 0 || message.says(TOLD_US))) return []
  if (message.places.some((place) => place.room !== null)) {
    const [scope] = scopes
    if (
      scope !== undefined &&
      (readsAsCancel(message, needs) || (needs.length === 0 && message.says(SAYS_NO) && !message.says(REST_STAYS)))
    )
      return cancels()
    const open = openNeeds(message, needs)
    if (open === null) return acts
    const orders =
      (message.says(ASKS_THEM) && needs.every(({ qty }) => qty === null)) || message.says(NOT_TAKEN_DOWN) || isReported(message)
        ? []
        : onBehalf(message, allowed(message, open), scopes, context)
    if (orders.length > 0) return [...acts.filter((act) => isToldApart(act, needs, message)), ...orders]
    if (scope !== undefined && acts.length === 0 && readsAsRequest(message))
      return [{ act: 'request', address: scope.address, span: { start: 0, end: message.raw.length } }]
  }
  return acts.length > 0 || door === undefined ? acts : ownWish(message, door.address)
}

const onBehalf = (message: Message, needs: readonly Need[], scopes: readonly Scope[], { openOrder }: Context): Act[] => {
  const acts = asPutRight(asCounted(asAskedFor(orderActs(message, needs, scopes, openOrder ?? null), message), message), message)
  return isAddedTo(message, needs) ? turned(acts, message) : acts
}

/** 20-3-401 两桶油一袋米已送达: what was carried, told with its amount. */
const CARRIED = pattern(
  () =>
    /签(?:收|字|名)了?|(?<![没不未])收(?:了|走了|好了)|(?:已经?|都|全|均)(?:送|派|发|放|交|挂|配送)(?:达|到|齐|完|妥|好|上)?|(?:送|派|放|交|挂|配送)(?:达|到|齐|完|妥|好|上)?(?:门口|手里|手上|家)?了|送达|派齐|delivered|dropped/u,
)
const isCarried = ({ clause }: Need, message: Message): boolean =>
  message.says(CARRIED, clause) && !has(clause.cues, 'want') && !has(clause.cues, 'add') && !message.says(NOT_SENT, clause)

/** 8-1-302盐两袋糖一袋搁窗台上喽, 面条三把，王老师本人签字: handed over, in a message that asks for nothing. */
const HANDED_OVER = pattern(
  () =>
    /(?:放|搁|挂|堆|塞|摆|放低)(?:咗|在|到|喺|进)?[^,。]{0,6}(?:门口|们口|门把|门垫|脚垫|窗台|凳子|箱[里上]|架子?上|柜上|消防栓)|签收|签字|签名|签受|(?:送|交|派|递|拎|拿)(?:脱|咗|到|达|齐|完|上)(?:了|喇|咗|佢|手|门|楼)|(?:送|交|派)(?:咗|脱)|(?:收|接|拿|取)(?:了|咗|的(?=[,。]|$))|已(?:送|给|派|交)|给(?:了|咗)(?=$|[,。])|(?:扛|背|拎|提|抬|搬)上(?:去|来)了?|全妥|发完(?=$|[,。])|帮收了/u,
)
const ASKS_FOR_GOODS = pattern(
  () =>
    /要(?!不|是|么)|想|订(?!的)|下单|买|代|帮(?!收|他收|她收|忙登记下)|麻烦|缺|需要|[再多]加|补(?!报)|让(?:我|下|再)|说(?:再|还|明|下)|还(?:差|缺|少)|没(?:送|收|拿|给|要)|拒收|[不别]要|唔要|不在|没人|冇人|忘|求|托|得(?:给|送)|今天得|必须|务必|登|记[上下着]|再多|又拽|不用给|吃完|[断停]|没了|打来|来电|打电话|明天|下午送|晚上送/u,
)
const isAllHandedOver = (message: Message): boolean =>
  (message.says(HANDED_OVER) || isBroughtTo(message)) &&
  !message.says(TOOK_CARD) &&
  !message.says(ASKS_FOR_GOODS) &&
  !message.says(NOT_SENT)
/** 30-2-402送到两箱牛奶一袋米: told, where the door stands first. */
const isBroughtTo = (message: Message): boolean =>
  message.may(BROUGHT) && message.places.some(({ room, end }) => room !== null && message.between(end, end + 8, BROUGHT))
const BROUGHT = pattern(() => /^(?:家|室)?(?:的)?(?:刚|已经?|都|\s)*送(?:到|达)(?!吗|前|没)/u)
const handedOver = (message: Message, { room }: Context): Act[] => {
  const named = readNamed(message, message.clauses, room, null)
  return isNothing(named) ? [] : [{ act: 'delivered', ...named, span: { start: 0, end: message.raw.length } }]
}

/** 几点截单啊，楼上好几家问我; 谁有多的口罩匀我两个: what they ask themselves. */
const ownWish = (message: Message, address: Address): Act[] => {
  const span = { start: 0, end: message.raw.length }
  if (message.says(OFFERS_HELP)) return []
  if (asksNeighbours(message) || (callsFor(message) && readsAsRequest(message))) return [{ act: 'request', address, span }]
  return asksOffice(message) ? [{ act: 'query', address, span }] : []
}

/** 我家也来三斤土豆: who carries has a home as well. */
const FOR_MYSELF = pattern(
  () =>
    /(?:我|俺|咱)(?:们)?(?:自己)?家(?:也|自己|自个儿?)?(?:先|再)?(?:要|来|订|买|加|报|登|缺|想要)|给(?:我|俺)(?:自己)?家(?:也)?(?:来|订|带|加|报|登|记|捎)/u,
)

/** 501的宝妈还差啥不？奶粉够不够: asked of a household. */
const ASKS_THEM = pattern(
  () =>
    /够不够|够(?:吃|用|喝)?(?:吗|么)|还?[差缺要](?:点|些)?(?:啥|什么|哪些)|缺不缺|要不要|需不需要|差不差|有没有(?:需要|要)|想[要吃买]点?(?:啥|什么)/u,
)
/** 20:10 22-4-101 牛奶4袋, and in the next line 24-1-302 说没事了，不用登: home by home, of which one is settled. */
const isListOfHomes = ({ places, text }: Message): boolean => text.includes('\n') && places.filter(({ room }) => room !== null).length > 1

/** What is not settled; null where nothing is left to do. */
const openNeeds = (message: Message, needs: readonly Need[]): readonly Need[] | null => {
  if (!message.says(SETTLED_ALREADY)) return needs
  if (!isListOfHomes(message)) return null
  const open = needs.filter(({ clause }) => !message.says(SETTLED_ALREADY, message.sentences[clause.sentence] ?? clause))
  return open.length === 0 ? null : open
}

/** 想要两瓶白酒，没给登: refused by staff. */
const NOT_TAKEN_DOWN = pattern(
  () =>
    /没给登|没给报|没给记|没登|没记|没答应|我?(?:给)?劝(?:住|下|回去?)了|我(?:跟[他她]|和[他她])?(?:说|讲|告诉(?:他|她)?)[^,。]{0,3}(?:不行|不能|不让|没有|不可以|不给)/u,
)
/** Settled already, or refused: not to be read as anything else. */
export const isOver = (message: Message): boolean =>
  message.says(SETTLED_ALREADY) || message.says(NOT_TAKEN_DOWN) || message.says(NOT_ALLOWED)

/** 白酒现在不让带，别的有：花生米一包: what was named before it is not to be had. */
const allowed = (message: Message, needs: readonly Need[]): readonly Need[] => {
  const at = message.may(NOT_ALLOWED) ? message.clauses.findLastIndex((clause) => message.says(NOT_ALLOWED, clause)) : -1
  return at < 0 ? needs : needs.filter((need) => need.at > at)
}
const NOT_ALLOWED = pattern(() => /(?:不让|不给|不许|不准|(?<!能)不能)(?:带|买|送|进)/u)

/** 药不用了，别的照旧: only a part. */
const REST_STAYS = pattern(() => /(?:别的|其他|其它|其余|剩下的?)(?:的|都|还|就)?(?:照|正常|不变|不动|要|留|保留|还要)/u)

/** 602把米拿错了，我给换回来了: told when it was over. */
const SETTLED_ALREADY = pattern(
  () =>
    /我(?:已经|都|自己|马上|当场|后来|又)*(?:给|帮|替)?(?:[他她]|人家|老人)?(?:家|们)?(?:给)?(?:换|补|送|退|赔|调)(?:回来|回去|上|好|过去|齐)了|没事了|翻篇|已经?(?:解决|处理好|换好|补上|调好)了?/u,
)

/** 35-2-401和35-2-402的单都取消: each of the doors named in one breath. */
const ONE_BREATH = pattern(() => /^(?:室|号|家)?\s?[和跟与及、,]\s?$/u)
export const cancelsOf = (message: Message, scopes: readonly Scope[]): Act[] => {
  const span = { start: 0, end: message.raw.length }
  const doors = new Map(message.places.map((place, index) => [place.start, index]))
  const said = scopes.filter((scope) => scope.said && doors.has(scope.start))
  const [first] = scopes
  const joined = said.every(({ start }, index) => {
    const before = previous(message.places, doors.get(start) ?? 0)
    return index === 0 || (before !== undefined && message.between(before.end, start, ONE_BREATH))
  })
  const meant = said.length > 1 && joined ? said : first === undefined ? [] : [first]
  return meant.map(({ address }): Act => ({ act: 'cancel', address, span }))
}

/** 2-2-601送到了，老太太让再加一袋白糖: asked for at the door. */
const ASKED_AT_DOOR = pattern(
  () =>
    /(?:让|叫|托|请|喊|说)(?:我|咱|你们|下趟|下次|下回|明天|明早|再|又|给|帮|捎|他|她|顺便|还想)*(?:带|捎|加|来|买|订|拿|补|要|登|报|记)|(?:顺嘴|顺口|临走|开门|追出来|出来|又塞|塞)[^,。]{0,4}(?:又|还)?(?:说|要|塞|喊|嘱咐|交代)|给[他她](?:家)?(?:记|登|加)(?:着|上|一下|好)|(?:[她他]|人家|老人|[奶爷姨叔姐哥])(?:们)?家?(?:还|又|也)?(?:想|要)(?:要|再|在|给|把)?[^,。]{0,8}(?:带|捎|加|添|来|买|订|拿|补|要|\d|[一两二三四五六半])/u,
)

/** 5-2-301没人应门。代5-2-302订一包盐: what was carried is told in a sentence of its own. */
const isToldApart = (act: Act, needs: readonly Need[], message: Message): boolean =>
  (act.act === 'delivered' || act.act === 'undelivered') &&
  needs.every((need) => {
    const { start, end } =
      message.says(ON_BEHALF, need.clause) || message.says(ASKED_AT_DOOR, need.clause)
        ? need.clause
        : (message.sentences[need.clause.sentence] ?? need.clause)
    return act.span.end <= start || act.span.start >= end
  })

/** 除了5号和11号都送到了: all the rest of a list that only a person has before them. */
const REST_OF_LIST = pattern(
  () =>
    /除了?\s?\d{1,2}号?[^,。]{0,12}(?:都|全|其[他余它]|别的)[^,。]{0,4}(?:送|发|派)|(?:都|全)[^,。]{0,4}(?:送|发|派)[^,。]{0,4},(?:就)?除了?\s?\d{1,2}号/u,
)

/** Told by staff of a household, and nothing to be made of it but a person's look. */
export const isForAPerson = (message: Message): boolean =>
  isReported(message) ||
  (message.places.length === 0 && message.says(REST_OF_LIST)) ||
  (message.says(SAYS_NO) && message.says(REST_STAYS)) ||
  (message.places.length === 0 && message.amounts.length > 0 && message.says(FOR_MYSELF))
