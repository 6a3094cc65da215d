/** What a message of staff or a volunteer does, besides ordering on behalf. */

import { readsAsQuery } from './acts-of-resident.js'
import { scopesOf } from './households.js'
import { deliveryActs } from './matchers/delivery.js'
import { riskActs } from './matchers/risk.js'
import { roundActs } from './matchers/rounds.js'
import { stockActs, stockBeside } from './matchers/stock.js'
import type { BySound } from './matchers/unknown.js'
import { has, type Message } from './message.js'
import { pattern, patternOf } from './pattern.js'
import { readNumber } from './tokens.js'
import type { Act, Context } from './types.js'

const NOUN =
  '(?:(?<=[天日的]的?)单|(?:订单|配送|送货|采购)?清单|单子|名单|订单表?|配送单|派送单|送货单|采购单|任务单|货单|派单|总表|汇总表?|活儿|任务)'
export const LIST = patternOf(
  `^[\\s,]*(?:今[天日儿]|本日|当日|我们?|[一二三四五六七八九十\\d]{1,2}号?网格|网格|采购|配送|的|\\s){0,6}${NOUN}(?:呢|吧|啊|呀|哪|来|list|\\s|[。!?])*$|(?:看|发|查|要|提供|给|来|拉|出|导|打印?|调|传|甩|整|推|报)(?:一?下|我|份|看|个|张|出|出来|一份|一张){0,3}[^,。]{0,10}${NOUN}|(?:今[天日儿]|本日|当日)[^,。]{0,4}要(?:买|采购?|进|配|送)的?(?:都)?(?:有|是)?(?:些)?(?:啥|什么|哪些)(?:东西|货|菜)?(?:$|[?。,](?:[^,。]{0,4}(?:单|汇总|表))?)|要送的,?(?:发|拉|给|来|列)(?:一份|我|给我)|^[^,。]{0,8}${NOUN},发(?:一下|我|来|过来)?[。!]*$|${NOUN}[^,。]{0,4}(?:发|给|来|传|甩|拉|导|调|推|出|打印?)(?:一下|一份|一张|一遍|一次|给我|我|来|出来|过来|上来|群里|个|下|呗)|^(?:今[天日]|现在)?(?:我|咱)?(?:们)?(?:这边?|这儿)?(?:要|得)?送(?:哪些|哪几[家户])[?]?$|^(?:那|,)*(?:今[天日儿]|目前|现在|到现在|这会儿)?(?:都|一共|总共|共|,)*(?:有|报(?:上来|了)?|收(?:到|了)|下了|接(?:了|到))(?:的)?(?:哪些|哪几|啥|什么|多少)(?:个|张|家)?(?:的)?(?:单子?|订单)(?:了|啊|呀|[?。!])*$|^今[天日儿](?:都)?(?:是|有)(?:谁家|哪家|哪几家|哪些人?)的(?:单子?|订单)[?。!]*$|^(?:今[天日儿]的?|现在的?)?(?:单子?|订单)(?:都|现在)?(?:有|是)(?:谁家?|哪家|哪些|哪几[家户个]?|多少)(?:的)?(?:啊|呀|[?。!])*$|^(?:查|看|说|报|列)?(?:一下|下|查|看)?(?:(?:[一二三四五六七八九十\\d]{1,2}号?|本|我们?|咱们?)网格|今[天日儿])(?:今[天日儿]|大家伙?|大伙�?|居民|一共|总共|都|们|,)*(?:订|报|要|买|点|登记)(?:了)?(?:些|点)?(?:啥|什么|哪些(?:东西)?)(?:了|啊|呀|[?。!])*$|(?:今[天日儿]|今天的|采购|当日)的?(?:订单|采购|下单|登记|单子)明细|^(?:(?:show|send|give)(?: me)? )?(?:the |today's )?list(?: please)?$`,
)
const LIST_NOT = pattern(
  () =>
    /(?:老人|独居|人员|党员|志愿者|孕妇|儿童|密接|隔离|疫苗|低保|住户|慢病|残疾)[^,。]{0,4}(?:名单|清单|汇总)|上报|报送|(?:按|照|贴|打印|核对|对照|拿着|以|谁).{0,4}(?:清单|单子|名单)|清单(?:已|上|里|有|没|错|发了|收到|附后|如下)|单子(?:上|里|错|丢|已|收到|都|太|有点)|合计|报名单|明[早天]|大家(?!伙?(?:都|一共)?(?:订|报|要|买|点))|点发|晚点|待会|等会|拿走|丢了|核对|再对|对单子/u,
)
const GRID = pattern(() => /([一二三四五六七八九十\d]{1,2})\s?(?:号)?网格/u)

const listActs = (message: Message): Act[] => {
  const { text } = message
  const [first] = message.clauses
  const asked = message.says(LIST) || (first !== undefined && message.clauses.length === 2 && message.says(LIST, first))
  if (text.length > 24 || message.places.length > 0 || !asked || message.says(LIST_NOT)) return []
  return [listOf(message)]
}

/** The list of the grid that is named, else of the writer's. */
export const listOf = (message: Message): Act => {
  const grid = message.find(GRID)?.[1]
  return { act: 'list', grid: grid === undefined ? null : String(readNumber(grid)), span: { start: 0, end: message.text.length } }
}

const ASKS = pattern(
  () =>
    /吗|么(?:$|[,。?])|\?|[到来有送成行能]不(?:$|[,。?啊呀])|[了到上]没(?:有)?(?:$|[。,])|没得$|什么|啥|几|多少|到哪|好久|哪阵|啷个|有没有|是不是|没有$/u,
)

/** 6-2-301送到没有: staff ask for a household. */
const queryActs = (message: Message, context: Context): Act[] => {
  if (!message.places.some((place) => place.room !== null) || !message.says(ASKS) || !readsAsQuery(message)) return []
  const [scope] = scopesOf(message, context, { building: null, unit: null, room: null }, -1)
  return scope === undefined ? [] : [{ act: 'query', address: scope.address, span: { start: 0, end: message.raw.length } }]
}

/** Of the office, and no question to the households: 现在还能加单不; 送菜的车什么时候到. */
const OF_THE_OFFICE = pattern(
  () =>
    /截单|截止|(?:还|现在)能(?:不能)?(?:加|订|报|下|接|补)|(?:菜|车|货|物资|药|东西|米|面|奶|蛋|单子?|快递)[^,。]{0,10}(?:几点|什么时候|啥时候?|多久|来没来|到没到|到没|来没|到哪)|(?:几点|什么时候|啥时候?|多久|几时)[^,。]{0,6}(?:到|送|来|发|配|装车|补货|有货|进货|补|上架)/u,
)
const OF_HOUSEHOLDS = pattern(() => /大家|各位|各家|各户|谁家|你们?家|记得|通知|请|下楼|自取/u)
export const asksOffice = (message: Message): boolean =>
  message.says(OF_THE_OFFICE) && message.says(ASKS) && !message.says(OF_HOUSEHOLDS) && readsAsQuery(message)

/** 楼道灯全灭了，找电工来瞅瞅: somebody is to come. */
const CALLS = pattern(
  () =>
    /(?:找|叫|派|喊|请|联系|安排|让)(?:个|一个|一下|一位)?[^,。]{0,6}(?:人|师傅|电工|水工|维修|物业|工人|车|医生|大夫|护士|开锁)|谁(?:能|会|来|去|上门)[^,。]{0,6}(?:修|弄|通|装|看|帮|教|陪)|报修/u,
)
export const callsFor = (message: Message): boolean => message.says(CALLS) && !message.says(CALLED_UP) && !message.says(PROMISED)

/** 好的，我马上安排人: the writer sees to it. */
const PROMISED = pattern(
  () =>
    /^(?:(?:好|行|收到|知道|明白|ok|嗯)[^,。]{0,4},)?(?:我|我们|我这边?|这边)(?:马上|这就|立刻|立即|现在|来|去|已经?|就)+(?:安排|派|叫|联系|让|找|喊|请)/u,
)

/** 明早八点集合，来10个人: told to the others. */
export const CALLED_UP = pattern(() => /集合|到岗|报到|签到|值守|[早晚]班|排班/u)

/** 谁家有困难随时找我: offered to many, of nobody's need. */
export const OFFERS_HELP = pattern(
  () => /(?:谁家|哪家|大家|大伙儿?|各家|谁|有人)[^。]{0,16}(?:(?:找|联系|喊|叫|呼|敲|打|拨)(?:我|俺)(?:家)?(?:的)?(?:门|电话|手机|微信)?)/u,
)

export const staffActs = (message: Message, context: Context, bySound: BySound): Act[] => {
  const risk = context.sender.role === 'volunteer' ? [] : riskActs(message, context)
  if (risk.length > 0) return risk
  for (const read of [roundActs, listActs, queryActs, deliveryActs]) {
    const acts = read(message, context)
    if (acts.length > 0) return read === deliveryActs ? [...acts, ...stockBeside(message, bySound)] : acts
  }
  return has(message.cues, 'announce') && message.text.length > 30 ? [] : stockActs(message, bySound)
}
