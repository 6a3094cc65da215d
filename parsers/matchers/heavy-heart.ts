/** Weighs the themes of a heavy heart that a message touches. */
import type { Message } from '../message.js'
import { DISTRESS_JOKE } from '../words/distress.js'
import { HEAVY, LIGHT, THEMES } from '../words/heavy-heart.js'
import { mayWeigh, stretches, touched, weightOf } from './scales.js'

/** Without one of these a heart is not weighed at all. */
export const HEAVY_THEMES = THEMES.filter(({ weight }) => weight > 1).map(({ words }) => words)

/** How much less a heart weighs that speaks of homework, of prices, of play. */
const LIGHTER = 4

/** The words of the heaviest theme, null where all together are no more than a bad day. `least` is the weight that is asked for; the text is made only where they may weigh so much. */
export const heavyHeart = (message: Message, text: () => string, least = HEAVY): RegExpExecArray | null => {
  if (!mayWeigh(THEMES, least, message)) return null
  for (const part of stretches(message, text())) {
    const themes = touched(THEMES, message, part)
    const [heaviest] = themes
    const weight = weightOf(themes)
    if (heaviest === undefined || weight < least) continue
    const light = [DISTRESS_JOKE, LIGHT].some((words) => message.says(words, part))
    if (weight - (light ? LIGHTER : 0) >= least) return message.find(heaviest.words, part)
  }
  return null
}
