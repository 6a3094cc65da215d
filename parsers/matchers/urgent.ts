/** Life comes first: someone's life in danger now, a life-sustaining or exhausted medicine, the end of someone's strength. */

import { has, type Message } from '../message.js'
import { type Pattern, pattern } from '../pattern.js'
import type { Urgency } from '../types.js'
import { NEWS } from '../words/talk.js'
import {
  ACUTE,
  ACUTE_WEAK,
  CALLS,
  CALM,
  DISTRESS,
  DISTRESS_JOKE,
  DISTRESS_WEAK,
  EARNEST,
  FICTION,
  HELP_ASKED,
  PRESSING,
  RUN_OUT,
  SOMEONE,
} from '../words/urgency.js'
import type { Need } from './need.js'

export interface Alarm {
  kind: Urgency
  /** The words that raised it. */
  start: number
  end: number
  helpAsked: boolean
}

const spanOf = (found: RegExpExecArray): { start: number; end: number } => ({ start: found.index, end: found.index + found[0].length })

/** The text without the names of goods: 爆炸盐 is no explosion. Each sign keeps its place. */
const withoutGoods = (message: Message): string => {
  const signs: string[] = []
  let from = 0
  for (const token of message.tokens) {
    if (token.good === null || token.good.medicine !== '' || token.end - token.start < 2) continue
    signs.push(message.text.slice(from, token.start), '◇'.repeat(token.end - token.start))
    from = token.end
  }
  return from === 0 ? message.text : signs.join('') + message.text.slice(from)
}

export const readAlarm = (message: Message, needs: readonly Need[]): Alarm | null =>
  (DANGERS.some((danger) => message.may(danger)) ? readDanger(message) : null) ?? readMedicine(message, needs)

const DANGERS = [ACUTE, ACUTE_WEAK, DISTRESS, DISTRESS_WEAK]

const readDanger = (message: Message): Alarm | null => {
  const text = withoutGoods(message)
  const says = (words: Pattern): boolean => message.says(words, text)
  const helpAsked = says(HELP_ASKED)
  const calm = (): boolean => says(FICTION) || (says(CALM) && !says(CALLS))
  const acute = message.find(ACUTE, text)
  if (acute !== null && !calm()) return { kind: 'emergency', ...spanOf(acute), helpAsked }
  const distress = message.find(DISTRESS, text)
  if (distress !== null && !says(FICTION)) return { kind: 'distress', ...spanOf(distress), helpAsked }
  const heavy = says(EARNEST) ? message.find(DISTRESS_WEAK, text) : null
  if (heavy !== null && !says(DISTRESS_JOKE) && !calm()) return { kind: 'distress', ...spanOf(heavy), helpAsked }
  const weak = says(SOMEONE) ? message.find(ACUTE_WEAK, text) : null
  return weak !== null && !calm() ? { kind: 'emergency', ...spanOf(weak), helpAsked } : null
}

const MEDICINE_WORD = pattern(/药|片|胶囊|滴眼|针剂|喷雾|胰岛素|氧气/u)

const readMedicine = (message: Message, needs: readonly Need[]): Alarm | null => {
  if (!needs.some((need) => need.good?.lifeSustaining) && !message.may(RUN_OUT) && !message.may(PRESSING)) return null
  if (message.says(NEWS)) return null
  if (has(message.cues, 'past') && needs.every((need) => need.weight <= 0)) return null
  const wanted = needs.filter((need) => need.good !== null && need.good.medicine !== '' && !need.negated)
  const vital = wanted.find((need) => need.good?.lifeSustaining && need.weight > 0)
  if (vital !== undefined) return { kind: 'medicine', start: vital.start, end: vital.end, helpAsked: false }
  const out = message.find(RUN_OUT)
  const pressing = message.find(PRESSING)
  const [medicine] = wanted
  const named = medicine !== undefined && medicine.good?.medicine !== 'device'
  if ((named || message.says(MEDICINE_WORD)) && (out !== null || (pressing !== null && named)) && !message.says(CALM)) {
    const found = out ?? pressing
    if (found !== null && (named || message.text.includes('药'))) return { kind: 'medicine', ...spanOf(found), helpAsked: false }
  }
  return null
}
