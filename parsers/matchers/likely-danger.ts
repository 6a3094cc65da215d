/**
 * Danger that nobody told in a word that is known. Signs of the body are weak one by one, and so is what a message is like as a whole; where
 * both point at danger, it is one. Bars were set on 5,000 private messages, of which they raise one more, and on 4,900 reports of staff.
 */
import type { Kind, Turns } from '../gist.js'
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import { IDIOM } from '../words/calm.js'
import { SOMEONE, WISHED } from '../words/danger.js'
import { ABOUT_DISTRESS, HELP_ASKED } from '../words/distress.js'
import { HINTED, PERSON } from '../words/hints-of-danger.js'
import { OF_THE_BODY } from '../words/signs-of-danger.js'
import { isOver, isUnreal, plainly, without } from './calmed.js'
import { heavyHeart } from './heavy-heart.js'
import type { Need } from './need.js'
import { touched, weightOf } from './scales.js'
import type { Alarm } from './urgent.js'

/** How likely a cry it must be beside so many signs of the body, and beside a mere hint. */
const BESIDE_SIGNS = [
  { weight: 4, least: 0.05 },
  { weight: 2, least: 0.2 },
]
const BESIDE_A_HINT = 0.38
const BESIDE_MY_OWN = 0.62
/** Reports of staff are no cries of their own: 家里有人没出声，放门口走了. */
const PASSED_ON = 0.4
const BESIDE_A_HINT_PASSED_ON = 0.9
const LEAST = 0.05
/** Longer ones say several things. */
const LONGEST = 160

/** 敲门没人应，放门口了: whoever carries goods meets many who do not answer. */
const AT_THE_DOOR = pattern(
  () =>
    /(?:门铃|门|电话|手机|微信|对讲)[^,。]{0,8}(?:没|不|冇|未|莫|关机|停机|占线)[^,。]{0,6}|(?:敲|按|喊|叫|拍|砸)[^,。]{0,5}(?:没|不|冇|未|莫)[^,。]{0,6}/gu,
)

/** 抗原阳了，头疼，躺着呢: half the town has it. */
const CAUGHT_IT = pattern(() => /抗原|两道杠|[都也全]?阳了|阳性|新冠/u)
const MYSELF = pattern(() => /我|俺|咱|(?<![a-z])i(?![a-z])/u)
const BODY = OF_THE_BODY.map(({ words }) => words)

/** 起不来就嫁不出去了: no body, no fire, and nobody in it. */
export const mayBeInDanger = (message: Message): boolean => {
  const text = plainly(message)
  if (message.says(CAUGHT_IT)) return false
  return message.says(HINTED, text) || message.says(SOMEONE, text) || message.says(PERSON, text) || message.says(MYSELF, text)
}

export const likelyDanger = (message: Message, needs: readonly Need[], staff: boolean, turns: Turns<Kind>): Alarm | null => {
  if (message.raw.length > LONGEST || !(message.may(HINTED) || BODY.some((words) => message.may(words)))) return null
  if (needs.some((need) => need.qty !== null && need.weight > 1) || isUnreal(message)) return null
  const share = turns.gistOf(message).shareOf(['emergency'])
  if (share < LEAST) return null
  const text = without(WISHED, message, plainly(message))
  const told = staff ? without(AT_THE_DOOR, message, text) : text
  const somebody = message.says(PERSON, told)
  if (!(somebody || message.says(MYSELF, told)) || isOver(message, text)) return null
  const signs = touched(OF_THE_BODY, message, told)
  const weight = weightOf(signs)
  const words = BESIDE_SIGNS.some((bar) => weight >= bar.weight && share >= (staff ? Math.max(bar.least, PASSED_ON) : bar.least))
    ? signs[0]?.words
    : !message.says(CAUGHT_IT) && share >= (staff ? BESIDE_A_HINT_PASSED_ON : somebody ? BESIDE_A_HINT : BESIDE_MY_OWN)
      ? HINTED
      : undefined
  const found = words === undefined ? null : message.find(words, told)
  return found === null ? null : { kind: 'emergency', start: found.index, end: found.index + found[0].length, helpAsked: false }
}

/** So heavy a heart, where the message as a whole is like one at the end of its strength. */
const HEAVY_ENOUGH = 5
const AS_LIKELY = 0.5

export const likelyDistress = (message: Message, turns: Turns<Kind>): Alarm | null => {
  if (message.raw.length > LONGEST || isUnreal(message) || message.says(ABOUT_DISTRESS)) return null
  const found = heavyHeart(message, () => without(IDIOM, message, message.text), HEAVY_ENOUGH)
  if (found === null || turns.gistOf(message).shareOf(['distress']) < AS_LIKELY) return null
  return { kind: 'distress', start: found.index, end: found.index + found[0].length, helpAsked: message.says(HELP_ASKED) }
}
