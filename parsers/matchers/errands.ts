/** What staff are to bring or forgot to write down, which tells of no bag that was carried. */
import { has, type Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Span } from '../types.js'
import { DUE_BY, FORGOT_TO_NOTE } from '../words/on-the-way.js'

/** 鸡蛋三板送到21-1-402，老人急着用: what is to be brought where, and nothing is over. */
const SEND_TO = pattern(() => /送(?:到|去|给|往|至)?\s?$/u)
const IS_OVER = pattern(() => /[了已完签齐妥好]|均|本人|门口|√|✅/u)
export const isErrand = (message: Message, { start, end }: Span): boolean =>
  message.may(SEND_TO) &&
  !message.says(IS_OVER) &&
  message
    .placesIn({ start, end })
    .some(
      (place) =>
        place.room !== null &&
        message.between(Math.max(start, place.start - 3), place.start, SEND_TO) &&
        message.amounts.some(
          ({ from }) => (message.tokens[from]?.start ?? -1) >= start && (message.tokens[from]?.start ?? end) < place.start,
        ),
    )

/** What is to be brought to a door, or by when. */
export const isToBeBrought = (message: Message): boolean =>
  message.says(DUE_BY) || message.clauses.some((clause) => isErrand(message, clause))

/** 还得加上挂面1把，我刚给漏了. */
export const isForgottenToNote = (message: Message): boolean =>
  has(message.cues, 'add') && message.clauses.some((clause) => message.says(FORGOT_TO_NOTE, clause))
