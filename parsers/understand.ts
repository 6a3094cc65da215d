/** The parser's one entry: a message and what is known around it, to what it does. */
import type { LayoutFacts } from '../config/catalogue-types.js'
import { isOnlyTold, offersToNeighbours } from './acts-of-resident.js'
import { asMostWrite } from './as-most-write.js'
import { asOrdered, withoutAsides } from './asides.js'
import { readCommand } from './commands.js'
import { cryWithin } from './cry-within.js'
import { readDoorTable } from './door-table.js'
import { ownAddress, scopeAt, scopesOf } from './households.js'
import { isIdleTalk } from './idle-talk.js'
import { SKIP } from './in-place.js'
import { readChain } from './jielong.js'
import { findPlaces, type Place } from './matchers/addresses.js'
import { likelyDanger, likelyDistress } from './matchers/likely-danger.js'
import { type Need, TAKE } from './matchers/need.js'
import { readNeeds } from './matchers/needs.js'
import { testedActs } from './matchers/rounds.js'
import type { BySound } from './matchers/unknown.js'
import { type Alarm, readAlarm, readMedicine } from './matchers/urgent.js'
import { has, Message } from './message.js'
import { orderActs } from './orders.js'
import { pattern } from './pattern.js'
import { readPostal } from './postal/read.js'
import { withItsHaste } from './pressing-part.js'
import { quoteIn } from './quote-in-text.js'
import { changesUnnamed, isAsEver, isByHalf, joinsIn, leansOnAnother, needsQuoted } from './quoted.js'
import { explain } from './reasons.js'
import { residentReading } from './resident.js'
import { residentInParts } from './resident-parts.js'
import { isNoCry, secondLook } from './second-look.js'
import { readShares } from './shares-of-good.js'
import { signedAndAsked } from './signed-and-asked.js'
import { SignSet } from './signs.js'
import { staffLook } from './staff-look.js'
import { readInParts } from './staff-parts.js'
import { isForAPerson, staffReading } from './staff-reading.js'
import { foldText } from './text.js'
import { toldAndAsked } from './told-and-asked.js'
import type { Act, Address, Context, Understanding } from './types.js'
import type { Vocabulary } from './vocabulary.js'
import { IS_TO_STAND } from './words/cancels.js'
import { ASKED, RUN_OUT } from './words/pressing.js'

export interface ReaderOptions {
  /** Which doors can exist. */
  layout?: LayoutFacts
  /** Confidence from which a reading is acted on, and from which a person looks at it. */
  takeAbove?: number
  reviewAbove?: number
}

export interface Reader {
  understand(text: string, context: Context, options?: { explain?: boolean }): Understanding
  /** Building, unit and room of a full postal address or of a door as it is written in chat. */
  readAddress(text: string): Address
}

const isCry = (urgent: Understanding['urgent']): boolean => urgent === 'emergency' || urgent === 'distress'
/** What is ordered beside it is brought too. */
const withCry = (calm: Reading, alarm: Alarm, message: Message, own: Address): Reading => ({
  ...calm,
  acts: [
    { act: 'request', address: own, span: { start: message.at(alarm.start), end: message.at(alarm.end) } },
    ...calm.acts.filter(isChange),
  ],
  urgent: 'emergency',
  alarm,
})

const LONGEST = 100_000

export const readerWith = ({ lexicon, bySound, turns, staffTurns }: Vocabulary, options: ReaderOptions = {}): Reader => {
  const { layout } = options
  const readAlias = (alias: string): Place | null => {
    const [place] = findPlaces(foldText(alias.slice(0, 100), lexicon.fold), layout, (_, index) => index)
    return place ?? null
  }
  return {
    readAddress: (text) => readPostal(foldText(text, lexicon.fold).text),
    understand: (written, around, { explain: told = false } = {}) => {
      const { text, context } = replyIn(asMostWrite(written), around)
      const message = new Message(text.length > LONGEST ? text.slice(0, LONGEST) : text, lexicon, layout)
      if (told) message.note()
      const own = ownAddress(context, readAlias)
      const openPart = (other: string): Message => {
        const part = new Message(other.slice(0, LONGEST), lexicon, layout)
        if (told) part.note()
        return part
      }
      const calm = decide(message, context, own, { bySound, turns, staffTurns }, openPart)
      const cry = context.sender.role !== 'resident' || isCry(calm.urgent) ? null : cryWithin(message, turns, openPart)
      const found = cry === null ? calm : withCry(calm, cry, message, own)
      const confidence = Math.max(0, Math.min(1, found.confidence))
      const review =
        found.review || (found.acts.length > 0 && confidence < (options.takeAbove ?? 0.6) && confidence >= (options.reviewAbove ?? 0.3))
      const { acts, urgent, command } = found
      return { acts, urgent, confidence, review, command, reasons: told ? explain(found.without ?? message, found) : [] }
    },
  }
}

/** What is quoted in the text itself is no part of what is said: each sign of the reply keeps its place. */
const replyIn = (text: string, context: Context): { text: string; context: Context } => {
  const quote = context.quoted == null ? quoteIn(text) : null
  return quote === null
    ? { text, context }
    : { text: SKIP.repeat(quote.until) + text.slice(quote.until), context: { ...context, quoted: { text: quote.text } } }
}

export interface Reading {
  acts: Act[]
  urgent: Understanding['urgent']
  confidence: number
  review: boolean
  command: Understanding['command']
  alarm: Alarm | null
  needs: Need[]
  /** What was read, where asides were left out before. */
  without?: Message
  /** Where the message as a whole is plainly like another kind than its words were read as. */
  likeness?: { likely: string; now: string; turns: (count: number) => string[] }
}

/** Of many doors' orders one may be for a medicine that keeps somebody alive. */
const isVital = (act: Act): boolean => act.act === 'order' && act.lines.some(({ medicine }) => medicine === 'life-sustaining')

const RECALL_NOTICE = pattern(() => /撤回了一条消息|recalled a message/u)

const decide = (
  message: Message,
  context: Context,
  own: Address,
  /** `calm`: no cry was heard in the whole that this is a part of. */
  words: Pick<Vocabulary, 'bySound' | 'turns'> & { staffTurns: Vocabulary['staffTurns'] | null; calm?: true },
  open: (text: string) => Message,
): Reading => {
  const { bySound, turns, staffTurns, calm = false } = words
  const command = readCommand(message, context)
  const staff = context.sender.role !== 'resident'
  const nothing: Reading = { acts: [], urgent: null, confidence: 1, review: false, command, alarm: null, needs: [] }
  if ((command !== null && (staff || command.kind === 'code')) || message.says(RECALL_NOTICE)) return nothing
  const bare = onlyDoor(message, context, own)
  if (bare !== null) return { ...nothing, acts: [bare] }
  const tested = staff ? [] : testedActs(message, context, own)
  if (tested.length > 0) return { ...nothing, acts: tested }
  const chain =
    readDoorTable(message, context, bySound, open) ?? readShares(message, context) ?? readChain(message, context, own, bySound, open)
  if (chain !== null) return { ...nothing, acts: chain, urgent: chain.some(isVital) ? 'medicine' : null, confidence: 0.9 }
  if (!staff && isIdleTalk(message)) return { ...nothing, confidence: 0.9 }

  const said = readNeeds(message, bySound)
  const needs = said.length > 0 ? said : needsQuoted(message, context, (text) => readNeeds(open(text), bySound))
  const firstNeed = needs.find((need) => need.weight >= TAKE)?.start ?? -1
  const scopes = scopesOf(message, context, own, firstNeed)
  const heard = quietened(calm ? readMedicine(message, needs) : readAlarm(message, needs), message, staff)
  const isDoubted = !staff && heard !== null && isNoCry(heard.kind, message, turns)
  const alarm = isDoubted
    ? readMedicine(message, needs)
    : (heard ?? (calm ? null : (likelyDanger(message, needs, staff, turns) ?? (staff ? null : likelyDistress(message, turns)))))
  const rest = staff || (alarm !== null && alarm.kind !== 'medicine') ? null : withoutAsides(message)
  if (rest !== null) {
    const without = open(rest)
    return { without, ...decide(without, context, own, { ...words, calm: true }, open), ...(isDoubted ? { review: true } : {}) }
  }
  const reading = { ...nothing, alarm, needs, urgent: alarm?.kind ?? null }
  const here = scopeAt(scopes, 0)?.address ?? own
  const first = firstLook(message, context, reading, { scopes, here, own, bySound })
  if (!staff) {
    const ordered = context.openOrder == null ? { ...first, acts: asOrdered(first.acts, message) } : first
    const read = message.says(ALL_BUT) ? first : secondLook(ordered, { message, context, scopes, here, own, turns })
    if (isDoubted) return { ...read, review: true }
    if (context.openOrder != null || context.quoted != null) return read
    const part = (text: string): Reading => decide(open(text), context, own, words, open)
    return withItsHaste(message, residentInParts(message, read, part) ?? signedAndAsked(message, read, part) ?? read, part)
  }
  const part = (text: string, room = context.room): Reading => {
    const house: Address = { building: room.building ?? null, unit: room.unit ?? null, room: null }
    return decide(open(text), { ...context, room }, house, { ...words, staffTurns: null }, open)
  }
  const whole = readInParts(message, first, context, part) ?? toldAndAsked(message, first, part) ?? first
  return staffTurns === null ? whole : staffLook(whole, { message, context, scopes, here, own, turns: staffTurns })
}

/** What stands around a message's needs. */
interface Surroundings {
  scopes: ReturnType<typeof scopesOf>
  /** The address that it speaks of, and the writer's. */
  here: Address
  own: Address
  bySound: BySound
}

/** By its words. `reading` holds its needs and its alarm. */
const firstLook = (message: Message, context: Context, reading: Reading, { scopes, here, own, bySound }: Surroundings): Reading => {
  const { needs, alarm, command } = reading
  const staff = context.sender.role !== 'resident'
  const whole = { start: 0, end: message.raw.length }
  if (alarm?.kind === 'emergency')
    return { ...reading, acts: [{ act: 'request', address: whereInDanger(message, here, own), span: whole }] }
  const acts = staff
    ? staffReading(message, context, needs, scopes, bySound)
    : residentReading(message, context, { needs, scopes, here, own })
  if (staff && alarm?.kind === 'medicine' && acts.length > 0 && acts.every((act) => act.act === 'stock' || act.act === 'delivered'))
    return { ...reading, acts, urgent: null, alarm: null }
  if (alarm?.kind === 'distress') {
    const ordered =
      message.says(WITH_A_BLADE) || message.says(HOARDED)
        ? []
        : staff || acts.some(isChange)
          ? acts
          : orderActs(message, surelyWanted(message, needs), scopes, null)
    const kept = ordered.filter(namesGoods)
    const asked: Act[] = alarm.helpAsked && kept.length === 0 ? [{ act: 'request', address: here, span: whole }] : []
    return { ...reading, acts: [...kept, ...asked] }
  }
  if (
    alarm?.kind === 'medicine' &&
    !(staff && message.places.length === 0 && here.building === null) &&
    (acts.length === 0 ||
      (acts.every((act) => act.act === 'request' || isHint(act, message) || isSpoiledAtHome(act, message)) && isForTheShop(message, needs)))
  )
    return { ...reading, acts: medicineAct(message, needs, scopes, here), confidence: 0.8 }
  if (!staff && alarm?.kind === 'medicine' && acts.some(isChange) && acts.some((act) => isSpoiledAtHome(act, message)))
    return { ...reading, acts: acts.filter((act) => !isSpoiledAtHome(act, message)), confidence: 0.8 }
  if (!staff && acts.length === 0 && offersToNeighbours(message)) return reading
  if (
    acts.length === 0 &&
    (needs.length === 0 || joinsIn(message)) &&
    !staff &&
    leansOnAnother(message) &&
    /要|来|买|同上|一样|\+1/u.test(message.text)
  )
    return { ...reading, confidence: 0.4, review: true }
  const leftToTheShop = !staff && message.says(LEFT_TO_THE_SHOP)
  const byHalf = isByHalf(message)
  const unsaid = (): boolean =>
    leftToTheShop ||
    byHalf ||
    message.says(IS_TO_STAND) ||
    changesUnnamed(message) ||
    isAsEver(message) ||
    message.says(UNNAMED_MEDICINE) ||
    message.says(NOTHING_TO_EAT) ||
    isForeign(message)
  const isDoubtful = staff ? acts.length === 0 && isForAPerson(message) : (acts.length === 0 && unsaid()) || message.says(ALL_BUT)
  if (isDoubtful) return { ...reading, confidence: 0.4, review: true }
  const { confidence, review } = confidenceOf(needs, acts, staff)
  /** What is named is taken, and a person sees what is left to the shop beside it. */
  return {
    acts,
    urgent: reading.urgent,
    confidence,
    review: review || leftToTheShop || byHalf || (staff && acts.every(({ act }) => act === 'delivered') && isForAPerson(message)),
    command,
    alarm,
    needs,
  }
}

/** 有没有人需要速效救心丸，我家多一瓶: who gives it away needs none. */
const quietened = (alarm: Alarm | null, message: Message, staff: boolean): Alarm | null =>
  (alarm?.kind === 'medicine' && (offersToNeighbours(message) || (staff && message.places.length === 0 && message.says(TO_MANY)))) ||
  (alarm?.kind === 'emergency' && staff && message.says(NOT_CARRIED) && message.between(alarm.start, alarm.end, NO_ANSWER))
    ? null
    : alarm

/** 502门反锁喊不答应，没送成: told by who carries, of a door that did not open. */
const NOT_CARRIED = pattern(
  () =>
    /没(?:送|派|交|给)(?:成|到|出去)|[带拿拎]回(?:来|去)?了|(?:放|存|搁|寄)(?:在|到|回|了)?[^,。]{0,4}(?:岗亭|门口|驿站|服务站|值班室|居委会|保安亭|把手|门卫|物业)|(?:外出|不在家|人不在|在洗澡|隔离去|转运)/u,
)
const NO_ANSWER = pattern(() => /(?:喊|叫|敲|拍)[^,。]{0,3}(?:不|没)(?:答应|应|开|理)|^没(?:有)?(?:反应|动静|人应)/u)

/** 各家有没有缺药的; 送药的同志注意，胰岛素要带冰袋: spoken to many, of nobody's need. */
const TO_MANY = pattern(
  () =>
    /各家|各户|各位|大家|谁家(?:有|还|要|需|缺)|哪家(?:有|还|要|需|缺)|有没有[^,。]{0,3}(?:缺|断|没)[^,。]{0,6}的|同志们?注意|注意[:,]|记得|切记/u,
)

/** 我又拿刀片划自己了: no blade is ordered. */
const WITH_A_BLADE = pattern(
  () => /(?:拿|用|握|攥)(?:着|了|起)?(?:一?[把片])?(?:水果|美工|小|剃须)?(?:刀片?|剪刀|玻璃)[^,。]{0,4}(?:划|割|扎|刺|捅|在|往|朝|对着)/u,
)
/** 安眠药我攒了一小瓶了: pills that were put by for it. */
const HOARDED = pattern(
  () => /(?:[药片丸粒][^,。]{0,4}(?:攒|存|囤|藏|省|留)(?:了|着|下|够)|(?:攒|存|囤|藏|省下)(?:了|着|够)?[^,。]{0,8}[药片丸粒])/u,
)
const isChange = ({ act }: Act): boolean => act === 'order' || act === 'amend'

/** 要一袋挂面。爸走了我连面都没见着: what else is said at the end of one's strength is no complaint of goods. */
const surelyWanted = (message: Message, needs: readonly Need[]): Need[] =>
  needs.filter((need) => need.weight > TAKE && need.qty !== null && !need.negated && !isOnlyTold(message, need.clause))

/** 给我一个活下去的理由 is an order by its form alone. */
const namesGoods = (act: Act): boolean =>
  (act.act === 'order' && act.lines.some((line) => line.known)) || (act.act === 'amend' && act.changes.some((line) => line.known))

/** 我们单元楼顶有人要跳: not in the writer's home either. */
const IN_OUR_UNIT = pattern(
  () =>
    /(?:(?:我们|咱们?|俺们?)(?:这个?)?单元|单元(?:楼道|楼梯|门口|楼顶))[^,。]{0,8}(?:有|站着|坐着|躺着|倒着|趴着)(?:个|一个|位|一位)?[^,。]{0,4}(?:人|[男女](?:的|孩|生)|小伙|姑娘|老头|老太|孩子|小孩|学生|大爷|大妈|大娘)|(?:人|[男女](?:的|孩|生)|小伙子?|姑娘|老头|老太太?|孩子|小孩|学生|大爷|大妈|大娘)[^,。]{0,6}(?:我们|咱们?|俺们?)(?:这个?)?单元/u,
)
const whereInDanger = (message: Message, here: Address, own: Address): Address => {
  if (message.places.length > 0) return inDanger(message, here)
  return message.says(IN_OUR_UNIT) ? { ...own, room: null } : own
}

const MINE = pattern(() => /我(?!看|听|闻|们单元|们楼|们栋)|俺|咱家/u)

/** 21栋1单元门口躺着个老头: not at the writer's door, though it is in the writer's unit. */
const inDanger = (message: Message, here: Address): Address =>
  message.places.every((place) => place.room === null) && !message.says(MINE) ? { ...here, room: null } : here

/** 除了肉丝都取消: what is left is for a person to see. */
const ALL_BUT = pattern(
  () =>
    /除了?[^,。]{1,12}(?:外|以外)?,?(?:其他|别的|其余|剩下的?)?(?:全|都|全都|全部)(?:给我)?(?:取消|不要|退|撤|删|划|勾|抹|砍|去掉|不订|不买)/u,
)

/** 菜随便配点，50块钱的; 要一提纸: what exactly, a person must choose. */
const LEFT_TO_THE_SHOP = pattern(
  () =>
    /菜[^,。]{0,4}(?:随便|看着|帮我|给我)[^,。]{0,2}(?:配|搭|拿|挑|选)[点些]|(?:随便|看着|帮我|给我)[^,。]{0,2}(?:配|搭|拿|挑|选)[点些]菜|[\d一两二三四五六七](?:个|口)人的?菜|配[\d一两二三四五六七]天的(?:菜|$|[,。!吧])|(?:^|[,。]|[要买带来捎拿整弄订加])(?:我)?(?:\d|[一两二三四五几])[提卷包箱袋]纸(?:$|[,。!吧\s、\d一二两三四五六七八九十半])/u,
)

/** 买两盒药，蓝盒子的那种; 药单发你了，照单买: which one, a person must find out. */
const UNNAMED_MEDICINE = pattern(
  () =>
    /[买要带来捎配][^,。]{0,2}(?:\d|[一二两三四五半几])[盒瓶板支袋包]药(?![酒皂膏水])|药[^,。]{0,4}(?:再|也)?(?:来|要|买|带)(?:\d|[一二两三四五半几])[盒瓶板支袋包]|(?:药单|药方|处方|药名)[^,。]{0,6}发[^。]{0,10}(?:照|按)/u,
)

/** 断粮了, 给送点吃的吧, 501订的那种给我家也来一份: what, a person must ask. */
const NOTHING_TO_EAT = pattern(
  () =>
    /(?:^|[,。])(?:要|来|买|想要)[点些]?吃的,?[^,。]{0,2}(?:啥|什么|随便|都)|断(?:粮|顿|炊)了?(?=$|[,。!])|没(?:有|得)?吃的了|没(?:有|得)?(?:东西|啥|饭|粮)(?:吃|下锅)?了(?=$|[,。!])|揭不开锅|(?:送|给|弄|整|带|捎)(?:我|我家)?[点些]儿?吃的|给(?:我|咱)(?:们)?(?:家)?也?(?:来|带|捎|订|买)(?:上)?[一两]份/u,
)

/** картошка 3 кг; wo yao niunai 2 he: what is counted in a language that is not read, a person may read. */
const OTHER_SCRIPT = pattern(() => /[\u0400-\u04ff]{3}|[\uac00-\ud7a3]{2}|[\u3040-\u30ff]{3}|[\u0600-\u06ff]{3}|[\u0e00-\u0e7f]{3}/u)
const ONLY_LATIN = pattern(() => /^(?=\D*\d)[a-z\d\s,.!?'":;-]*$/u)
const isForeign = (message: Message): boolean =>
  message.amounts.length > 0 &&
  (message.says(OTHER_SCRIPT) ||
    (message.text.length > 12 && message.says(ONLY_LATIN) && message.tokens.every(({ good, cues }) => good === null && cues === 0)))

const ASKED_BARE = /^(?:我是|我家|我住|住|是|在|门牌|房号|:|\s)*$/u

const LONGEST_AROUND = 20
const SMALL = new SignSet('。.!, \n室的号呢哈啊呀~吧')
const withoutSmall = (text: string, from: number, to: number): string => {
  let rest = ''
  for (let index = from; index < to; index++) if (!SMALL.has(text.charCodeAt(index))) rest += text.charAt(index)
  return rest
}

/** 202 老周, of 老周. */
const isOwnName = (words: string, { sender }: Context): boolean => words.length > 1 && (sender.alias ?? '').includes(words)

/** A bare 202: the answer to the bot's question. */
const onlyDoor = (message: Message, context: Context, own: Address): Act | null => {
  const [place, more] = message.places
  if (place === undefined || more !== undefined || place.room === null || context.sender.role !== 'resident') return null
  if (message.text.length - (place.end - place.start) > LONGEST_AROUND) return null
  const around = withoutSmall(message.text, 0, place.start) + withoutSmall(message.text, place.end, message.text.length)
  if (around !== '' && !ASKED_BARE.test(around) && !isOwnName(around, context)) return null
  const [scope] = scopesOf(message, context, own, -1)
  return scope === undefined
    ? null
    : { act: 'bind', address: scope.address, span: { start: message.at(place.start), end: message.at(place.end) } }
}

/** 能买到硝酸甘油吗: asked, and meant as an order. */
const isHint = (act: Act, message: Message): boolean => act.act === 'query' && (message.says(ASKED) || message.says(RUN_OUT))

/** 家里氧气袋瘪了，能不能换两个满的; 家里翻遍了舍曲林没有了: a medicine is no complaint where it was not delivered so. */
const isSpoiledAtHome = (act: Act, message: Message): boolean =>
  act.act === 'problem' &&
  ((act.what === 'damaged' && (message.says(AT_HOME) || !message.says(JUST_CAME))) ||
    (act.what === 'missing' && !message.says(NOT_BROUGHT) && !message.says(JUST_CAME)))
const NOT_BROUGHT = pattern(() => /少(?:了)?[一两三\d个]|没给|漏|没送|没收|没见|没看|没拿到|袋子?里|包里|核对|清点/u)
const JUST_CAME = pattern(() => /送来|送的|收到|给我?的|发的|拿到|订的|昨天的|今天的/u)
const AT_HOME = pattern(() => /家里|屋里|我家的|冰箱/u)

const BY_ANOTHER_WAY = pattern(
  () =>
    /车|医院|上门|大夫|医生|门诊|开药|处方|本人|证|匀|借|谁家|哪家|邻居|有没有人|换药|取上来|拿上来|取一?下|(?:门岗|驿站|快递[站架柜]|岗亭|门卫|小区门口|大门口)[^。]{0,24}(?:取|拿|捎)/u,
)

/** A medicine that is named can be bought: no ride or paper is asked for, and no neighbour. */
const isForTheShop = (message: Message, needs: readonly Need[]): boolean =>
  needs.some((need) => need.good !== null && need.good.medicine !== '' && !need.negated) && !message.says(BY_ANOTHER_WAY)

/** A medicine is pressing, but stands in no line: what was named is ordered, else a person must look after it. */
const medicineAct = (message: Message, needs: readonly Need[], scopes: ReturnType<typeof scopesOf>, here: Address): Act[] => {
  const named = needs
    .filter((need) => need.good !== null && need.good.medicine !== '' && !need.negated)
    .map((need) => need.with({ weight: TAKE }))
  const span = { start: 0, end: message.raw.length }
  if (named.length > 0 && !/匀|借|谁家有/u.test(message.text)) return orderActs(message, named, scopes, null)
  return [{ act: 'request', address: here, span }]
}

/** How sure: by how surely its lines are wanted; something weakly wanted and not taken is for a person to look at. */
const confidenceOf = (needs: readonly Need[], acts: readonly Act[], staff: boolean): { confidence: number; review: boolean } => {
  const orders = acts.some((act) => act.act === 'order' || act.act === 'amend')
  if (orders) {
    let weakest = 9
    for (const { weight, negated } of needs) if (weight >= TAKE && !negated) weakest = Math.min(weakest, weight)
    return { confidence: Math.min(0.98, 0.55 + weakest * 0.08), review: false }
  }
  if (acts.length > 0 || staff) return { confidence: 0.9, review: false }
  const doubtful = needs.some(
    (need) =>
      !need.negated &&
      ((need.weight === TAKE - 1 && (need.qty !== null || has(need.clause.cues, 'want'))) ||
        (need.weight >= -1 && need.good !== null && need.unit !== null)),
  )
  return doubtful ? { confidence: 0.4, review: true } : { confidence: 0.9, review: false }
}
