/** What was just said of a thing, or was said of it before, is put right: whatever the words, they become those that the matchers know. */
import { comma, instead, nothing, SKIP } from './in-place.js'
import { GAP, type Mending, rewriting } from './mending.js'
import { TextSigns } from './signs.js'
import { AMOUNT, COUNTED } from './spoken.js'

const SLIPPED = '(?:打|写|说|报|输|填|登|记|点)(?:错(?:字|数)?|反)了'

/** 大米四袋，哎打错了，一袋 and 大米四袋 等等，大米一袋. */
const PUT_RIGHT = new RegExp(
  `(?<=(?<name>[\\u4e00-\\u9fa5]{1,5})${AMOUNT}[\\s,，。]{0,2})[哎呃啊哦噢诶唉嗯]?(?:${SLIPPED}|错了|手滑了?|手抖了?|等一?等|等一?下|更正(?:一?下)?|更?改一?下|应该是?|(?<=[啊哦呃噢哎额嗯])不(?:是|(?=[\\s,，]{0,2}${AMOUNT}))|不是[,，]?(?=是)|不是(?=要))[\\s,，:：]?(?=(?:是要?|要|应该是?)?(?:${AMOUNT}|\\k<name>))`,
  'gu',
)
const rather = instead('不对')
const ratherThan = (run: string): string => (/[\s,，:：]$/u.test(run) ? `${rather(run.slice(0, -1))}，` : rather(run))
/** 挂面两包，不对，三包 猪肉2斤: what was put right ends there. */
const ENDS = new RegExp(
  ` (?<=(?:改成?|换成|变成|改为|不对|错了|哦不|啊不|[啊哦呃噢哎额]不是)[，,]?${SKIP}*[，,]?(?:是要?|要|应该是?)?${AMOUNT} )(?=\\S)`,
  'gu',
)

/** So much, and no more is said of it. */
const ENDED = '(?:就[行好可]|[吧哈啊]|[,，]?不是|[\\s,，。!！]|$)'
/** 盐我打错字了，是4袋; 猪肉数量写错了，四斤; 肉馅报错了，应该3斤; 师傅白菜给我变成4颗: how much of what was said before. */
const TOLD_WRONG = new RegExp(
  `(?<=[\\u4e00-\\u9fa5])(?:的?(?:数量|数目|份量))?(?:我)?(?:刚才?|刚刚)?(?:${SLIPPED}|[打写报](?:多|少)了|(?:数量|数目|份量)不对)[,，\\s]*(?:(?:应该|本来)?是?要?|给?改成?|给我改成?)(?=${AMOUNT}${ENDED})|(?<=[\\u4e00-\\u9fa5])(?:给我|帮我)(?:变|弄|写|记)成(?=${AMOUNT}${ENDED})`,
  'gu',
)
/** 改下我的猫粮，2袋: of which so much. */
const OF_MINE = new RegExp(`(?<=^[\\u4e00-\\u9fa5]{0,4}改一?下我(?:家|们)?的[\\u4e00-\\u9fa5]{1,5})[,，\\s](?=${AMOUNT})`, 'gu')

/** 要一包棉花糖？不对是棉签; 生抽两瓶，不对，是老抽: the amount is that of what is meant. */
const SLIP = '[,，?？\\s]{0,2}(?:[哦啊哎呃嗯]?不对|[打说写报]错了|[哦啊哎呃]不是)[,，\\s]{0,2}(?:应该)?是'
const MEANT = `(?=(?![\\d一二两三四五六七八九十半])[\\u4e00-\\u9fa5]{1,6}(?:[,，。!！\\s](?!${AMOUNT})|$))`
const MISNAMED = new RegExp(`(?<=${AMOUNT}的?)[\\u4e00-\\u9fa5]{1,5}${SLIP}${MEANT}`, 'gu')
const MISNAMED_BEFORE = new RegExp(`(?<=^|[\\s,，。要来买订])[\\u4e00-\\u9fa5]{1,5}?(?<amount>${AMOUNT})${SLIP}${MEANT}`, 'gu')
const SLIPS = /不对|错了|不是/u
const byItsName = (text: string): string =>
  SLIPS.test(text)
    ? text.replace(MISNAMED, nothing).replace(MISNAMED_BEFORE, (found: string, amount: string) => instead(amount)(found))
    : text

/** 挂面不是三把，三包. */
const NOT_SO_MUCH = new RegExp(`(?<=[\\u4e00-\\u9fa5])(?<!的|这|那)不是${AMOUNT}[,，](?=${AMOUNT}${ENDED})`, 'gu')
/** 多报了一盒头孢，去掉一盒: of which so much less. */
const TOO_MUCH = new RegExp(
  `多(?:报|订|写|要|点|填|登|买)了${AMOUNT}(?<name>[\\u4e00-\\u9fa5]{1,6})[,，](?:给我|帮我)?(?:去|减|退|删|划|撤)(?:掉|去)?(?=${AMOUNT}${ENDED})`,
  'gu',
)
const lessOfIt = (text: string): string => text.replace(TOO_MUCH, (found: string, name: string) => instead(`${name}减`)(found))

const NO = new TextSigns('错反滑抖等更改应是不')
const OF_AMOUNTS = new TextSigns('错反多少对成')

export const PUTTING_RIGHT: readonly Mending[] = [
  rewriting([COUNTED, NO], PUT_RIGHT, ratherThan),
  rewriting([COUNTED, GAP, new TextSigns('改换变不错')], ENDS, comma),
  rewriting([COUNTED, OF_AMOUNTS], TOLD_WRONG, instead('改成')),
  { needs: [COUNTED, OF_AMOUNTS], mend: lessOfIt },
  { needs: [COUNTED, NO], mend: byItsName },
  rewriting([COUNTED, NO], NOT_SO_MUCH, instead('改成')),
  rewriting([COUNTED, new TextSigns('改')], OF_MINE, instead('改')),
]
