/** Words written over what stands in a text, and no longer than it: each sign behind them stays in its place. */

/** A sign that folding leaves out. */
export const SKIP = '\u200b'

/** Writes these words in place of what was found; no words leave it out. */
export const instead =
  (words: string) =>
  (found: string): string =>
    words.padEnd(found.length, SKIP)
export const comma = instead('，')
export const nothing = instead('')

/** The codes of signs, with an end behind. */
export const codesOf = (signs: Iterable<string>): Uint16Array => Uint16Array.from([...signs, '\0'], (sign) => sign.charCodeAt(0))
