/**
 * Numerals and measures as voice input writes them by their sound, where nothing else can be meant: right behind a good, with a break behind them.
 * 大米六紧 is six pounds, 洗洁精流瓶 six bottles, 香菇务近 five pounds.
 */
import type { GoodFacts } from '../config/catalogue-types.js'
import type { Lexicon, Word } from './lexicon.js'
import { WORD } from './spotter.js'

/** No 留, 是, 把, 就: 牛奶留箱 and 酱油是瓶 say something. */
const NUMERALS: Readonly<Record<number, string>> = {
  1: '依意伊已以衣医亿姨易义议艺异益忆译胰',
  2: '量良亮凉粮梁晾辆',
  3: '上山删伞散闪善扇杉衫伤商赏',
  4: '司寺死思似丝私撕斯饲',
  5: '午舞武物务屋吴雾悟呜物勿',
  6: '流刘溜柳硫瘤',
  7: '奇其棋齐妻漆骑器',
  8: '巴爸罢霸芭疤吧',
  9: '久旧救舅',
  10: '石拾时实食室师诗施识史使世式视试',
}
const VALUES = new Map(
  Object.entries(NUMERALS).flatMap(([value, signs]) => Array.from(signs, (sign) => [sign.charCodeAt(0), Number(value)] as const)),
)

/** Of measures that sound alike the one that the good is counted by, else the first. */
const MEASURES: Readonly<Record<string, string>> = {
  斤: '近紧进今金尽劲仅巾筋经精京静井镜敬',
  袋: '带代待呆戴贷大歹',
  瓶: '平品频贫苹凭屏评拼聘萍',
  盒: '和喝合何河核贺呵荷',
  箱: '像想向象香现线先像相乡响享详湘',
  包: '报保宝抱饱薄暴爆堡胞豹',
  把: '吧爸巴拔霸罢',
  桶: '同通痛统童铜筒',
  板: '办半班版伴般斑搬帮棒榜',
  根: '跟更耕',
  提: '题替体踢梯',
  罐: '管关官光广惯灌逛馆贯',
  棵颗: '可课刻客科壳',
  块: '快筷会',
  条: '跳调挑',
  支只: '之知至直指自字子纸制资值',
  卷: '捐圈倦',
  头: '透偷投',
  个: '各歌哥格隔割',
  节: '接街姐借界',
  捆: '困坤昆',
}
const HEARD = new Map(
  Object.entries(MEASURES).flatMap(([names, signs]) => Array.from(signs, (sign) => [sign.charCodeAt(0), names] as const)),
)

const BREAKS = ',、。!? \n'
const endsAt = (text: string, index: number): boolean => index >= text.length || BREAKS.includes(text.charAt(index))

/** The name of the measure that a sign stands for at the end of what is said of a good, null where it stands for none. */
export const measureHeard = (text: string, index: number, good: GoodFacts): string | null => {
  const names = HEARD.get(text.charCodeAt(index))
  if (names === undefined || !endsAt(text, index + 1)) return null
  return names.includes(good.unit) ? good.unit : names.charAt(0)
}

/** The same as a word. */
export const heardMeasure = (text: string, index: number, good: GoodFacts, { trie, word }: Lexicon): Word | null => {
  const name = measureHeard(text, index, good)
  if (name === null) return null
  const found = word(trie.ofSign(name.charCodeAt(0)) & WORD)
  return found.measure === null ? null : found
}

/** The number that a sign stands for before a measure, said or heard, that ends what is said of a good; 0 where it stands for none. */
export const heardCount = (text: string, codes: ArrayLike<number>, index: number, good: GoodFacts, lexicon: Lexicon): number => {
  const value = VALUES.get(codes[index] ?? 0) ?? 0
  if (value === 0 || !endsAt(text, index + 2)) return 0
  const said = lexicon.word(lexicon.trie.ofSign(codes[index + 1] ?? 0) & WORD).measure
  return said !== null || heardMeasure(text, index + 1, good, lexicon) !== null ? value : 0
}
