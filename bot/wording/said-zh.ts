/** Goods, amounts and dates as the bot says them in Chinese. */
import { SHOWN, withAmount } from '../legible.js'
import { parted } from './parted.js'
import type { SaidLine } from './wording.js'

export const amount = (qty: number | null, unit: string | null): string =>
  qty === null ? '' : unit === null ? `×${qty}` : unit === '元' ? `${qty}元的` : `${qty}${unit}`
export const said = (line: SaidLine): string => withAmount(line.item, amount(line.qty, line.unit))

/** Of a very long order the first lines. */
export const some = (lines: readonly SaidLine[]): string[] => [
  ...lines.slice(0, SHOWN).map(said),
  ...(lines.length > SHOWN ? [`…共${lines.length}样`] : []),
]

/** Lines for a residents' group: medicines, and goods that were not ordered there, are only counted. */
export const masked = (lines: readonly SaidLine[]): string => {
  const { named, ...counted } = parted(lines)
  return goodsOf({ items: some(named), ...counted })
}
export const goodsOf = ({ items, medicines, unnamed }: { items: string[]; medicines: number; unnamed: number }): string =>
  [...items, ...(medicines > 0 ? [`药品${medicines}种`] : []), ...(unnamed > 0 ? [`东西${unnamed}样`] : [])].join('、')
export const dateOf = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
