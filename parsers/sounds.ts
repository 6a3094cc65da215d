/** Words that sound alike: 鸡旦 for 鸡蛋, 酱由 for 酱油. */

/** What may be heard as a good: a name of 2 to 6 signs. */
export const mayBeHeard = (word: string): boolean => {
  if (word.length < 2 || word.length > 6) return false
  for (let index = 0; index < word.length; index++) if (!isChinese(word.charCodeAt(index))) return false
  return true
}

/** The signs of Chinese; the tables begin with the first. */
export const FIRST = 0x4e00
export const LAST = 0x9fa5
const isChinese = (code: number): boolean => code >= FIRST && code <= LAST

/** How a word sounds: a sign for each syllable. */
export const soundOf = (word: string, syllables: Uint16Array): string => {
  let sound = ''
  for (let index = 0; index < word.length; index++) sound += String.fromCharCode((syllables[word.charCodeAt(index) - FIRST] ?? 0) + 1)
  return sound
}

/** A good and the name of it that sounds alike. */
export interface Heard {
  name: string
  good: number
}

/** Of the names that sound like a word, the first that shares a sign with it. */
export const nearest = (word: string, heard: readonly Heard[]): Heard | undefined =>
  heard.find(({ name }) => [...name].some((sign) => word.includes(sign)))

/** 方面便 for 方便面: the word with each two neighbours changed over, as haste does; only longer words say enough. */
export const changedOver = (word: string): string[] =>
  word.length < 3
    ? []
    : Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2))
