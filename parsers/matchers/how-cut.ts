/** How a thing is to be cut is no part of its name, and no thing: 一斤半前夹肉绞成馅, 两斤小排斩成一寸长. */
import type { Message } from '../message.js'
import { pattern, patternOf } from '../pattern.js'
import { Element } from './elements.js'

/** 切片 and 剁成小块, and not 切 alone, which stands in names; nothing more of a name follows: 切片机, 砍骨刀. */
const WAY =
  '(?:(?:[绞切剁斩劈砍锯]|改刀)(?:(?:[好成开碎]|一下)(?:[小大薄厚细粗长短中]?(?:肉?[馅糜末丝片块段丁条泥]|花刀|滚刀块|一?寸长?))?|[小大薄厚细粗长短中]?(?:肉?[馅糜末丝片块段丁条泥]|花刀|滚刀块))|[杀宰刮洗](?:好|干净|净)|去(?:皮|骨|头|鳞|籽|核|内脏))'
const MAY = pattern(() => /[绞切剁斩劈砍锯杀宰刮洗去]|改刀/u)
const ASKED = '(?:要|再|都|先|帮忙|麻烦|帮我|给我|请)?'
const END = '(?=$|[^\\u4e00-\\u9fa5]|的|吧|哈|就[行好]|[要来一两二三四五六七八九十半])'
const CUT = patternOf(`${ASKED}${WAY}(?:[ ,]?${WAY})?${END}`)
const CUT_HERE = patternOf(`^ ?${ASKED}${WAY}(?: ?${WAY})?${END}`)

/** Leaves out what stands in the words of cutting, which follow a name or its amount. */
export const withoutCutting = (elements: Element[], message: Message): Element[] => {
  if (!message.may(MAY)) return elements
  const [first] = elements
  const to = elements.at(-1)?.end ?? 0
  const cut = first === undefined ? null : message.find(CUT, message.text.slice(first.start, to))
  if (first === undefined || cut === null || cut.index === 0) return elements
  const [from, until] = [first.start + cut.index, first.start + cut.index + cut[0].length]
  /** 要两斤去皮五花: a part of a name that is known. */
  if (elements.some(({ start, end, kind }) => kind === 'good' && start < until && end > until)) return elements
  return elements.flatMap((element) => {
    if (element.start >= until || element.end <= from) return element
    if (element.start >= from) return element.end <= until ? [] : [new Element(element.kind, until, element.end)]
    if (element.kind !== 'unknown') return element
    /** 一只鸡斩块. */
    const good = from - element.start === 1 ? message.tokens.find(({ start }) => start === element.start)?.good : undefined
    return good == null ? new Element('unknown', element.start, from) : new Element('good', element.start, from, good)
  })
}

/** How many signs of it stand right behind an offset. */
export const cutBehind = (message: Message, at: number, until: number): number =>
  message.may(MAY) ? (message.find(CUT_HERE, message.text.slice(at, until))?.[0].length ?? 0) : 0
