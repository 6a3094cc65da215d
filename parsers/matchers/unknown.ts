/** A name that the catalogue does not know: trimmed of fillers, mended where voice input wrote it by sound, else kept as said. */
import type { Good } from '../../config/catalogue-types.js'
import type { Message } from '../message.js'
import type { Element } from './elements.js'

export interface Unknown {
  item: string
  good: Good | null
  start: number
  end: number
}

/** Finds the good that sounds like a name and shares a sign with it. */
export type BySound = (name: string) => Good | null

const FILLERS =
  '的|地|得|了|吧|呢|啊|呀|哦|哈|嘛|吗|么|也|都|还|就|再|又|给|想|请|帮|忙|那个|这个|那种|这种|点|些|儿|大|小|好|先|一下|把|被|让|去|到|太|挺|和|跟|与|及|或|者|然后|另外|最后|麻烦|需要|谢谢|你好|您好|一共|大概|左右|以下|物品|东西|如下|志愿者|社区|数量|预定|我家|我|家'
const LEADING = new RegExp(`^(?:${FILLERS}|(?:hi|hello|the|a|an|of|some|and|please|pls|thanks|me|my|for|to|with|also|or)\\b|\\W|_)+`, 'u')
const TRAILING = new RegExp(`(?:${FILLERS}|就行|就可以|就好|即可|足够|\\b(?:of|please|pls|thanks|thx|and)|\\W|_)+$`, 'u')
/** A name of goods holds none of these. */
const NO_NAME =
  /[我你他她它们这那每次说是不没了吃喝谁哪吗呢吧啊吵打听看见想]|岁|什么|怎么|时候|电话|微信|备注|门口|放|敲门|送|家里|今晚|今天|明天|昨天|早上|晚上|上午|下午|孩子|老人|爸|妈|大爷|大娘|奶奶|爷爷|阿姨|师傅|同志|主任|群|单元|号楼|网格|合计|总共|登记|接龙|http|www|www\./u
const LONGEST = 10

const cut = (message: Message, from: number, to: number): { start: number; end: number } => {
  const text = message.text.slice(from, to)
  const lead = LEADING.exec(text)?.[0].length ?? 0
  const rest = text.slice(lead)
  const tail = TRAILING.exec(rest)?.[0].length ?? 0
  return { start: from + lead, end: to - tail }
}

const named = (message: Message, from: number, to: number, bySound: BySound): Unknown | null => {
  const whole = message.text.slice(from, to).trim()
  const heard = bySound(whole)
  if (heard !== null) return { item: heard.name, good: heard, start: from, end: to }
  const { start, end } = cut(message, from, to)
  const item = message.text.slice(start, end).trim()
  if (item.length < 2 || item.length > LONGEST || /^[\d\s.]+$/u.test(item) || !/[\u4e00-\u9fa5a-z]/u.test(item)) return null
  const sound = bySound(item)
  if (sound !== null) return { item: sound.name, good: sound, start, end }
  return NO_NAME.test(item) || /^[a-z]{1,2}$/u.test(item)
    ? null
    : { item: message.raw.slice(message.at(start), message.at(end)), good: null, start, end }
}

/** The unknown words right before an amount, else right behind it. */
export const unknownBeside = (elements: readonly Element[], index: number, message: Message, bySound: BySound): Unknown | null => {
  const amount = elements[index]
  const before = elements[index - 1]
  const behind = elements[index + 1]
  if (amount === undefined) return null
  if (
    before?.kind === 'unknown' ||
    (before?.kind === 'divider' && message.text[before.start] === ':' && elements[index - 2]?.kind === 'unknown')
  ) {
    const from = before.kind === 'unknown' ? before.start : (elements[index - 2]?.start ?? before.start)
    const found = named(message, from, before.kind === 'unknown' ? amount.start : before.start, bySound)
    if (found !== null) return found
  }
  return behind?.kind === 'unknown' && behind.start - amount.end <= 1 ? named(message, behind.start, behind.end, bySound) : null
}
