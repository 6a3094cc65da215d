/** Goods and amounts as the bot says them in English. */
import { SHOWN } from '../legible.js'
import { parted } from './parted.js'
import type { SaidLine } from './wording.js'

/** Of a very long order the first lines. */
export const some = (lines: readonly SaidLine[]): string[] => [
  ...lines.slice(0, SHOWN).map(said),
  ...(lines.length > SHOWN ? [`… ${lines.length} kinds in all`] : []),
]

export const amount = (qty: number | null, unit: string | null): string => (qty === null ? '' : ` ${qty}${unit === null ? '' : unit}`)
export const said = (line: SaidLine): string => `${line.item}${amount(line.qty, line.unit)}`
export const medicinesOf = (count: number): string => `${count} medicine${count === 1 ? '' : 's'}`
export const masked = (lines: readonly SaidLine[]): string => {
  const { named, ...counted } = parted(lines)
  return goodsOf({ items: some(named), ...counted })
}
export const goodsOf = ({ items, medicines, unnamed }: { items: string[]; medicines: number; unnamed: number }): string =>
  [
    ...items,
    ...(medicines > 0 ? [medicinesOf(medicines)] : []),
    ...(unnamed > 0 ? [`${unnamed} thing${unnamed === 1 ? '' : 's'}`] : []),
  ].join(', ')
