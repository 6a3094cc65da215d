/** How a thing is cooked makes it another one to buy: 糟鸡爪 is no 鸡爪, 麻婆豆腐 no 豆腐, and 柠檬鸡 neither lemon nor chicken. */
import { previous } from '../rows.js'
import { isThing } from '../words/names.js'
import { Element } from './elements.js'

/** What is sold raw. */
const RAW: ReadonlySet<string> = new Set(['肉类', '禽肉', '水产', '蔬菜', '菌菇', '豆制品'])
/** Already cooked or cured, whatever it is counted by. */
const DONE =
  /(?:糟|醉|卤|熏|烤|炸|焗|酿|风干|冷吃|椒盐|糖醋|麻辣|香辣|酸辣|五香|麻婆|鱼香|宫保|三杯|樟茶|烟熏|蜜汁|脆皮|手撕|口水|白切|白灼)$/u
/** To be done so at home as well, where no portion of it is counted. */
const MAY_BE_DONE =
  /(?:红烧|清蒸|粉蒸|水煮|清炖|黄焖|油焖|干煸|干锅|铁板|蒜蓉|蒜泥|蒜香|孜然|葱爆|油爆|爆炒|小炒|辣炒|清炒|软炸|干炸|香煎|盐煎|凉拌|拔丝|葱烧|酱爆|干烧|白切|炝)$/u
const PORTIONS: ReadonlySet<string | null> = new Set(['份', '盒', '碗', '盘', '包', '袋', '罐'])
const LONGEST_WAY = 4
const LONGEST_LEAD = 3

/** Joins what is cooked with the words of how, where it is counted once. */
export const dishes = (elements: Element[], text: string): Element[] => {
  for (let index = 0; index < elements.length; index++) {
    const thing = elements[index]
    if (thing?.good === undefined || thing.name !== undefined) continue
    const one = RAW.has(thing.good.category) ? cooked(elements, index, text) : null
    if (one !== null) index = one
  }
  return elements
}

/** Where the dish stands now, null where there is none. */
const cooked = (elements: Element[], index: number, text: string): number | null => {
  const thing = elements[index]
  if (thing === undefined) return null
  let first = index
  while (isBefore(elements, first)) first--
  const from = Math.max(elements[first]?.start ?? thing.start, thing.start - LONGEST_WAY)
  const words = text.slice(from, thing.start)
  const way = DONE.exec(words) ?? MAY_BE_DONE.exec(words)
  if (way === null) return null
  const behind = elements[index + 1]
  const ahead = previous(elements, first)
  const amount =
    behind?.kind === 'amount' && behind.start === thing.end ? behind.amount : ahead?.kind === 'amount' ? ahead.amount : undefined
  if (amount === undefined || (!DONE.test(words) && !PORTIONS.has(amount.unit))) return null
  const start = nameFrom(elements[first]?.start ?? thing.start, thing.start - way[0].length, text)
  const kept = elements
    .slice(first, index)
    .flatMap((element) => (element.end <= start ? element : element.start < start ? new Element(element.kind, element.start, start) : []))
  const whole = new Element('good', start, thing.end, thing.good)
  whole.name = text.slice(start, thing.end)
  elements.splice(first, index - first + 1, ...kept, whole)
  return first + kept.length
}

const isBefore = (elements: readonly Element[], index: number): boolean => {
  const before = previous(elements, index)
  return (before?.kind === 'unknown' || before?.kind === 'word') && before.end === elements[index]?.start
}

/** 毛氏红烧肉: whose way it is. */
const nameFrom = (from: number, way: number, text: string): number =>
  way - from > 0 && way - from <= LONGEST_LEAD && isThing(text.slice(from, way)) && !WANTS.test(text.slice(from, way)) ? from : way
const WANTS = /[要来买带订给帮再加捎拿点的]/u
