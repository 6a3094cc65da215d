/** Who may read the names of medicines: a group in which volunteers read is told that there are some, the grid's staff are told which. */
import type { Good } from '../config/catalogue-types.js'
import { type Person, type Room, staff, volunteersRead } from '../store/community.js'
import type { Db } from '../store/open.js'

/** The grid's staff; where it has none, the heads. */
export const privyTo = async (db: Db, grid: string | null): Promise<Person[]> => {
  const own = (await staff(db, grid === null ? {} : { grid })).filter((person) => person.role === 'staff')
  return own.length > 0 ? own : staff(db, { role: 'head' })
}

/** Where nobody could be told in private the group is told after all: a medicine that nobody buys is worse than one that is read. */
export const namesMedicines = async (db: Db, room: Pick<Room, 'id' | 'grid'>): Promise<boolean> =>
  !(await volunteersRead(db, room)) || (await privyTo(db, room.grid)).length === 0

type Goods = ReadonlyMap<string, Good>
const WORDS = new WeakMap<Goods, Map<string, string[]>>()
const SHORTEST = 2

/** Names of medicines by their first sign, the longest first. */
const wordsOf = (goods: Goods): Map<string, string[]> => {
  const known = WORDS.get(goods)
  if (known !== undefined) return known
  const words = new Map<string, string[]>()
  for (const good of goods.values())
    if (good.medicine !== '')
      for (const word of [good.name, ...good.aliases].map((name) => name.toLowerCase()))
        if (word.length >= SHORTEST) words.set(word.charAt(0), [...(words.get(word.charAt(0)) ?? []), word])
  for (const list of words.values()) list.sort((a, b) => b.length - a.length)
  WORDS.set(goods, words)
  return words
}

/** The text with `mask` for every medicine of the catalogue, and for the `more` names that the text is known to hold. */
export const withoutMedicines = (text: string, goods: Goods, mask: string, more: readonly string[] = []): string => {
  const words = wordsOf(goods)
  // Sign by sign, so that places in the folded text are those of the text (İ grows when it is folded).
  const folded = Array.from({ length: text.length }, (_, at) => text.charAt(at).toLowerCase().charAt(0)).join('')
  let masked = ''
  for (let at = 0; at < text.length; ) {
    const word =
      more.find((name) => name !== '' && text.startsWith(name, at)) ??
      words.get(folded.charAt(at))?.find((name) => folded.startsWith(name, at))
    masked += word === undefined ? text.charAt(at) : mask
    at += word?.length ?? 1
  }
  return masked
}
