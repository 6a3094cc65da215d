/** What the shop has no more, and what came in. */
import type { Clause, Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Act } from '../types.js'
import { NOT_SENT, SENT } from '../words/delivery.js'
import { AMONG_US, BACK_AGAIN, IN_STORE, NO_STOCK, NOT_SHORT, ONLY_LEFT, WAS_OUT } from '../words/stock.js'
import { goodsIn } from './staff.js'
import type { BySound } from './unknown.js'

export const OUT = pattern(
  () =>
    /断货|断[或活祸]|断档|没有?货|(?:彻底|完全|全都|真的|实在)(?:没有|没了)(?=$|[,。!])|冇货|缺货|卖光|卖完|售完|售空|售磬|卖空|卖脱|卖晒|售罄|告罄|清空|没有了|没了|没啦|没咯|没嘞|[没莫]得了?(?!人)|冇(?:晒|咗|啦|喇|了)|断供|脱销|卖断(?=$|[,。!了货])|(?:[一半]?[盒个袋瓶包箱板点根斤棵颗把粒片条桶提罐块只]|全)(?:都|也)?[不没]剩|供(?:应|货)?不[上过了](?!来去)|见底(?=$|[,。!了])|抢光|抢空|抢没|抢完|(?:架子?|柜台|货架|冰柜)[上里]?(?:都|也|全|已经)*(?:光|空|干净)了|卖没|(?:全|都|也)断(?:了|货)?|没进[货到]|进不到|停售|下架|无货|(?<!有)没有?(?!人|事|问题|电|网|信号|力|劲|空|时间|办法|反应|声)[\u4e00-\u9fa5]{1,6}了(?=$|[,。!])|买不到|没买[到着上]|(?:今[天儿日]|超市|店里|市场|菜市|仓库|货架|药店|药房)[^,。]{0,4}(?:没有?|冇|没得)(?=$|[\u4e00-\u9fa5])|今天没有|没到货|暂时没有|sold out|out of stock|no stock|ran out|(?:we(?:'re| are)|all|^|[,.] ?)out of (?!bed|the|here|town)|no more(?= [a-z])|不卖了|[木冒么]有|没来(?=$|货)|没上货|停(?:了|供)$|没(?:影|戏|着落|信儿)|(?<=[\u4e00-\u9fa5])缺(?:着|了)?$|(?<![了到有过还])没有$|[到来进](?:不了|不来)|没(?:送|进|运)来|没到(?=$|[,。!])|没配[到上]|[配拿要订]不[到上]|[\u4e00-\u9fa5]断了(?=$|[,。!])|厂家封|空了|(?<=[\u4e00-\u9fa5])[也都](?:没|没有|冇)(?=$|[,。!])/u,
)
export const ARRIVED = pattern(
  () =>
    /(?:刚|才|新|又|今早|今天|昨晚|早上|倒是)(?:又|给|才|刚|新)*(?:来|到|进|卸|拉|运|补|上|送)(?:回来|来|进来|到|货)?了?(?=(?:\d|[一两二三四五六七八九十百几半]){1,4}(?:大)?[箱车筐袋批桶板件斤捆吨])|(?:拉|运|卸|送|补|批|进)(?:回来|过来|进来|来|回)(?:了)?(?=(?:\d|[一两二三四五六七八九十百几半]){1,4}(?:大)?[箱车筐袋批桶板件斤捆吨])|(?:刚|才|又|从)[^,。]{0,6}(?:拉|运|进|批|调|补)(?:回来|回|来|到)了?(?=[\u4e00-\u9fa5]{2,6}(?:$|[,。!]))|(?:卸|码|堆|搬|放|存)(?:在|到|进)[^,。]{0,3}(?:棚|库|仓|帐篷|大厅|广场|架子|活动室|车库|货场)[^,。]{0,3}了|配[齐到]了(?=$|[,。!])|新到|新进|卸(?:车|货|下来|完)了?(?![^,。]{0,4}(?:吗|没))|(?:可以|能)(?:订|下单|买|报)了|到货|[道盗倒]货(?:了|$)|到[了啦咯喽嘞咗喇](?!吗|没)|刚到|刚(?:送|运|拉|卸|搬)(?:到|完|来|下来|下车)(?=$|[,。!了])|[到回][仓库](?=$|[,。!了])|(?:现货|货源)(?:充足|供应|有)|返(?:咗|了)?货|进[库站](?=$|[,。!了])|入柜|入库|(?:卸|搬)(?:完|好|下)(?:货|车|库)?了|[买拿订配]得到了?$|进货了|来货|有货|补货|补[上齐]了?|回货|又有了|(?<![木冒么没冇])有了|全到|到齐|已到|到位|买到了|上架|上新|恢复供应|运到|都到|in stock|arrived|(?<![木冒么没冇])来了|来啦|[都也全新]上了$/u,
)
const ASKED = pattern(() => /\?|吗|有没有|什么时候|几点|吃饭|开饭/u)
/** 下批什么时候来还没准话: asked of nobody. */
const UNSURE = pattern(() => /(?:还)?没(?:个)?准(?:话|信|儿|数)?|还?不(?:知道|清楚|好说|一定)|没通知|说不准/u)
const NOT_NOW = pattern(
  () =>
    /要是|如果|万一|假如|的话|明天(?:会|能|才|可能)?(?:到|来|有|补)|管够|有的是|还[有剩](?=$|[\d一二两三四五六七八九十几点些不])|会到|快到|才到|可能|预计|估计|(?:我|自己|掏钱|自掏|赔)[^,。]{0,8}补/u,
)

export const stockActs = (message: Message, bySound: BySound): Act[] =>
  message.places.some(({ room }) => room !== null) ? [] : stockIn(message, message.clauses, bySound)

/** 2、5号送完了，酱油断货: told in clauses of its own. */
export const stockBeside = (message: Message, bySound: BySound): Act[] =>
  message.may(OUT) || message.may(ARRIVED)
    ? stockIn(
        message,
        message.clauses.filter(
          (clause) =>
            clause.numbers === 0 && message.placesIn(clause).length === 0 && !message.says(SENT, clause) && !message.says(NOT_SENT, clause),
        ),
        bySound,
      )
    : []

const stockIn = (message: Message, clauses: readonly Clause[], bySound: BySound): Act[] => {
  if ((message.says(ASKED) && !message.says(UNSURE)) || message.says(AMONG_US)) return []
  const acts: Act[] = []
  let held: { item: string; clause: Clause }[] = []
  let listed: ListHead | null = null
  let headed: State | null = null
  for (const clause of clauses) {
    const state = stateOf(message, clause)
    const named = goodsIn(message, clause)
    if (named.length > 0 && message.says(ONLY_LEFT, clause) && !message.says(NO_STOCK_AT_ALL, clause)) {
      held = []
      continue
    }
    const items =
      named.length > 0 || state === null || held.length > 0
        ? named
        : heardIn(clause.text.slice(0, message.find(state === 'out' ? OUT : ARRIVED, clause.text)?.index), bySound)
    held.push(...items.map((item) => ({ item, clause })))
    if (message.says(NOT_NOW, clause)) {
      held = []
      listed = null
      continue
    }
    if (state !== null && message.says(HEADS_LIST, clause)) headed = state
    else if (state !== null || !isNames(message, clause)) headed = null
    if (state === null && headed !== null) {
      for (const item of named) acts.push({ act: 'stock', item, state: headed, span: { start: clause.start, end: clause.end } })
      held = []
      continue
    }
    if (state !== null) listed = { state, isNamed: named.length > 0, isCounted: clause.numbers > 0 }
    else if (listed !== null && isListed(listed, named, clause)) {
      for (const item of named) acts.push({ act: 'stock', item, state: listed.state, span: { start: clause.start, end: clause.end } })
      held = []
    }
    if (state === null) continue
    for (const { item, clause: said } of held)
      if (!acts.some((act) => act.act === 'stock' && act.item === item))
        acts.push({ act: 'stock', item, state, span: { start: said.start, end: clause.end } })
    held = []
  }
  return acts
}

type State = 'out' | 'arrived'

/** 断货的洋葱来了: what was out is back. */
const stateOf = (message: Message, clause: Clause): State | null => {
  const { text } = clause
  const since = message.rewritten(WAS_OUT, text, (words) => '◇'.repeat(words.length))
  if (since !== text) {
    if (message.says(BACK_AGAIN, since)) return 'arrived'
    if (message.says(OUT, since)) return 'out'
  }
  if (message.says(NOT_SHORT, text)) return 'arrived'
  if (message.says(OUT, text) || message.says(NO_STOCK, text)) return 'out'
  return message.says(ARRIVED, text) || message.says(IN_STORE, text) ? 'arrived' : null
}
const NO_STOCK_AT_ALL = pattern(() => /断货|没货|缺货|卖[完光]|售罄|没有了|没了/u)

/** 缺货：卫生纸，白菜: what stands behind the colon, name by name. */
const HEADS_LIST = pattern(() => /^[^,。:]{0,8}(?:缺货|断货|没货|无货|售罄|断供|到货|新到|补货|上架|有货)[^,。:]{0,6}:/u)
const isNames = (message: Message, { from, to, numbers }: Clause): boolean =>
  numbers === 0 && message.tokens.slice(from, to).every(({ good, mark }) => good !== null || mark !== null)

interface ListHead {
  state: State
  isNamed: boolean
  isCounted: boolean
}
/** 货到了，口罩三百个，消毒液二十桶: what came is listed behind the word for it. */
const isListed = ({ state, isNamed, isCounted }: ListHead, items: readonly string[], { numbers, text }: Clause): boolean =>
  state === 'arrived' && items.length > 0 && numbers > 0 && (!isNamed || isCounted) && text.length <= LONGEST_LISTED
const LONGEST_LISTED = 12

/** 布洛分没货了: a name that voice input wrote by its sound, at the head of what is said. */
const heardIn = (text: string, bySound: BySound): string[] => {
  for (let length = Math.min(LONGEST_HEARD, text.length); length >= 2; length--) {
    const heard = bySound(text.slice(0, length))
    if (heard !== null) return [heard.name]
  }
  return []
}
const LONGEST_HEARD = 5
