/** A cry in one sentence, beside all that is told and asked for in the others. */
import { wanders } from './asides.js'
import type { Kind, Turns } from './gist.js'
import { type Alarm, readAlarm } from './matchers/urgent.js'
import type { Message } from './message.js'
import { OF_THE_BODY } from './words/signs-of-danger.js'

/** So much the sentence must be like a cry as a whole: 血压都上来了 is told of every quarrel. */
const LIKE_A_CRY = 0.5

/** Null where there is none; only an emergency is looked for. */
export const cryWithin = (message: Message, turns: Turns<Kind>, open: (text: string) => Message): Alarm | null => {
  if ((message.sentences.length < 2 && !wanders(message)) || !OF_THE_BODY.some(({ words }) => message.may(words))) return null
  for (const { start, end } of message.sentences.filter((one) => OF_THE_BODY.some(({ words }) => message.says(words, one)))) {
    const sentence = open(message.raw.slice(message.at(start), message.at(end)))
    const heard = readAlarm(sentence, [])
    if (heard?.kind === 'emergency' && turns.gistOf(sentence).shareOf(['emergency']) >= LIKE_A_CRY) return { ...heard, start, end }
  }
  return null
}
