/**
 * One thing in place of another that was ordered before (用1斤黄瓜顶掉咸菜; 大米变酸奶吧，两箱; 把大米拿下来，搁4箱啤酒): written so that what
 * goes is 不要, 退 or 换, which the matchers know. Each sign behind stays in its place.
 */
import { instead } from './in-place.js'
import type { Mending } from './mending.js'
import { TextSigns } from './signs.js'
import { AMOUNT, COUNTED as IS_COUNTED } from './spoken.js'

const NAME = '[\\u4e00-\\u9fa5]{1,5}'
const COUNTED = `(?:${AMOUNT}的?${NAME}|${NAME}${AMOUNT})`

/** 用1斤黄瓜顶掉咸菜. */
const TAKES_PLACE_OF = new RegExp(`(?<=用${COUNTED})(?:顶|替|代|替换)[掉替下](?=${NAME})`, 'gu')
/** 拿3卷垃圾袋把酸奶顶了. */
const PUSHES_OUT = new RegExp(`(?<=[拿用]${COUNTED})把(?<gone>${NAME}?)(?:顶|替|换)[了掉]`, 'gu')
/** 把大米拿下来，搁4箱啤酒. */
const TAKEN_DOWN = new RegExp(
  `(?<=^|[,，。\\s])把?(?<gone>${NAME}?)(?:拿|撤|取)(?:下来?|掉|出来)[,，](?:给我|帮我)?(?:搁|摆|放|补|加|添)[上进个]?(?=${COUNTED})`,
  'gu',
)
/** 木耳拿牛奶顶，2箱; 大米变酸奶吧，两箱; 盐帮我变两袋洗衣液. */
const BECOMES = new RegExp(
  `(?<=^${NAME})(?:给我|帮我)?(?:拿|变成?)(?=(?<come>${NAME}?)(?:顶|替|吧)?[,，]${AMOUNT}[。!！]?$|${AMOUNT}${NAME}[。!！]?$)`,
  'gu',
)
const IN_FRONT_OF_AMOUNT = /(?<=换成?[^,，]{0,8})[顶替](?=[,，])/gu

const MAY = /[顶替代]|[拿撤取][下掉出]|变/u
const LONGEST = 60

const withSwaps = (text: string): string => {
  if (text.length > LONGEST || !MAY.test(text)) return text
  return text
    .replace(TAKES_PLACE_OF, instead('，退'))
    .replace(PUSHES_OUT, (found: string, gone: string) => instead(`，${gone}不要`)(found))
    .replace(TAKEN_DOWN, (found: string, gone: string) => instead(`${gone}不要，加`)(found))
    .replace(BECOMES, (found: string) => instead(found.length > 1 ? '换成' : '换')(found))
    .replace(IN_FRONT_OF_AMOUNT, instead(''))
}

export const SWAPPED: Mending = { needs: [IS_COUNTED, new TextSigns('顶替代把拿变撤取')], mend: (text) => withSwaps(text) }
