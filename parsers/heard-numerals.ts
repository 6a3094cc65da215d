/** Numerals as voice input writes them by their sound: 量斤小米 is two pounds, 意瓶醋 one bottle. */
import type { Lexicon } from './lexicon.js'
import type { Spots } from './spotter.js'

const SOUNDS: Readonly<Record<number, string>> = { 1: '依意伊已', 2: '量良亮凉', 3: '山', 4: '司寺', 5: '午舞武', 8: '巴', 9: '久' }
/** Asked of every sign that begins no word. */
const VALUES = new Uint8Array(65_536)
for (const [value, signs] of Object.entries(SOUNDS)) for (const sign of signs) VALUES[sign.charCodeAt(0)] = Number(value)
const JOINING = '和跟与及再、,。 \n'
/** 鸡蛋2板 已付: no pair of anything. */
const PAID = '已付'
const COUNTING: ReadonlySet<string> = new Set(['weight', 'pack', 'count'])

/** `touches`: a word that is known ends right before it. The number meant, 0 where the sign means something else: a measure must follow, and a good be beside both. */
export const heardNumeral = (text: string, index: number, code: number, touches: boolean, { word }: Lexicon, spots: Spots): number => {
  const value = VALUES[code] ?? 0
  if (value === 0 || text.startsWith(PAID, index) || !(touches || index === 0 || JOINING.includes(text.charAt(index - 1)))) return 0
  const end = spots.ends[index + 1] ?? 0
  const measure = end > index + 1 ? word(spots.words[index + 1] ?? 0).measure : null
  if (measure === null || !COUNTING.has(measure.kind)) return 0
  const isGood = (spots.ends[end] ?? 0) > end && word(spots.words[end] ?? 0).good !== null
  return isGood || (touches && (end >= text.length || '、,。!? \n'.includes(text.charAt(end)))) ? value : 0
}
