/** A part of a thing is what is wanted, and not the thing: 高压锅的密封圈要一个, 助听器的电池一板. */
import type { Message } from '../message.js'
import { previous } from '../rows.js'
import { codeAt, SignSet } from '../signs.js'
import { isThing } from '../words/names.js'
import { Element } from './elements.js'
import type { BySound } from './unknown.js'

/** Where things are sold that have parts. */
const WITH_PARTS: ReadonlySet<string> = new Set([
  '厨房用品',
  '日用百货',
  '电器电料',
  '医疗器械',
  '清洁用品',
  '个人护理',
  '母婴',
  '宠物',
  '文具',
])
/** With these the names of parts end. */
const ENDS = new SignSet('圈盖管芯胆杆柄带条头板盘罩件袋箱垫阀轮刀网绳钮扣座锁链塞齿轴匙口嘴泵灯膜布线针架帘弦')
const LONGEST = 5
const OF = '的'

const isPart = (words: string): boolean =>
  words.length <= LONGEST && isThing(words) && ENDS.has(codeAt(words, words.endsWith('子') ? words.length - 2 : words.length - 1))

/** An amount stands behind it, asked for or not, or right before the whole. */
const isCounted = (elements: readonly Element[], first: number, last: number): boolean => {
  const behind = elements[last + 1]?.kind === 'word' ? elements[last + 2] : elements[last + 1]
  return behind?.kind === 'amount' || previous(elements, first)?.kind === 'amount'
}

/** Joins the thing, 的 and the part. */
export const partsOfThings = (elements: Element[], message: Message, bySound: BySound): Element[] => {
  const { text } = message
  for (let index = 0; index < elements.length; index++) {
    const [thing, of, part] = [elements[index], elements[index + 1], elements[index + 2]]
    if (thing?.name !== undefined && WITH_PARTS.has(thing.good?.category ?? '')) thing.name = thing.name.replace(OF, '')
    if (thing?.good === undefined || of?.kind !== 'unknown' || of.start !== thing.end || text[of.start] !== OF) continue
    if (!WITH_PARTS.has(thing.good.category)) continue
    const isKnownPart = of.end === of.start + 1 && part?.kind === 'good' && part.start === of.end
    const end = isKnownPart ? part.end : of.end
    const name = text.slice(thing.start, thing.end) + text.slice(of.start + 1, end)
    const good = bySound(name)
    const last = isKnownPart ? index + 2 : index + 1
    if (end === of.start + 1) continue
    if (good === null && (isKnownPart || !isPart(text.slice(of.start + 1, end)) || !isCounted(elements, index, last))) continue
    const whole = new Element('good', thing.start, end, good ?? thing.good)
    if (good === null) whole.name = name
    elements.splice(index, last - index + 1, whole)
  }
  return elements
}
