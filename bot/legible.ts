/** What others wrote, made fit to stand between our own words: in one line, nothing that hides or turns what is around it, not too long. */

/** Controls (NUL, which PostgreSQL refuses, among them), marks and overrides of direction, line separators, halves of signs. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const NAME = 64

const cut = (text: string, most: number): string => {
  const signs = [...text.slice(0, 2 * most + 2)]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text
}

/** A name, alias or topic, as it is kept and matched. */
export const legibleName = (name: string): string =>
  cut(name.replace(/\s+/gu, ' ').replace(UNFIT, '').replace(/ {2,}/gu, ' ').trim(), NAME).trim()

const QUOTED = 300

/** Words as staff are shown them; the whole message is in the database. */
export const quoted = (words: string): string =>
  cut(
    words
      .slice(0, 4 * QUOTED)
      .replace(/\s*\n\s*/gu, '／')
      .replace(UNFIT, ''),
    QUOTED,
  )

/** Goods of one order in one text; the pick list and the export name all of them. */
export const SHOWN = 40

/** 诺和锐30 2支, and not 302 of it: how much stands apart from a name that ends in a number. */
export const withAmount = (item: string, amount: string): string =>
  /\d$/u.test(item) && /^\d/u.test(amount) ? `${item} ${amount}` : `${item}${amount}`
