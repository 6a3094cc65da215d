/** Names of goods in letters, as who has no Chinese input types them: jidan 2 ban, mai 2 jin ji dan. Without tones. */
import { groupsOf } from './sound-tables.js'
import { SYLLABLES } from './words/syllables.js'

const spelling = (): Map<string, string> => {
  const found = new Map<string, string>()
  for (const row of SYLLABLES)
    for (const { spelled, signs } of groupsOf(row)) for (const sign of signs) if (!found.has(sign)) found.set(sign, spelled)
  return found
}

/** A name of one sign says little in letters; these make no English word. */
const OF_ONE_SIGN: ReadonlySet<string> = new Set('盐醋葱蒜')
const LONGEST = 4

/** Letters for names of two to four signs, in one piece and syllable by syllable, each for the name that has them first. */
export const namesInLetters = (names: readonly string[]): Map<string, number> => {
  const spelled = spelling()
  const found = new Map<string, number>()
  for (const [index, name] of names.entries()) {
    const syllables = [...name].map((sign) => spelled.get(sign) ?? '')
    if (syllables.length > LONGEST || syllables.includes('') || (syllables.length === 1 && !OF_ONE_SIGN.has(name))) continue
    for (const letters of [syllables.join(''), syllables.join(' ')]) if (!found.has(letters)) found.set(letters, index)
  }
  return found
}
