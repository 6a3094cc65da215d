/** Words that sound alike: 鸡旦 for 鸡蛋, 酱由 for 酱油. Built when the first unknown word is met. */
import type { Good } from '../config/catalogue-types.js'
import { SYLLABLES } from './words/syllables.js'

const ONLY_CHINESE = /^[\u4e00-\u9fa5]{2,6}$/u

let syllables: Map<string, number> | null = null

const syllableOf = (sign: string): number => {
  if (syllables === null) {
    syllables = new Map()
    for (const [index, row] of SYLLABLES.entries()) for (const one of row.replace(/^[a-z]+/u, '')) syllables.set(one, index)
  }
  return syllables.get(sign) ?? -1
}

const keyOf = (word: string): string => {
  let key = ''
  for (const sign of word) key += `${syllableOf(sign)}.`
  return key
}

const sharesSign = (a: string, b: string): boolean => [...a].some((sign) => b.includes(sign))

/** The good whose name or alias sounds like a word and shares a sign with it, null where none or several do. */
export const soundsLike = (goods: readonly Good[]): ((word: string) => Good | null) => {
  let byKey: Map<string, { word: string; good: Good }[]> | null = null
  return (word) => {
    if (!ONLY_CHINESE.test(word)) return null
    if (byKey === null) {
      byKey = new Map()
      for (const good of goods)
        for (const name of [good.name, ...good.aliases]) {
          if (!ONLY_CHINESE.test(name)) continue
          const key = keyOf(name)
          const known = byKey.get(key)
          if (known === undefined) byKey.set(key, [{ word: name, good }])
          else known.push({ word: name, good })
        }
    }
    const alike = (byKey.get(keyOf(word)) ?? []).filter((one) => sharesSign(one.word, word))
    return alike[0]?.good ?? null
  }
}
