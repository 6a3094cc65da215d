/** Test rounds: begun, done at these doors, who is still to come. */
import type { Clause, Message } from '../message.js'
import { pattern } from '../pattern.js'
import { readNumber } from '../tokens.js'
import type { Act, Address, Context } from '../types.js'
import { BEGINS, NOT_COME_DOWN, STILL_TO_COME, TICKED_OFF } from '../words/rounds.js'
import { cameFrom, lastOf, readNamed } from './staff.js'

export const ROUND = pattern(
  () =>
    /round \d|testing|核酸|采样|(?:第?[一二三四五六七八九十\d]{1,3}|[这本]一?)轮|新一轮|抗原(?:检测|自测|测试|筛查)|全员|自测|筛查|大筛|[未没漏](?:做|采|测|检|捅)|下楼[做采测]/u,
)
const ROUND_NO = pattern(() => /第?([一二三四五六七八九十\d]{1,3})轮/u)
const START = pattern(
  () =>
    /(?:starts|begins|started|starting)(?: now)?|开始|启动|起采|起测|开采|开做|开测|现在做|可以做了|开动|走起|开(?:整|搞|干|捅|弄)(?!活)/u,
)
const NOT_START = pattern(
  () =>
    /什么时候|几点|明天|明早|明日|后天|(?<!(?:楼长|组长|志愿者|抓紧|马上|分头|挨家|逐户|各单元|互相)[^,。]{0,3})通知(?![^,。]{0,6}:|到户|到位|到人|下去)|预计|准备(?!好(?:$|[,。!]))|结束|吗|\?|推迟|取消|没开始|还没|可能|要是|如果/u,
)
const REMAINING = pattern(
  () =>
    /(?:边户|边家|边个|边栋)[^,。]{0,4}(?:未|冇)|(?:谁|哪家|哪户|哪几[户家])(?:还)?漏|(?:本|这|第?[一二三四五六七八九十\d]{1,3})轮(?:还)?[缺差少欠](?:谁|哪|几|多少)|还?剩(?:谁|下谁|哪|哪些|几户|几家|多少)|还有(?:谁|哪|几|多少)|(?:谁|哪家|哪户|哪些人?|哪几[户家])(?:还)?(?:没|未)|没(?:做|采|测)的?(?:还有|有|是)?(?:谁|哪)|漏(?:了|采|做)?(?:谁|哪)|还?差(?:谁|哪|几|多少)|缺(?:谁|哪)|(?:谁|哪).{0,4}没(?:做|采|测|捅|下来|下楼)|落下?了?(?:谁|哪|几)|差几|(?:没|未)(?:上传|扫码|登记|报结果|下来)(?:结果)?的?(?:还)?(?:有|是)?(?:哪|谁|名单|多少|几)|[未没漏](?:做|采样?|测|检|参加)(?:过)?(?:核酸|抗原|采样)?(?:的)?(?:人员|住户|居民|人|家庭)?[^,。]{0,3}(?:名单|统计|报(?:给|一)|发(?:我|给|一|来)|列)/u,
)
const DONE = pattern(
  () =>
    /(?:(?<!开)[做采测捅检])(?:完|了|好|过|毕|咗|上了|上啦)|(?:已|都|全)(?:做|采|测|检|完成)|扫尾|核酸[^,。]{0,6}(?:都|全)下来了|一[个户家]不[落漏]|采样完|(?:核酸|采样|检测|抗原)[^,。]{0,6}(?:完成|结束|完事|完|搞定|齐了)|(?<!(?:开始|可以|准备|轮到|下来|下楼)[^,。]{0,4})做核酸了|检测完/u,
)

/** 401没开门, 住院: why somebody was not tested. */
const REASON = pattern(
  () =>
    /没做|漏(?:了|掉|下)?(?=\d)|没采|没下来|没开门|不开门|未做|未采|未测|没测|没在|下不[来了]|等上门|腿脚|发热|发烧|不在|外出|住院|出差|外地|隔离|转运|拒绝|不配合|不肯|没人|空户|空房|没人住|卧床|行动不便|瘫痪|新生儿|别处做|单位做|医院做/u,
)
/** 301做过了，志愿者往三单元走: where they go next. */
const GOES_ON = pattern(() => /[往去上到奔转][^,。]{0,10}(?:走|去|转移|集合|继续|过去|赶)|下一?(?:个|站|家)|接着|然后/u)
/** 27栋采到二单元了: not all of it. */
const UNDER_WAY = pattern(() => /[采做测]到|一半|(?:还|都)?[没未](?:开始|轮到|排到|动)|(?:正|还)在|在[采做测]/u)
const CLOSE = pattern(
  () =>
    /^(?:结束|收|关闭|完结)(?:了)?(?:第?([一二三四五六七八九十\d]{1,3})轮)?(?:的)?(?:核酸|采样|登记)*[!。]*$|^第?([一二三四五六七八九十\d]{1,3})轮(?:核酸|采样)?(?:登记)?(?:结束|收尾|关闭)[了!。]*$/u,
)
const REMIND = pattern(
  () =>
    /^(?:再)?(?:催|提醒)(?:一下|下)?(?:没做)?(?:第?([一二三四五六七八九十\d]{1,3})轮)?(?:的)?(?:核酸|采样)(?:的)?[!。]*$|^第?([一二三四五六七八九十\d]{1,3})轮(?:核酸)?(?:再)?(?:催|提醒)一?下?[!。]*$/u,
)
const AT_HOME = pattern(() => /上门|入户/u)
const DOWNSTAIRS = pattern(() => /楼下|下楼|集中|楼门口|小广场/u)
const GRID = pattern(() => /([一二三四五六七八九十\d]{1,2})\s?(?:号)?网格/u)

export const roundActs = (message: Message, context: Context): Act[] => {
  const { text } = message
  const said = { targets: [], except: [], span: { start: 0, end: text.length } }
  const ticked = message.says(TICKED_OFF, text)
  const asRound = message.says(ROUND, text) || message.says(NOT_COME_DOWN, text)
  const no = message.find(ROUND_NO, text)?.[1]
  const numbered = no === undefined ? {} : { no: numberOf(no) }
  if (
    asRound &&
    (message.says(REMAINING, text) || (message.says(STILL_TO_COME, text) && message.places.every(({ room }) => room === null)))
  )
    return [{ act: 'round', op: 'remaining', ...numbered, ...said }]
  const closes = message.find(CLOSE, text.trim())
  if (closes !== null && asRound) return [{ act: 'round', op: 'close', ...numbered, ...said }]
  if (message.says(REMIND, text.trim())) return [{ act: 'round', op: 'remind', ...numbered, ...said }]
  const begins = message.says(START, text) || message.says(BEGINS, text)
  if (asRound && begins && !message.says(NOT_START, text) && !message.says(DONE, text))
    return [{ act: 'round', op: 'start', ...numbered, ...whereOf(message), ...said }]
  if ((message.says(DONE, text) || ticked) && !/送/u.test(text) && !isOpen(text)) return doneActs(message, context)
  return asRound && /^(?:核酸|第?[一二三四五六七八九十\d]{1,3}轮)/u.test(text) ? excusedActs(message, context) : []
}

/** Downstairs or at the doors, of one grid or of all. */
const whereOf = (message: Message): { place?: 'downstairs' | 'home'; grid?: string } => {
  const grid = message.find(GRID)?.[1]
  const place = message.says(AT_HOME) ? 'home' : message.says(DOWNSTAIRS) ? 'downstairs' : null
  return { ...(place === null ? {} : { place }), ...(grid === undefined ? {} : { grid: String(numberOf(grid)) }) }
}

const numberOf = (text: string): number => readNumber(text) || 1

/** Asked, or not done, once what was left out is put aside. */
const isOpen = (text: string): boolean =>
  /没做|没采|未做|未采|\?|吗$|了没(?:有)?$|要是|如果|明天|准备/u.test(
    text.replace(
      /除了?[^,。]*|(?<![^,。])[^,。]*(?:(?:明天|明早|下午|改天|后天|晚上|晚点|回头)[^,。]{0,3}[补再来]|没做|没采|没下来|未做|未采|未测|漏(?:了|掉|下)?\d)[^,。]*/gu,
      '',
    ),
  )

type Excuses = { address: Address; reason: string }[]

/** Homes that a clause leaves out, with its words. */
const excusesIn = (message: Message, clauses: readonly Clause[], { room }: Context, before: Address | null): Excuses =>
  clauses.flatMap((clause) => {
    const reason = message
      .placesIn(clause)
      .reduceRight((rest, place) => rest.slice(0, place.start - clause.start) + rest.slice(place.end - clause.start), clause.text)
      .replace(/^[\s、,和:]+|[\s、,和:]+$/gu, '')
    const named = readNamed(message, [clause], room, before)
    return [...named.targets, ...named.except].filter((address) => address.room !== null).map((address) => ({ address, reason }))
  })

/** 1单元都做完了，602上夜班没赶上: a home told of behind its whole unit was left out, whatever the reason; asked once more it loses nothing. */
const isBehindAll = (message: Message, clause: Clause): boolean => {
  if (/[也除]|还有|连/u.test(clause.text) || !message.placesIn(clause).some(({ room }) => room !== null)) return false
  /** 核酸完成, and below it door by door: none of them is left out. */
  if (!message.says(TOLD_OF_IT, withoutPlaces(message, clause))) return false
  const before = message.clauses.filter(({ end }) => end <= clause.start)
  const isOfAll = (one: Clause): boolean =>
    /都|全|完/u.test(one.text) && message.says(DONE, one) && message.placesIn(one).every(({ room }) => room === null)
  return (
    before.some(isOfAll) && (before.some((one) => message.placesIn(one).length > 0) || /[没未漏补差剩]|上班|夜班|回/u.test(clause.text))
  )
}

const withoutPlaces = (message: Message, { start, end, text }: Clause): string =>
  message.placesIn({ start, end }).reduceRight((rest, place) => rest.slice(0, place.start - start) + rest.slice(place.end - start), text)
const TOLD_OF_IT = pattern(() => /[a-z\u4e00-\u9fa5]/u)

const doneActs = (message: Message, context: Context): Act[] => {
  const span = { start: 0, end: message.text.length }
  const left = message.clauses.filter(
    (clause) => !message.says(DONE, clause) && (message.says(REASON, clause) ? !/除/u.test(clause.text) : isBehindAll(message, clause)),
  )
  const firstDone = message.clauses.findIndex((clause) => message.says(DONE, clause))
  const rest = message.clauses.filter(
    (clause, index) =>
      !left.includes(clause) &&
      !message.says(UNDER_WAY, clause) &&
      (index <= firstDone || !message.says(GOES_ON, clause) || message.says(DONE, clause)),
  )
  const named = readNamed(message, rest, context.room, null)
  const excuses = excusesIn(message, left, context, lastOf(named))
  const { targets } = named
  if (targets.length === 0 && /都|全/u.test(message.text) && context.room.kind === 'unit')
    targets.push({ building: context.room.building ?? null, unit: context.room.unit ?? null, room: null })
  /** 大白从26栋1单元出来了，全做完了: where they had been. */
  if (targets.length === 0 && message.says(ALL_DONE)) targets.push(...cameFrom(message, message.clauses, context.room))
  const [visited] = excuses
  /** 4-2-101卧床老人，核酸上门采完了: why somebody came to the door. */
  if (targets.length === 0 && excuses.length === 1 && visited !== undefined && message.says(AT_HOME))
    return [{ act: 'round', op: 'done', targets: [visited.address], except: [], span }]
  if (targets.length === 0) return []
  return [{ act: 'round', op: 'done', targets, except: [...named.except, ...excuses.map(({ address }) => address)], excuses, span }]
}

const ALL_DONE = pattern(() => /大白|核酸|采|都|全/u)

/** 核酸 5-1-302 住院: a household that will not be tested, and why. */
const excusedActs = (message: Message, context: Context): Act[] => {
  const excuses = excusesIn(
    message,
    message.clauses.filter((clause) => message.says(REASON, clause) || message.placesIn(clause).length > 0),
    context,
    null,
  ).map(({ address, reason }) => ({ address, reason: reason.replace(/^(?:核酸|第?[一二三四五六七八九十\d]{1,3}轮)+[\s:,]*/u, '') }))
  if (!message.says(REASON) || excuses.length === 0) return []
  return [{ act: 'round', op: 'excused', targets: [], except: [], excuses, span: { start: 0, end: message.text.length } }]
}

const TESTED = pattern(
  () =>
    /^[\s,、和:]*(?:我们?家?|俺们?家?|咱们?家?)?(?:的)?(?:都|已经?|全家|全部)*(?:核酸|抗原)?(?:都|已经?|全家)*(?:做|采|测|捅)(?:完|好|过)?(?:核酸|抗原)?[了啦喽咯][!。~,\s]*(?:谢谢)?[!。~]*$/u,
)
const OF_WHOM = pattern(() => /核酸|抗原|我家|我们家|俺家|咱家|全家/u)

/** 501做完了, 我家核酸做了: a household says so itself, while a round is under way. */
export const testedActs = (message: Message, context: Context, own: Address): Act[] => {
  if (context.roundRuns !== true || message.text.length > 40) return []
  const words = message.places.reduceRight((rest, place) => rest.slice(0, place.start) + rest.slice(place.end), message.text)
  const named = readNamed(message, message.clauses, context.room, null).targets
  if (!message.says(TESTED, words) || (named.length === 0 && !message.says(OF_WHOM)) || named.some(({ room }) => room === null)) return []
  return [{ act: 'round', op: 'own', targets: named.length > 0 ? named : [own], except: [], span: { start: 0, end: message.text.length } }]
}
