/** Goods as short rows of values, which is how a vocabulary holds them: their keys would be most of it. */
import type { GoodFacts } from '../config/catalogue-types.js'
import type { Heard } from './sounds.js'

type GoodRow = [
  name: string,
  category: string,
  unit: string,
  place: GoodFacts['place'],
  heavy: boolean,
  medicine: GoodFacts['medicine'],
  lifeSustaining: boolean,
  kilograms: number | null,
]

export const rowOfGood = ({ name, category, unit, place, heavy, medicine, lifeSustaining, kilograms }: GoodFacts): GoodRow => [
  name,
  category,
  unit,
  place,
  heavy,
  medicine,
  lifeSustaining,
  kilograms,
]

export const goodOfRow = ([name, category, unit, place, heavy, medicine, lifeSustaining, kilograms]: GoodRow): GoodFacts => ({
  name,
  category,
  unit,
  place,
  heavy,
  medicine,
  lifeSustaining,
  kilograms,
})

/** The names that sound alike, each with its good behind it. */
type HeardRow = (string | number)[]

export const rowOfHeard = (heard: readonly Heard[]): HeardRow => heard.flatMap(({ name, good }) => [name, good])

export const heardOfRow = (row: HeardRow): Heard[] => {
  const heard: Heard[] = []
  for (let at = 0; at < row.length; at += 2) heard.push({ name: String(row[at]), good: Number(row[at + 1]) })
  return heard
}
