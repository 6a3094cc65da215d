/** Life comes first: someone's life in danger now, a life-sustaining or exhausted medicine, the end of someone's strength. */

import { has, type Message } from '../message.js'
import { type Pattern, pattern } from '../pattern.js'
import type { Urgency } from '../types.js'
import { IDIOM, LESSON, OVER, PAST, SEEN, SUPPOSED, UNREAL } from '../words/calm.js'
import { ACUTE, ACUTE_WEAK, ATTACK, CALLS, NOW, SOMEONE, SWALLOWED } from '../words/danger.js'
import { ABOUT_DISTRESS, DISTRESS, DISTRESS_JOKE, DISTRESS_WEAK, EARNEST, HELP_ASKED } from '../words/distress.js'
import { ASKED, EXPLAINS, NOT_SETTLED, PRESSING, RUN_OUT, SETTLED } from '../words/pressing.js'
import { OF_THE_BODY, OF_THE_HOUSE, PRESSING_THERE } from '../words/signs-of-danger.js'
import { NEWS } from '../words/talk.js'
import type { Need } from './need.js'

export interface Alarm {
  kind: Urgency
  /** The words that raised it. */
  start: number
  end: number
  helpAsked: boolean
}

const spanOf = (found: RegExpExecArray): { start: number; end: number } => ({ start: found.index, end: found.index + found[0].length })

/** The text without the names of goods (爆炸盐 is no explosion; gas and knives may be one) and figures of speech (钱包大出血). Each sign keeps its place. */
const plainly = (message: Message): string => {
  const signs: string[] = []
  let from = 0
  for (const token of message.tokens) {
    if (
      token.good === null ||
      token.good.medicine !== '' ||
      token.end - token.start < 2 ||
      '气刀罐线排闸'.includes(message.text[token.end - 1] ?? '·')
    )
      continue
    signs.push(message.text.slice(from, token.start), '◇'.repeat(token.end - token.start))
    from = token.end
  }
  const text = from === 0 ? message.text : signs.join('') + message.text.slice(from)
  return message.may(IDIOM) ? text.replace(IDIOM.regex, (words) => '◇'.repeat(words.length)) : text
}

export const readAlarm = (message: Message, needs: readonly Need[]): Alarm | null =>
  (DANGERS.some((danger) => message.may(danger)) ? readDanger(message, needs) : null) ?? readMedicine(message, needs)

const DANGERS = [ACUTE, ACUTE_WEAK, ATTACK, DISTRESS, DISTRESS_WEAK, SWALLOWED, ...OF_THE_BODY, OF_THE_HOUSE]

/** What is breathed in or injected, though no catalogue knows it. */
const VITAL_NAME = /(?:吸入粉雾剂|吸入气雾剂|气雾剂|吸入剂|胰岛素)$/u
const isVital = (need: Need): boolean => (need.good === null ? VITAL_NAME.test(need.item) : need.good.lifeSustaining)
const isMedicine = (need: Need): boolean =>
  !need.negated && ((need.good !== null && need.good.medicine !== '') || (need.good === null && VITAL_NAME.test(need.item)))

const readDanger = (message: Message, needs: readonly Need[]): Alarm | null => {
  const text = plainly(message)
  const says = (words: Pattern): boolean => message.says(words, text)
  const helpAsked = says(HELP_ASKED)
  if (message.says(UNREAL) || message.says(LESSON)) return null
  const over = (): boolean => (says(OVER) || says(SUPPOSED) || says(SEEN) || (says(PAST) && !says(NOW))) && !says(CALLS)
  const alarm = (kind: Urgency, found: RegExpExecArray | null): Alarm | null =>
    found === null ? null : { kind, ...spanOf(found), helpAsked }

  const acute = message.find(ACUTE, text) ?? message.find(SWALLOWED) ?? (needs.some(isMedicine) ? null : message.find(ATTACK, text))
  if (acute !== null && !over()) return alarm('emergency', acute)
  const lasting = !says(ABOUT_DISTRESS) && !(says(PAST) && says(OVER))
  const distress = lasting ? message.find(DISTRESS, text) : null
  if (distress !== null) return alarm('distress', distress)
  const heavy = lasting && says(EARNEST) ? message.find(DISTRESS_WEAK, text) : null
  if (heavy !== null && !message.says(DISTRESS_JOKE) && !over()) return alarm('distress', heavy)
  const weak = says(SOMEONE) ? message.find(ACUTE_WEAK, text) : null
  if (weak !== null && !over()) return alarm('emergency', weak)
  const together = togetherIn(message, needs, text)
  return together !== null && !over() && !says(PAST) ? alarm('emergency', together) : null
}

/** Two weak signs of different kinds, and nothing that is counted out to be bought. */
const togetherIn = (message: Message, needs: readonly Need[], text: string): RegExpExecArray | null => {
  if (needs.some((need) => need.qty !== null && need.weight > 1)) return null
  if (message.says(OF_THE_HOUSE, text) && message.says(PRESSING_THERE, text)) return message.find(OF_THE_HOUSE, text)
  let first: RegExpExecArray | null = null
  for (const sign of OF_THE_BODY) {
    const found = message.find(sign, text)
    if (found !== null && first !== null && message.says(SOMEONE, text)) return first
    first ??= found
  }
  return null
}

const MEDICINE_WORD = pattern(/药(?!店|房)|片|胶囊|滴眼|针剂|喷雾|胰岛素|氧气/u)
/** What is swallowed, sprayed or breathed, and no other thing that runs out. */
const SURELY_MEDICINE = pattern(/药(?!店|房)|(?:哮喘|气喘|喘病)[^。]{0,8}(?:喷|吸)|喷[^。]{0,12}(?:哮喘|气喘|喘病)|氧气/u)
/** 酒精没了: to clean and to bind with; nobody's life hangs on it. */
const DRESSINGS: ReadonlySet<string> = new Set(['device', 'first-aid'])
const AWAITED = pattern(/(?:还没|没有?|未|迟迟|仲未|咋还|怎么还)[^,。]{0,4}(?:送|到|来|收|见)/u)

/** Nobody has to fetch it: it came, it is in the shop, or somebody explains it. */
const isSettled = (message: Message): boolean =>
  message.says(EXPLAINS) || message.says(LESSON) || message.says(NEWS) || (message.says(SETTLED) && !message.says(NOT_SETTLED))

const readMedicine = (message: Message, needs: readonly Need[]): Alarm | null => {
  const medicines = needs.filter(isMedicine)
  if (!medicines.some(isVital) && !message.may(RUN_OUT) && !message.may(PRESSING)) return null
  if (isSettled(message)) return null
  const out = message.find(RUN_OUT)
  const vital = medicines.find((need) => isVital(need) && (need.weight > 0 || out !== null || message.says(ASKED) || message.says(AWAITED)))
  const past = has(message.cues, 'past') && needs.every((need) => need.weight <= 0)
  if (past && !(vital !== undefined && (out !== null || message.says(AWAITED)))) return null
  if (vital !== undefined) return { kind: 'medicine', start: vital.start, end: vital.end, helpAsked: false }
  const pressing = message.find(PRESSING)
  const named = medicines.some((need) => !DRESSINGS.has(need.good?.medicine ?? ''))
  if ((named || message.says(MEDICINE_WORD)) && (out !== null || (pressing !== null && named)) && !message.says(OVER)) {
    const found = out ?? pressing
    if (found !== null && (named || message.says(SURELY_MEDICINE))) return { kind: 'medicine', ...spanOf(found), helpAsked: false }
  }
  return null
}
