/** How every sign sounds, and which names of goods sound so. */
import type { Good } from '../config/catalogue-types.js'
import { FIRST, type Heard, LAST, soundOf } from './sounds.js'
import { SYLLABLES } from './words/syllables.js'

/** The number of its syllable, from 1, for each sign from 一 on; 0 for signs without one. */
export const syllableTable = (): Uint16Array => {
  const table = new Uint16Array(LAST - FIRST + 1)
  for (const [index, row] of SYLLABLES.entries())
    for (const sign of row.replace(/^[a-z]+/u, '')) table[sign.charCodeAt(0) - FIRST] = index + 1
  return table
}

/** The names of goods by how they sound. */
export const namesBySound = (goods: readonly Good[], syllables: Uint16Array): Map<string, Heard[]> => {
  const bySound = new Map<string, Heard[]>()
  for (const [good, { name, aliases }] of goods.entries())
    for (const one of [name, ...aliases]) {
      const sound = soundOf(one, syllables)
      if (sound === null) continue
      const known = bySound.get(sound)
      if (known === undefined) bySound.set(sound, [{ name: one, good }])
      else known.push({ name: one, good })
    }
  return bySound
}
