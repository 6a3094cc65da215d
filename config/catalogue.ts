/** The goods catalogue: the tables in `config/catalogue/` and a community's own additions. Faults are told line by line. */
import { readAtOnce } from './catalogue-fast.js'
import { type Candidate, hasTables, type Row, readAddedTables, readShippedTables } from './catalogue-tables.js'
import type { Catalogue, Good, Measure } from './catalogue-types.js'
import { KINDS, MEDICINES, NO, PLACES, TITLES, YES } from './catalogue-words.js'

/** The catalogue has faults; each is a sentence in Chinese with file and line. */
export class CatalogueRefused extends Error {
  override readonly name = 'CatalogueRefused'
  constructor(readonly faults: readonly string[]) {
    super(`商品目录有 ${faults.length} 处要改：\n${faults.join('\n')}`)
  }
}

/**
 * The shipped catalogue together with every `*.csv` of the given folders, whose rows add goods, or names and facts to known goods.
 * The shipped tables alone are read at once, for the tests check that no word in them stands for two goods; with additions all is checked.
 * @throws CatalogueRefused with all faults
 */
export function loadCatalogue(extraFolders: readonly string[] = []): Catalogue {
  const atOnce = extraFolders.some(hasTables) ? null : readAtOnce()
  if (atOnce !== null) return atOnce
  const { catalogue, faults } = compileCatalogue(extraFolders)
  if (faults.length > 0) throw new CatalogueRefused(faults)
  return catalogue
}

/** What is wrong with the catalogue and these additions, a Chinese sentence each; empty when all is well. */
export function checkCatalogue(extraFolders: readonly string[] = []): string[] {
  return compileCatalogue(extraFolders).faults
}

/** Whom a word names, as far as the tables tell; `at` is the table and line that say so. */
export interface Holder {
  name: string
  at: string
}
/** The tables with what is wrong in them, and who holds each word. */
export interface CatalogueBook {
  catalogue: Catalogue
  faults: readonly string[]
  goodCalled(word: string): Holder | undefined
  measureCalled(word: string): Holder | undefined
}

/** All tables read with care; `candidate` is a table as it would be if it were written. Faults are told, not thrown. */
export function openBook(extraFolders: readonly string[] = [], candidate?: Candidate): CatalogueBook {
  const draft = compileCatalogue(extraFolders, candidate)
  const holder = (claim: Claim | undefined): Holder | undefined =>
    claim === undefined ? undefined : { name: claim.name, at: placeOf(claim.by) }
  const key = (word: string): string => word.normalize('NFKC').trim().toLowerCase()
  return {
    catalogue: draft.catalogue,
    faults: draft.faults,
    goodCalled: (word) => holder(draft.goodWords.get(key(word))),
    measureCalled: (word) => holder(draft.measureWords.get(key(word))),
  }
}

/** Who holds a word: the name that it stands for, and the row that said so. */
interface Claim {
  name: string
  by: Row
}

interface Draft {
  catalogue: Catalogue
  faults: string[]
  goods: Map<string, Good>
  measures: Map<string, Measure>
  goodWords: Map<string, Claim>
  measureWords: Map<string, Claim>
}

function compileCatalogue(extraFolders: readonly string[], candidate?: Candidate): Draft {
  const faults: string[] = []
  const shipped = readShippedTables(faults)
  const added = extraFolders.flatMap((folder) => readAddedTables(folder, faults, candidate))
  const tables = [...shipped, ...added]
  const draft: Draft = {
    catalogue: { goods: [], measures: [] },
    faults,
    goods: new Map(),
    measures: new Map(),
    goodWords: new Map(),
    measureWords: new Map(),
  }
  for (const table of tables) if (table.holds === 'measures') for (const row of table.rows) addMeasure(draft, row)
  for (const table of tables) if (table.holds === 'goods') for (const row of table.rows) addGood(draft, row)
  return draft
}

function addMeasure(draft: Draft, row: Row): void {
  const name = row.name
  if (name === '') {
    refuse(draft, row, '没有写名称。')
    return
  }
  const known = row.table.adds ? draft.measures.get(name) : undefined
  const kind = KINDS.get(row.kind) ?? known?.kind
  if (kind === undefined) {
    refuse(draft, row, `计量单位「${name}」的种类「${row.kind}」不认识，请写：重量、容积、长度、个数、包装、金额。`)
    return
  }
  if (known === undefined && !claim(draft, draft.measureWords, name, name, row)) return
  const measure: Measure = known ?? { name, aliases: [], kind, kilograms: kilogramsOf(draft, row) }
  if (known === undefined) {
    draft.measures.set(name, measure)
    draft.catalogue.measures.push(measure)
  }
  addAliases(draft, draft.measureWords, measure, row)
}

function addGood(draft: Draft, row: Row): void {
  const name = row.name
  if (name === '') {
    refuse(draft, row, '没有写名称。')
    return
  }
  const known = isToldAgain(draft, row) ? undefined : draft.goods.get(name)
  const facts = factsOf(draft, row, name, known)
  if (facts === undefined) return
  if (known === undefined && !claim(draft, draft.goodWords, name, name, row)) return
  const good: Good = known === undefined ? { name, aliases: [], ...facts } : Object.assign(known, facts)
  if (known === undefined) {
    draft.goods.set(name, good)
    draft.catalogue.goods.push(good)
  }
  addAliases(draft, draft.goodWords, good, row)
}

/** Our own tables tell of a good once; a community's tell of its own goods once, and may add to ours and, with names only, to its own. */
function isToldAgain(draft: Draft, { table, name, category }: Row): boolean {
  return !table.adds || (category !== '' && draft.goodWords.get(name.toLowerCase())?.by.table.adds === true)
}

/** What a row says of a good; what an addition leaves empty stays as it was, and a life-sustaining mark is never taken away. */
function factsOf(draft: Draft, row: Row, name: string, known: Good | undefined): Omit<Good, 'name' | 'aliases'> | undefined {
  const words = {
    category: row.category,
    unit: row.unit,
    place: row.place,
    medicine: row.medicine,
  }
  if (known === undefined) {
    const empty = (['category', 'unit', 'place'] as const).find((column) => words[column] === '')
    if (empty !== undefined) {
      refuse(draft, row, `「${name}」是目录里没有的商品，要写「${TITLES[empty]}」。`)
      return undefined
    }
  }
  const unit = words.unit === '' ? known?.unit : unitOf(draft, words.unit)
  const place = words.place === '' ? known?.place : PLACES.get(words.place)
  const medicine = words.medicine === '' ? (known?.medicine ?? '') : MEDICINES.get(words.medicine)
  const lifeSustaining = yesOf(draft, row, 'life') || known?.lifeSustaining === true
  if (unit === undefined) refuse(draft, row, `「${name}」的单位「${words.unit}」不是计量单位，请先把它写进计量单位表，或换成已有的单位。`)
  if (place === undefined) refuse(draft, row, `「${name}」的取货处「${words.place}」不认识，请写：超市、药店。`)
  if (medicine === undefined) {
    refuse(draft, row, `「${name}」的药类「${words.medicine}」不认识，请写：慢性、急性、儿童、急救、保健、器械；不是药就留空。`)
  }
  if (lifeSustaining && medicine === '') refuse(draft, row, `「${name}」写了救命药，却没有写药类。`)
  if (unit === undefined || place === undefined || medicine === undefined) return undefined
  return {
    category: words.category === '' ? (known?.category ?? '') : words.category,
    unit,
    place,
    heavy: yesOf(draft, row, 'heavy') || known?.heavy === true,
    medicine,
    lifeSustaining,
    kilograms: kilogramsOf(draft, row) ?? known?.kilograms ?? null,
  }
}

/** The measure that a word names: itself, or the one whose alias it is. */
const unitOf = (draft: Draft, word: string): string | undefined =>
  draft.measures.has(word) ? word : draft.measureWords.get(word.toLowerCase())?.name

function addAliases(draft: Draft, words: Map<string, Claim>, to: Good | Measure, row: Row): void {
  const list = row.aliases
  if (list === '') return
  for (const part of list.split('|')) {
    const alias = part.trim()
    const again = row.table.adds && words.get(alias.toLowerCase())?.name === to.name
    if (alias === '') refuse(draft, row, `「${to.name}」的别名里有空的一格，请删去多余的「|」。`)
    else if (!again && claim(draft, words, alias, to.name, row)) to.aliases.push(alias)
  }
}

/** Takes a word for a good or a measure; false with a fault when it already stands for one. */
function claim(draft: Draft, words: Map<string, Claim>, word: string, name: string, by: Row): boolean {
  const key = word.toLowerCase()
  const holder = words.get(key)
  if (holder === undefined) {
    words.set(key, { name, by })
    return true
  }
  const first = placeOf(holder.by)
  const holdsName = holder.name.toLowerCase() === key
  if (holder.name === name && word !== name) refuse(draft, by, `「${name}」的别名「${word}」写了两遍。`)
  else if (word === name && holdsName) refuse(draft, by, `名称「${name}」重复，${first} 已经有了。`)
  else if (word === name) refuse(draft, by, `名称「${name}」已经是「${holder.name}」的别名（${first}），请只留一处。`)
  else if (holdsName) refuse(draft, by, `「${name}」的别名「${word}」是另一种商品的名称（${first}），请只留一处。`)
  else refuse(draft, by, `别名「${word}」同时属于「${name}」和「${holder.name}」（${first}），请只留一处。`)
  return false
}

function yesOf(draft: Draft, row: Row, column: 'heavy' | 'life'): boolean {
  const word = row[column]
  if (word === '') return false
  const known = YES.has(word) || NO.has(word)
  if (!known) refuse(draft, row, `「${row.name}」的「${TITLES[column]}」写的是「${word}」，请写「是」或留空。`)
  return YES.has(word)
}

function kilogramsOf(draft: Draft, row: Row): number | null {
  const word = row.kg
  if (word === '') return null
  const kilograms = Number(word)
  if (kilograms > 0 && Number.isFinite(kilograms)) return kilograms
  refuse(draft, row, `「${row.name}」的公斤数「${word}」不是大于零的数字。`)
  return null
}

const placeOf = ({ table, line }: Row): string => `${table.file}:${line}`

function refuse(draft: Draft, row: Row, sentence: string): void {
  draft.faults.push(`${placeOf(row)} ${sentence}`)
}
