/** 有没得藕卖, 有牛肉莫得: whether there is any, asked as it is in the south-west, written as 有没有, which the matchers know. */
import { instead } from './in-place.js'
import type { Mending } from './mending.js'

const IS_THERE = /有(?:得)?[没莫]得(?!了|事|说|意思|办法|法|用|玩|必要|关系)/gu
const OR_NOT = /(?<=(?<!家里?|屋头|屋里|都|倒)有[^\s,，。都就只没莫]{1,6})[没莫]得(?=[啊哦嘛呢哇嘞]?(?:[\s,，。?？!！]|$))/gu

const asked = (text: string): string =>
  text.includes('有') && (text.includes('没得') || text.includes('莫得'))
    ? text.replace(IS_THERE, instead('有没有')).replace(OR_NOT, instead('没有'))
    : text

export const ASKED_IN_DIALECT: Mending = { needs: [], mend: asked }
