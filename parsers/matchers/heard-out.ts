/** 硝酸甘游没了, 喷的那个沙丁安醇空了: a medicine whose name voice input wrote by its sound is heard where it ran out, though nobody counts it. */
import type { Clause, Message } from '../message.js'
import { LONGEST } from '../sounds.js'
import { RAN_OUT } from '../words/wanting.js'
import { Need } from './need.js'
import type { BySound } from './unknown.js'

/** Between the name and what says that it ran out. */
const SMALL = /(?:都|也|又|已经?|快|就|要|马上|全|彻底|刚|可|早|[今昨前]天|[今昨]晚|早上|中午|晚上|吃|用|喷|打|吸|含|喝|抽)+$/u
/** Two signs that sound like a medicine may be anything. */
const SHORTEST = 3

export const heardOut = (message: Message, clause: Clause, at: number, bySound: BySound): Need | null => {
  const out = message.find(RAN_OUT, clause.text)
  if (out === null) return null
  const before = clause.text.slice(0, out.index)
  const named = before.length - (SMALL.exec(before)?.[0].length ?? 0)
  for (let long = Math.min(LONGEST, named); long >= SHORTEST; long--) {
    const good = bySound(before.slice(named - long, named))
    if (good === null || good.medicine === '') continue
    const end = clause.start + named
    const need = new Need(good.name, good, end - long, end, end, clause, at)
    need.heard = true
    return need
  }
  return null
}
