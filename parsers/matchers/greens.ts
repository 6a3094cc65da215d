/** 给送点菜吧, 家里一点菜都没了: greens are needed, whichever there are. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import { Need } from './need.js'
import type { BySound } from './unknown.js'

const SOME = '(?:一?[点些]儿?|几样|两样)'
const FRESH = '(?:新鲜的?|绿叶|叶子|便宜的?|青)?'

const ASKED = pattern(
  () =>
    new RegExp(
      `(?:给|帮|替)(?:我|咱|忙|阿拉|伢)?(?:们)?(?:家)?(?:里)?(?:送|买|带|捎|订|弄|整|拿|搞|配|称|来)(?:来|上来)?${SOME}${FRESH}菜(?![籽苗刀板单价市场店鸟谱地的])|(?:^|[,。])(?:我们?家?|也|能不能|能|可以|麻烦|师傅|志愿者)*(?:想要?|需?要)(?:订|买|来|要)?${SOME}${FRESH}菜(?=$|[,。!吧呗啊呀哈])|(?:^|[,。])(?:能不能|能|可不可以|可以|麻烦|我家|我们)*(?:给|帮)?(?:送|捎|带|来|买|订|弄|整)${SOME}${FRESH}菜(?:来|上来|过来|吃)?(?=[不吗吧呗啊哈]|$|[,。!?])`,
      'u',
    ),
)
const NONE_LEFT = pattern(
  () =>
    /(?:^|[,。]|[家屋]里?|冰箱里?)(?:都|也|已经|真的?|快)*(?:没[有得]?|冇得?|断|木有)(?:了)?菜(?:了|吃了?|下锅)(?=$|[,。!啊呀咋怎])|(?:一点|一根|一片|一棵)菜(?:叶儿?|叶子)?(?:都|也)(?:没|冇)[有得剩]?了?(?=$|[,。!])|(?:^|[,。]|[家屋]里?的?)菜(?:都|也|已经|快|就)*(?:没[有得]?|吃[完光]|断|见底)了(?=$|[,。!])/u,
)
/** 昨天家里没菜了, 菜场没菜了, 我自己下楼买点菜: told of another day, of a shop, or done by oneself. */
const NOT_HERE = pattern(
  () =>
    /超市|菜场|市场|店里?|菜站|货架|抢|自己|下楼|出门|出去|上街|我去|昨[天晚儿]|以前|那时|当年|梦|要是|如果|等[^,。]{0,4}解封|谁家|他们/u,
)

/** Null where something else is named, or nobody asks. */
export const greensIn = (message: Message, bySound: BySound): Need | null => {
  const found = message.find(ASKED) ?? message.find(NONE_LEFT)
  if (found === null || message.says(NOT_HERE)) return null
  const good = bySound('蔬菜')
  const start = message.text.indexOf('菜', found.index)
  const at = message.clauses.findIndex((clause) => clause.end > start)
  const clause = message.clauses[at]
  if (clause === undefined || good === null) return null
  return new Need(good.name, good, start, start + 1, start + 1, clause, at).with({ weight: WANTED })
}
const WANTED = 4
