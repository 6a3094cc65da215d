/** How every sign sounds, and which names of goods sound so. */
import type { Good } from '../config/catalogue-types.js'
import { FIRST, type Heard, LAST, SHADES_FROM, soundOf } from './sounds.js'
import { SYLLABLES } from './words/syllables.js'

/**
 * The number of its syllable, from 1, for each sign from 一 on; 0 for signs without one. Above `SYLLABLE` how it differs from the others of its
 * syllable: zh from z, ng from n.
 */
export const syllableTable = (): Uint16Array => {
  const table = new Uint16Array(LAST - FIRST + 1)
  for (const [index, row] of SYLLABLES.entries())
    for (const [shade, { signs }] of groupsOf(row).entries())
      for (const sign of signs) table[sign.charCodeAt(0) - FIRST] = (shade << SHADES_FROM) + index + 1
  return table
}
/** A row's signs as they are spelled: can 餐…, cang 苍…, chan 搀…, chang 昌…. */
export const groupsOf = (row: string): { spelled: string; signs: string }[] =>
  row
    .slice(row.indexOf(' ') + 1)
    .split('/')
    .map((group) => {
      const spelled = /^[a-z]+/u.exec(group)?.[0] ?? ''
      return { spelled, signs: group.slice(spelled.length) }
    })

/** As `fillSound` writes it: 1 is a sign without one. */
const codeOfSyllable = (index: number): number => index + 2

/**
 * What the south and the west do not tell apart: n and l (流奶 for 牛奶), and in longer words f and hu (西兰发 for 西兰花; 米付 is no 米糊).
 * For each sound the other one, 0 for none; two rows, of n and l first.
 */
export const accentTable = (): Uint16Array => {
  const labels = SYLLABLES.map((row) => /^[a-z]+/u.exec(row)?.[0] ?? '')
  const codes = new Map(labels.map((label, index) => [label, codeOfSyllable(index)]))
  const rows = [labels.map(withNForL), labels.map(withFForHu)]
  return Uint16Array.from(rows.flatMap((row) => [0, 0, ...row.map((label) => codes.get(label) ?? 0)]))
}

const withNForL = (label: string): string =>
  label.startsWith('n') ? `l${label.slice(1)}` : label.startsWith('l') ? `n${label.slice(1)}` : ''
const HU_AS_F: Readonly<Record<string, string>> = { hui: 'fei', fei: 'hui', hun: 'fen', fen: 'hun', fu: 'hu', hu: 'fu' }
const withFForHu = (label: string): string =>
  HU_AS_F[label] ?? (label.startsWith('hu') ? `f${label.slice(2)}` : label.startsWith('f') ? `hu${label.slice(1)}` : '')

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
