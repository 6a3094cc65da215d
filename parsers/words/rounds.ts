/** What staff write of a test round: begun, who is still to come. All on folded text. */
import { patternOf } from '../pattern.js'

const TEST = '(?:核酸|采样|抗原|检测|大筛)'
const NO = '第?[一二三四五六七八九十\\d]{1,3}'

/** 起第四轮, 再开一轮核酸登记, 新建一轮采样: begun in so many words. */
export const BEGINS = patternOf(
  `(?:^|[,。])(?:再|又|另|新|现在|今天|马上|,)*(?:(?:起|开|开启|新开|新建|另开|再建|建)(?:了)?(?:新?一|新|新的一?|${NO})(?:的)?轮(?:新的?)?(?:的)?\\s?(?:${TEST}|登记)*|来(?:新?一|${NO})轮(?:新的?)?\\s?${TEST}(?:登记)?)(?=$|[,。!了])`,
)

const NOT_DONE = `(?:还|都)?[没未](?:有)?(?:[下出]来|下楼|出门|来)?(?:做|采|测|检|捅|完成)(?:完|过|样)?(?:${TEST})?`
const WHO = '(?:住户|居民|人员|人家?|户|家)?'
const HEAD = `(?:${TEST}|${NO}轮|[这本上]一?轮)`

/** 没做核酸的都有谁, 核酸未完成名单, 统计一下没采样的, 核酸剩余户. */
export const STILL_TO_COME = patternOf(
  `${NOT_DONE}的?${WHO}(?:那些|那几)?(?:户|家)?(?:都|还)?(?:有|是)(?:谁|哪|几|多少)|${HEAD}[^,。]{0,4}${NOT_DONE}的?(?:那些|那几)?${WHO}(?:名单|清单|有哪些|有谁)?[?。!]*$|(?:统计|汇总|列|查|报|念|理|数|捋)(?:一下|下|出来?|个|一?遍)?[^,。]{0,4}${NOT_DONE}的|${HEAD}(?:还)?剩余(?:的)?${WHO}(?:名单|清单|情况|多少|有谁|有哪些)?[?。!]*$|剩余(?:还)?未[采做测]|${NOT_DONE}的?(?:那些|那几)?${WHO}[^,。]{0,3}(?:拉|列|整|发|汇总|导)[^,。]{0,4}(?:单|表|名单|一下|来|给)|(?:谁|哪)(?:些|几)?(?:家|户|人)?(?:还)?[没未](?:有)?(?:[下出]来|下楼|出门)[采做测]`,
)

/** 谁家没下来采: a round is meant, though no word for it is said. */
export const NOT_COME_DOWN = patternOf('[没未](?:有)?(?:[下出]来|下楼|出门)[采做测]')

/** 11-3-602核酸done, 核酸✅. */
export const TICKED_OFF = patternOf(`${TEST}[\\s,:]*(?:都|已)?\\s?(?:done|ok|finish(?:ed)?|✅|√|•|👌)`)
