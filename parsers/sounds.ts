/** Words that sound alike: 鸡旦 for 鸡蛋, 酱由 for 酱油. */

/** What may be heard as a good: a name of 2 to 6 signs. */
export const SHORTEST = 2
export const LONGEST = 6

/** Fills in how a word sounds, a code for each syllable and a 0 behind them; false where it is nothing that may be heard as a good. */
export const fillSound = (word: string, syllables: Uint16Array, sound: Uint16Array): boolean => {
  const { length } = word
  if (length < SHORTEST || length > LONGEST) return false
  for (let index = 0; index < length; index++) {
    const code = word.charCodeAt(index)
    if (!isChinese(code)) return false
    sound[index] = ((syllables[code - FIRST] ?? 0) & SYLLABLE) + 1
  }
  sound[length] = 0
  return true
}

/** The bits of a syllable's number; those above tell zh from z and ng from n. */
export const SHADES_FROM = 10
const SYLLABLE = (1 << SHADES_FROM) - 1

/** The signs of Chinese; the tables begin with the first. */
export const FIRST = 0x4e00
export const LAST = 0x9fa5
const isChinese = (code: number): boolean => code >= FIRST && code <= LAST

/** The same as a string, null for what may not be heard. */
export const soundOf = (word: string, syllables: Uint16Array): string | null => {
  const sound = new Uint16Array(LONGEST + 1)
  return fillSound(word, syllables, sound) ? String.fromCharCode(...sound.subarray(0, word.length)) : null
}

/** A good and the name of it that sounds alike. */
export interface Heard {
  name: string
  good: number
}

/**
 * Of the names that sound like a word, the nearest that shares a sign with it: of 焙子 and 被子 the 子 says nothing, and 生将 is 生姜 rather than
 * 生煎. 安琪 is a yeast and no 安奇: what makes well is not guessed from two signs.
 */
export const nearest = (
  word: string,
  heard: readonly Heard[],
  syllables: Uint16Array,
  isMedicine: (good: number) => boolean,
): Heard | undefined => {
  let found: Heard | undefined
  let least = word.length + 1
  for (const one of heard) {
    const { name, good } = one
    if (name === word) return one
    if (![...name].some((sign) => sign !== '子' && word.includes(sign)) || (word.length === SHORTEST && isMedicine(good))) continue
    const far = otherwise(word, name, syllables)
    if (far >= least) continue
    found = one
    least = far
  }
  return found
}

/** How many signs of two words that sound alike are told apart by zh and z, or ng and n. */
const otherwise = (word: string, name: string, syllables: Uint16Array): number => {
  let count = 0
  for (let index = 0; index < word.length; index++)
    if (shadeOf(word.charCodeAt(index), syllables) !== shadeOf(name.charCodeAt(index), syllables)) count++
  return count
}
const shadeOf = (code: number, syllables: Uint16Array): number => (syllables[code - FIRST] ?? 0) >> SHADES_FROM

/** 方面便 for 方便面: the word with two neighbours changed over, as haste does. */
export const changedOver = (word: string, at: number): string => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
