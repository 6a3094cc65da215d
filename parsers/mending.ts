/** Mends a text in many small ways, each looked for only where what it needs stands: few texts need any. */
import type { Lexicon } from './lexicon.js'
import { TextSigns } from './signs.js'
import { membershipsIn } from './text.js'

export interface Mending {
  /** Of each of these sets one sign stands, once it is folded, in every text that this changes. */
  needs: readonly TextSigns[]
  mend: (text: string, lexicon: Lexicon) => string
}

/** A space stands in it. */
export const GAP = new TextSigns(' ')

/** Writes anew what an expression with the flag g finds. */
export const rewriting = (needs: readonly TextSigns[], expression: RegExp, anew: (found: string) => string): Mending => ({
  needs,
  mend: (text) => text.replace(expression, anew),
})

/** One after the other; `memberships`: those of the text. */
export const mendedBy = (mendings: readonly Mending[], text: string, memberships: number, lexicon: Lexicon): string => {
  let now = text
  let standing = memberships
  for (const { needs, mend } of mendings) {
    if (!areIn(needs, standing)) continue
    const better = mend(now, lexicon)
    if (better === now) continue
    now = better
    standing = membershipsIn(now, lexicon.fold)
  }
  return now
}

const areIn = (needs: readonly TextSigns[], memberships: number): boolean => {
  for (const signs of needs) if (!signs.standIn(memberships)) return false
  return true
}
