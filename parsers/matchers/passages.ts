/** 进7栋1单元 已消毒: staff went into a marked place or out of it, or disinfected there. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Command, Context } from '../types.js'

const IN = pattern(() => /^(?:我)?(?:刚|已)?(?:进|入)(?:了|入|去)?\s?/u)
const OUT = pattern(() => /^(?:我)?(?:刚|已)?(?:出|离开|撤出)(?:了|来)?\s?/u)
const CLEANED = pattern(() => /^[,:\s]*(?:已|都|刚|全)?(?:经)?(?:消毒|消杀)(?:完毕?|过|好|了)*[了!。]*$/u)
const NOT_CLEANED = pattern(() => /^[,:\s]*(?:[还尚]?[没未])(?:有)?(?:消毒|消杀)[!。]*$/u)
const NOTHING = /^[,。!\s了]*$/u

export const PASSAGES = [IN, OUT, CLEANED, NOT_CLEANED]

export const readPassage = (message: Message, { room }: Context): Extract<Command, { kind: 'passage' }> | null => {
  const [place, more] = message.places
  if (place === undefined || more !== undefined || message.text.length > 30) return null
  const before = message.text.slice(0, place.start).trim()
  const behind = message.text.slice(place.end).trim()
  const building = place.building ?? room.building ?? null
  const goesIn = message.says(IN, before) && before.replace(IN.regex, '') === ''
  const goesOut = message.says(OUT, before) && before.replace(OUT.regex, '') === ''
  const disinfected = message.says(CLEANED, behind)
  const bare = NOTHING.test(behind) || message.says(NOT_CLEANED, behind)
  const way = goesIn ? 'in' : goesOut ? 'out' : before === '' && disinfected ? 'clean' : null
  if (way === null || building === null || !(disinfected || bare)) return null
  return { kind: 'passage', way, building, unit: place.unit, disinfected }
}
