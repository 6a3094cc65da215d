/** Words that sound alike: 鸡旦 for 鸡蛋, 酱由 for 酱油. */
import type { Good } from '../config/catalogue-types.js'
import { SYLLABLES } from './words/syllables.js'

/** What may be heard as a good: a name of 2 to 6 signs. */
export const mayBeHeard = (word: string): boolean => {
  if (word.length < 2 || word.length > 6) return false
  for (let index = 0; index < word.length; index++) if (!isChinese(word.charCodeAt(index))) return false
  return true
}

const FIRST = 0x4e00
const LAST = 0x9fa5
const isChinese = (code: number): boolean => code >= FIRST && code <= LAST

/** The number of its syllable, from 1, for each sign from 一 on; 0 for signs without one. */
export const syllableTable = (): Uint16Array => {
  const table = new Uint16Array(LAST - FIRST + 1)
  for (const [index, row] of SYLLABLES.entries()) for (const sign of row.replace(/^[a-z]+/u, '')) table[sign.charCodeAt(0) - FIRST] = index + 1
  return table
}

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

/** The names of goods by how they sound. */
export const namesBySound = (goods: readonly Good[], syllables: Uint16Array): Map<string, Heard[]> => {
  const bySound = new Map<string, Heard[]>()
  for (const [good, { name, aliases }] of goods.entries())
    for (const one of [name, ...aliases]) {
      if (!mayBeHeard(one)) continue
      const sound = soundOf(one, syllables)
      const known = bySound.get(sound)
      if (known === undefined) bySound.set(sound, [{ name: one, good }])
      else known.push({ name: one, good })
    }
  return bySound
}

/** Of the names that sound like a word, the first that shares a sign with it. */
export const nearest = (word: string, heard: readonly Heard[]): Heard | undefined =>
  heard.find(({ name }) => [...name].some((sign) => word.includes(sign)))
