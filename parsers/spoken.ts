/**
 * Spoken in one breath, as voice input writes it: 我要那个呃莴笋两根还有那个鸭蛋十个. What joins one counted thing to the next parts them like
 * a comma, and what only fills a pause is left out. Each sign stays in its place.
 */
import { codesOf, comma, nothing } from './in-place.js'
import type { Lexicon } from './lexicon.js'
import { GAP, type Mending, rewriting } from './mending.js'
import { TextSigns } from './signs.js'

export const NUMBER = '(?:\\d{1,3}|[一二两三四五六七八九十几]{1,3}|半)'
const MEASURES = '个根斤两袋包瓶箱盒桶提块颗把捆条只板罐支节双片粒份串壶盆公棵头瓣张卷筒副'
export const MEASURE = `[${MEASURES}]半?`
/** 三袋, 半斤, 两块半. */
export const AMOUNT = NUMBER + MEASURE
export const COUNTED = new TextSigns(MEASURES)
const PARTING = new TextSigns(' 、')

/** 还有那个, 然后呢就是, 呃那个, 再加上: joins, whatever small words follow it. */
const JOIN =
  '[啊哎诶]?(?:[呃嗯跟与同及]|还有|仲有|再有|再就|再加上|另外再?加上|然后|以及|接着|完了|完事儿?|另外|对了|哦)(?:[呃嗯啊呢哦噢]|那个|这个|就是|还有|然后|对了|是(?!不))*'
/** 还有一个大米一袋: the thing has its own amount. */
const ONE_MORE = `(?:一?个(?=[\\u4e00-\\u9fa5]{1,6}${AMOUNT}))?`

/** Behind a thing and its amount, and before another with its own. An amount that is asked for has its thing behind it: 来两瓶呃酱油. */
const BEHIND_COUNTED = new RegExp(
  `(?<=[\\u4e00-\\u9fa5](?<![要来买带拿加点给下])[要来]?${AMOUNT})${JOIN}${ONE_MORE}(?=(?!没)[\\u4e00-\\u9fa5]{1,8}${AMOUNT}|[再还也](?:要|来)|${AMOUNT}[\\u4e00-\\u9fa5])`,
  'gu',
)
/** 二斤猪肉以及一盒降压药: behind a thing, and before the amount of the next. */
const BEFORE_AMOUNT = new RegExp(
  `(?<=${AMOUNT}[\\u4e00-\\u9fa5]{1,6})(?<![要来买带拿加点给下再])${JOIN}(?=${AMOUNT}[\\u4e00-\\u9fa5])`,
  'gu',
)
/** 要两袋转接头和胡萝卜四根: each has its own amount, on one side or the other. */
const BETWEEN_TWO = new RegExp(`(?<=${AMOUNT}[\\u4e00-\\u9fa5]{2,6})和(?=[\\u4e00-\\u9fa5]{1,6}?${AMOUNT})`, 'gu')
/** 来个土豆五斤, 要一个豆腐两块, 一样是苹果五斤: one is said of what has its amount behind it. */
const ONE_OF = new RegExp(
  `(?:(?<=[要来加带买拿蹲求整弄搞报订])一?个|(?<=^|[\\s,，。、])(?:一[个样种]|[第其][一二三])是)(?=[\\u4e00-\\u9fa5]{1,5}?[要来]?${AMOUNT}(?:$|[\\s,，。、!！谢就再还另吧行好麻辛没其跟和]|那个|${JOIN}))`,
  'gu',
)
/** 土豆五斤没别的了: nothing more is asked for, and nothing ran out. */
const NOTHING_MORE = new RegExp(
  `(?<=${AMOUNT}(?:[\\u4e00-\\u9fa5]{1,4})?)(?:没(?:有)?(?:什么)?(?:别的|其[他它]的?)|(?:别的|其[他它]的?)没(?:有)?|(?:然后|就|嗯|呃|行了|好了|好|那){1,3}没(?:有)?)了(?:啊|哈|谢谢|好了)*(?=[。!！]?$)`,
  'gu',
)
/** 半斤蒜黄，里脊一斤，齐了; 合计2件: that is all, and nothing was received or comes to it. */
const THAT_IS_ALL = new RegExp(
  `(?<=${AMOUNT}(?:[\\u4e00-\\u9fa5]{1,4})?[\\s,，。]{1,2})(?:(?:这就|就)?齐(?:活儿?|全)?了?|(?:[\\u4e00-\\u9fa5]{0,4})配齐了?|(?:合计|共计|总共|一?共)[是有]?${NUMBER}[件样项种](?:东西|商品|物品|菜)?)(?=[。!！~]*$)`,
  'gu',
)
/** 报个菜 🥕3根: no number of what follows. */
const A_LIST = /(?<=[报订买下记点登])一?个(?=[菜单餐](?![\u4e00-\u9fa5])|[：:])/gu
/** 加我一个：苹果5斤: joins in with a list of its own. */
const ONE_MORE_HOME = /(?<=^|[\s,，。])[也再]?[加算带]上?我(?:们)?家?一[个份户家][:：]/gu
/** 刚才网不好，再发一次：A: the same once more, and nothing on top of it. */
const SENT_AGAIN = /(?:再|又|重新?)(?:发|报|说|写|登)(?:一?[次遍下])[:：，,\s]/gu
/** 我要那个呃莴笋两根: a pause. */
const PAUSE = /(?<=[\u4e00-\u9fa5])[呃嗯](?=[\u4e00-\u9fa5])/gu

/** No name of goods is longer. */
const LONGEST_NAME = 12
/** Behind an amount, what is no next thing: words that begin a clause, or words enough to be one and no number among them. */
const NO_LIST = new RegExp(
  `(?<=${AMOUNT})、(?=[再另还顺给我他她它咱俺都一打写报弄不改麻家钱手先够实原现余剩刚前哦对]|[^,，。、;；\\s\\d一二两三四五六七八九十半几各均]{5,30}(?:$|[,，。、;；\\s]))`,
  'gu',
)
/** 牛奶两箱、再来一把葱; 酱油一瓶、我家要盐两包; but 牛奶两箱、家乐鸡精一袋. */
const noList = (text: string, lexicon: Lexicon): string =>
  text.replace(NO_LIST, (found, at: number) => {
    const next = codesOf(text.slice(at + 1, at + 1 + LONGEST_NAME))
    return lexicon.endOfGood(next, 0) > 0 ? found : '，'
  })
export const UNLISTED: Mending = { needs: [COUNTED, PARTING], mend: noList }

/** 盐没有了 要一袋 酱油一瓶; 昨晚吃完了，给弄两盒、盐一袋: what is asked for alone is of what was named before. */
const ASKED_ALONE = new RegExp(
  `(?<=[\\s,，][\\u4e00-\\u9fa5]{0,6}[要来买带捎拿配取弄给各](?:上|个)?${AMOUNT})[ 、](?=[\\u4e00-\\u9fa5]{1,8}${AMOUNT}|[顺另再还])`,
  'gu',
)
/** 101两箱 202一箱; 一箱给201 一箱给202: each door has its own. */
const DOOR_BY_DOOR = new RegExp(`(?<=(?<!\\d)\\d{3}室?${AMOUNT}) (?=\\d{3}室?${AMOUNT})|(?<=${AMOUNT}给\\d{3}室?) (?=${AMOUNT}给)`, 'gu')

/** A word of `JOIN` stands in it: spares asking what costs most. */
const JOINS = /[呃嗯跟哦与同及]|[还仲再]有|再就|加上|然后|以及|接着|完[了事]|另外|对了/u
const joined = (text: string): string => (JOINS.test(text) ? text.replace(BEHIND_COUNTED, comma).replace(BEFORE_AMOUNT, comma) : text)
const onceMore = (text: string): string => text.replace(ONE_MORE_HOME, nothing).replace(SENT_AGAIN, comma)

const ONE = new TextSigns('个是')

export const SPOKEN_APART: readonly Mending[] = [
  rewriting([COUNTED, new TextSigns('和')], BETWEEN_TWO, comma),
  rewriting([ONE], ONE_OF, nothing),
  { needs: [COUNTED, new TextSigns('呃嗯跟哦还仲再然以接完另对与同及')], mend: joined },
  rewriting([COUNTED, new TextSigns('没'), new TextSigns('别其然就嗯呃行好那')], NOTHING_MORE, comma),
  rewriting([new TextSigns('齐合共')], THAT_IS_ALL, comma),
  rewriting([ONE, new TextSigns('菜单餐:')], A_LIST, nothing),
  { needs: [new TextSigns('加算带再又重')], mend: onceMore },
  rewriting([new TextSigns('呃嗯')], PAUSE, nothing),
  rewriting([COUNTED, PARTING], ASKED_ALONE, comma),
  { needs: [COUNTED, GAP], mend: (text) => (/\d{3}/u.test(text) ? text.replace(DOOR_BY_DOOR, comma) : text) },
]
