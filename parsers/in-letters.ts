/** Amounts in Latin letters, brought to what the matchers know: one 5L bottle, like 1kg, honey: one each; and in pinyin: liang jin tudou. */
import { comma, instead, nothing } from './in-place.js'
import { GAP, type Mending, rewriting } from './mending.js'
import { TextSigns } from './signs.js'

const COUNT = '(?:\\d{1,2}|an?|one|two|three|four|five|six|another)'
const PACK = '(?:bag|bottle|box|can|tin|pack|packet|jar|jug|carton|tub|sack|roll|case|bar|block)(?:s|es)?'
/** Two 500ml bottles of water: how large each is says not how many. */
const SIZE = new RegExp(
  `(?<=\\b${COUNT} (?:big |large |small )?)\\d{1,4}(?:\\.\\d)?[ -]?(?:kgs?|kilos?|g|grams?|ml|l|lit(?:er|re)s?|lbs?|pounds?|oz)[ -](?=${PACK}\\b)`,
  'giu',
)
/** Some wings, like 1kg. */
const LIKE = /(?<=^|[\s,，])(?:like|say|about|around|roughly) (?=\d)/giu
/** Oatmeal, honey, tea bags: one each. */
const EACH_BEHIND = /[:：](?=\s?(?:\d{1,2}|an?|one|two|three|half)(?: [a-z]+){0,2} each\b)/giu
/** 2 packs night use. */
const FOR_WHEN = /(?<=\d [a-z]{2,8}) (?:for )?(?:the )?(?:night|day|daily|overnight)(?:[ -]use)?(?=$|[\s,，.!])/giu

/** 101 OK 202 NO: of each door its own. */
const OK_AND_NO = /(?<=\bok) (?=(?:\d{1,2}-){0,2}\d{3,4}\s?(?:no|x)\b)/giu

const NUMERALS: Readonly<Record<string, string>> = {
  yi: '一',
  liang: '两',
  er: '二',
  san: '三',
  si: '四',
  wu: '五',
  liu: '六',
  qi: '七',
  ba: '八',
  jiu: '九',
  shi: '十',
  ban: '半',
}
const MEASURES: Readonly<Record<string, string>> = {
  jin: '斤',
  dai: '袋',
  ping: '瓶',
  xiang: '箱',
  bao: '包',
  tong: '桶',
  he: '盒',
  ge: '个',
  ti: '提',
  ban: '板',
  gen: '根',
  kuai: '块',
  tiao: '条',
  ke: '颗',
  guan: '罐',
}
/** Goods whose names are one syllable, which stands for them only beside an amount. */
const GOODS: Readonly<Record<string, string>> = {
  mi: '米',
  mian: '面',
  you: '油',
  yan: '盐',
  tang: '糖',
  cu: '醋',
  rou: '肉',
  dan: '蛋',
  shui: '水',
  yu: '鱼',
}
const oneOf = (words: Readonly<Record<string, string>>): string => Object.keys(words).join('|')
const IN_PINYIN = new RegExp(`\\b(${oneOf(NUMERALS)}) (${oneOf(MEASURES)})\\b(?: (${oneOf(GOODS)})\\b)?`, 'gu')
/** Signs of Chinese beside it: then nobody writes pinyin. */
const HAN = /[\u4e00-\u9fa5]/u

const inSigns = (text: string): string =>
  HAN.test(text)
    ? text
    : text.replace(IN_PINYIN, (found: string, count: string, measure: string, good = '') =>
        instead(`${NUMERALS[count] ?? ''}${MEASURES[measure] ?? ''}${GOODS[good] ?? ''}`)(found),
      )

const LETTERS = new TextSigns('aeiou')
export const IN_LETTERS: readonly Mending[] = [
  rewriting([LETTERS, GAP], SIZE, nothing),
  rewriting([LETTERS, GAP], LIKE, nothing),
  rewriting([LETTERS, GAP], EACH_BEHIND, comma),
  rewriting([LETTERS, GAP], FOR_WHEN, nothing),
  rewriting([LETTERS, GAP], OK_AND_NO, comma),
  { needs: [LETTERS, GAP], mend: inSigns },
]
