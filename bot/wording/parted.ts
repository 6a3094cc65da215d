/** What may be said of lines in a residents' group: the goods to name, and how many medicines and goods of elsewhere are only counted. */
import type { SaidLine } from './wording.js'

export const parted = (lines: readonly SaidLine[]): { named: SaidLine[]; medicines: number; unnamed: number } => ({
  named: lines.filter((line) => line.medicine === '' && line.item !== ''),
  medicines: lines.filter((line) => line.medicine !== '').length,
  unnamed: lines.filter((line) => line.item === '').length,
})
