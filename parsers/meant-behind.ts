/**
 * A short word, and behind it what is meant (要三斤面，下着吃的面条，不是面粉哦; 豆要三斤，打豆浆的黄豆): the amount is that of what is meant. The
 * short word, what it is for and what it is not are left out; each sign behind them stays in its place.
 */
import { instead, nothing } from './in-place.js'
import type { Mending } from './mending.js'
import { AMOUNT, COUNTED, MEASURE } from './spoken.js'

const HEADS = '面粉糖油酒米纸皂刀酱盆水肉菜豆茶饼鱼蛋奶笔灯锅'
const HEAD = `(?<head>[${HEADS}])`
const PAUSE = '[,，\\s]{1,2}'
/** 下着吃的, 就是煮的那种. */
const FOR = '(?:就|得)?是?[^,，。\\s\\d的要再还另也又和跟没]{0,8}(?:的(?:那种|那个|那款)?|那种)|(?:就|得)?是'
const MEANT = '[\\u4e00-\\u9fa5a-zA-Z\\d]{0,3}\\k<head>[\\u4e00-\\u9fa5]?'
const ENDED = '(?=[哦啊哈呀吧]?(?:[,，。!！\\s]|不是|$))'
const EXPLAINED = `${PAUSE}(?:(?:${FOR})(?=${MEANT}${ENDED})|(?=${MEANT}[,，\\s]?不是))`

const BEHIND_AMOUNT = new RegExp(`(?<=${AMOUNT}|[来要买拿]${MEASURE})${HEAD}${EXPLAINED}`, 'gu')
const BEFORE_AMOUNT = new RegExp(`(?<=^|[\\s,，。要来买])${HEAD}(?<amount>[要来买拿]?${AMOUNT})${EXPLAINED}`, 'gu')
const NOT_THIS = /[,，\s]?(?:可|并)?不是[^,，。\s\d]{1,6}(?=[,，。!！\s]|$)/gu

/** One of these stands in every explanation. */
const EXPLAINS = /[的是种]/u
const MAY = new RegExp(`[${HEADS}](?:[要来买拿]?${AMOUNT})?[,，\\s]`, 'u')

const asMeant = (text: string): string => {
  if (!EXPLAINS.test(text) || !MAY.test(text)) return text
  const meant = text
    .replace(BEHIND_AMOUNT, nothing)
    .replace(BEFORE_AMOUNT, (found: string, _head: string, amount: string) => instead(amount)(found))
  return meant === text ? text : meant.replace(NOT_THIS, nothing)
}

export const MEANT_BEHIND: Mending = { needs: [COUNTED], mend: asMeant }
