/** How many signs of a message belong to no thing, amount, door or word of ordering: the more, the more it is talk. */
import { has, type Message } from '../message.js'
import { patternOf } from '../pattern.js'
import type { Need } from './need.js'

/** Greetings and small words that stand around any order. */
const SMALL =
  /一些|一点|你好|您好|大家好|hello|hi|谢谢|谢了|多谢|感谢|辛苦|麻烦|拜托|劳驾|please|pls|plz|thanks|thank|thx|if possible|if there (?:is|are) any|if you can|你们|您|急|尽快|好吗|可以吗|可以|行吗|主任|团长|管家|志愿者|老师|书记|网格员|楼长|同志|师傅|大哥|大姐|哥|姐|我们?家?|俺|咱|要|来|买|订|的|了|吧|呢|啊|呀|哦|哈|嘛|吗|和|跟|与|及|也|都|各|还|就|再|先|给|帮|个|点|些|儿|一下|东西|如下|清单|以下|物资|需求|and|the|of|some/gu

/** 量随便，够吃半个月就行; 我不会打字这是拿嘴说的: how much will do, and how it came to be written. */
const SAID_OF_IT =
  '(?:数?量|多少|几[个斤袋])(?:都|就)?(?:随便|随意|不限|无所谓|你们?(?:看着)?定|看着(?:办|来|买|给))|够(?:我们?)?(?:吃|用|喝)个?[^,。\\d]{1,5}(?:就行|就好|就可以|就够|即可|就中|就成)|(?:我|俺)?(?:这)?(?:年纪大了?|老人)?不(?:太|大)?会打字|(?:这|我|都|我这)?是?(?:拿嘴|用嘴|语音)(?:说|讲|输入|打)的'
const ASIDE = patternOf(`(?:${SAID_OF_IT})(?:[,。\\s]*(?:${SAID_OF_IT})){0,3}`)

/** Counted between two offsets, in the whole message where none are given. */
export const spareSigns = (message: Message, needs: readonly Need[], until = message.text.length, from = 0): number => {
  let spare = 0
  let next = 0
  const aside = message.find(ASIDE)
  const [asideFrom, asideUntil] = aside === null ? [until, until] : [aside.index, aside.index + aside[0].length]
  for (const token of message.tokens) {
    if (token.start >= until) break
    if (token.start < from || (token.start >= asideFrom && token.end <= asideUntil)) continue
    if (token.place !== null || token.kind === 'mark' || (token.kind === 'word' && (has(token.cues, 'want') || has(token.cues, 'add'))))
      continue
    while (next < needs.length && (needs[next]?.end ?? 0) <= token.start) next++
    const need = needs[next]
    if (need !== undefined && token.start >= need.start) continue
    spare +=
      token.kind === 'text' || token.noise
        ? lettersIn(message.text.slice(token.start, token.end).replace(SMALL, ''))
        : token.end - token.start
  }
  return spare
}

const ONLY_HAN = /^[\u4e00-\u9fa5]*$/u
/** A word of English says as much as one of two signs. */
const lettersIn = (words: string): number =>
  ONLY_HAN.test(words) ? words.length : words.replace(/[a-z]{3,}/gu, 'of').replace(/[^\p{L}\p{N}]/gu, '').length
