/** The samplers' list of a test round: each row names a door, in one cell or in three, and may say that nobody was tested there. */
import { z } from 'zod'
import type { Address } from '../parsers/types.js'
import type { Cause } from '../store/changes.js'
import { householdAt } from '../store/community.js'
import type { Db } from '../store/open.js'
import { doorOf } from '../store/picklist.js'
import { checkOff, endVisits, type Round } from '../store/rounds.js'
import type { Office } from './office.js'

export interface ListRow {
  row: number
  cells: string[]
}
export interface TestedRow {
  row: number
  door: string | null
  outcome: 'new' | 'known' | 'not tested' | 'no door' | 'other grid'
  /** The row as it stands, shortened. */
  words: string
}

const HEADS = {
  building: /^(?:楼|栋|幢|座|楼号|楼栋|栋号|幢号|building)$/iu,
  unit: /^(?:单元|单元号|门|unit)$/iu,
  room: /^(?:室|房|户|号|室号|房号|户号|房间|房间号|room)$/iu,
  door: /^(?:门牌|门牌号|地址|住址|详细地址|家庭住址|door|address)$/iu,
  state: /^(?:状态|结果|是否采样|是否检测|采样|核酸|备注|state|result)$/iu,
}
type Columns = Partial<Record<keyof typeof HEADS, number>>

const NOT_TESTED = /^(?:未|没|否|无|缺|no\b|×|✗|x$)/iu

/** Empty where the row is no head of a table. */
const columnsOf = (cells: readonly string[]): Columns => {
  const found: Columns = {}
  for (const [name, pattern] of Object.entries(HEADS)) {
    const at = cells.findIndex((cell) => pattern.test(cell.replace(/\s/gu, '')))
    if (at >= 0) Object.assign(found, { [name]: at })
  }
  return found.door !== undefined || (found.building !== undefined && found.room !== undefined) ? found : {}
}

const part = z
  .string()
  .transform((cell) => /[\dA-Za-z]+/u.exec(cell.normalize('NFKC'))?.[0] ?? null)
  .transform((name) => (name === null ? null : /^\d+$/u.test(name) ? String(Number(name)) : name.toUpperCase()))

const addressIn = (cells: readonly string[], columns: Columns, { reader }: Office): Address => {
  const cell = (name: keyof Columns): string => (columns[name] === undefined ? '' : (cells[columns[name]] ?? ''))
  if (columns.door !== undefined) return reader.readAddress(cell('door'))
  if (columns.building !== undefined)
    return { building: part.parse(cell('building')), unit: part.parse(cell('unit')), room: part.parse(cell('room')) }
  const read = cells.map((one) => reader.readAddress(one))
  return (
    read.find(({ building, unit, room }) => building !== null && unit !== null && room !== null) ?? {
      building: null,
      unit: null,
      room: null,
    }
  )
}

/** Checks off every row that names a door; what is not understood is returned, so that a person looks. Twice the same list changes nothing. */
export const takeTested = async (rows: readonly ListRow[], round: Round, db: Db, office: Office, cause: Cause): Promise<TestedRow[]> => {
  const columns = columnsOf(rows[0]?.cells ?? [])
  const headed = Object.keys(columns).length > 0
  const told: TestedRow[] = []
  for (const { row, cells } of headed ? rows.slice(1) : rows) {
    const household = await householdAt(db, addressIn(cells, columns, office))
    const words = cells.join(' ').trim().slice(0, 60)
    const said = (outcome: TestedRow['outcome']): number =>
      told.push({ row, door: household === undefined ? null : doorOf(household), outcome, words })
    if (household === undefined) said('no door')
    else if (round.grid !== null && household.grid !== round.grid) said('other grid')
    else if (NOT_TESTED.test(columns.state === undefined ? '' : (cells[columns.state] ?? ''))) said('not tested')
    else if (await checkOff(db, round.id, household.id, cause)) {
      await endVisits(db, household.id, cause)
      said('new')
    } else said('known')
  }
  return told
}
