/** What an entry weighs, and how a building's load is split into trips that one person can carry. */

import type { OrderLine } from '../store/orders.js'
import type { Entry } from '../store/picklist.js'
import { isUnderWay } from './entry-status.js'
import type { Office } from './office.js'
import { hasLift } from './route.js'

/** Where the catalogue does not know: a pack of heavy goods (rice, flour, oil, water) and of others, in kilograms. */
const HEAVY_PACKS: Record<string, number> = { 箱: 12, 件: 12, 桶: 10, 袋: 5, 提: 6, 包: 5, 壶: 5, 瓶: 1 }
const LIGHT_PACKS: Record<string, number> = { 箱: 5, 件: 5, 桶: 5, 袋: 0.5, 提: 2 }
const HEAVY_PIECE = 2
const LIGHT_PIECE = 0.3
/** Of what is sold by weight and wanted by the piece: 鸡蛋30个, 苹果5个. A tray (板) of eggs holds thirty. */
const EGG = 0.06
const PIECES: Record<string, number> = { 个: 0.2, 根: 0.15, 把: 0.4, 棵: 1, 颗: 0.8, 条: 0.8, 块: 0.4 }
const EGGS: Record<string, number> = { 个: EGG, 枚: EGG, 只: EGG, 板: 30 * EGG, 打: 12 * EGG, 盒: 12 * EGG, 箱: 60 * EGG }
/** 10斤装, 5升: how much a pack holds. */
const HOLDS = /(\d+(?:\.\d+)?)\s?(斤|公斤|千克|kg|升|l)/iu
const KILOGRAMS: Record<string, number> = { 斤: 0.5, 公斤: 1, 千克: 1, kg: 1, 升: 1, l: 1 }

type Weighed = Pick<OrderLine, 'item' | 'qty' | 'unit' | 'spec' | 'heavy'>

/** Kilograms, estimated. */
export const weightOf = (line: Weighed, { goods, measures }: Pick<Office, 'goods' | 'measures'>): number => {
  const good = goods.get(line.item)
  const qty = line.qty ?? 1
  const unit = line.unit ?? good?.unit ?? null
  if (unit === '元') return 0
  const measured = unit === null ? null : (measures.get(unit)?.kilograms ?? null)
  if (measured !== null) return qty * measured
  const held = HOLDS.exec(line.spec ?? '')
  if (held !== null) return qty * Number(held[1]) * (KILOGRAMS[(held[2] ?? '').toLowerCase()] ?? 1)
  if (good?.kilograms != null && unit === good.unit) return qty * good.kilograms
  const byWeight = good !== undefined && measures.get(good.unit)?.kilograms != null
  const known = {
    ...(line.heavy === 1 ? HEAVY_PACKS : LIGHT_PACKS),
    ...(byWeight ? PIECES : {}),
    ...(line.item.endsWith('蛋') ? EGGS : {}),
  }
  const other = byWeight ? null : good?.kilograms
  return qty * ((unit === null ? undefined : known[unit]) ?? other ?? (line.heavy === 1 ? HEAVY_PIECE : LIGHT_PIECE))
}

export const weightOfEntry = (entry: Pick<Entry, 'lines'>, office: Pick<Office, 'goods' | 'measures'>): number =>
  entry.lines.filter((line) => line.status === 'wanted').reduce((sum, line) => sum + weightOf(line, office), 0)

export interface Load {
  no: number
  door: string
  floor: number
  lift: boolean
  kilograms: number
}
export interface BuildingLoad {
  building: string
  kilograms: number
  /** Each within the limit, or one load that needs two people. */
  trips: Load[][]
}

/** Buildings whose load is above what one carries: the floors without a lift first, the highest before the others. */
export const loadsOf = (entries: readonly Entry[], doorOf: (entry: Entry) => string, office: Office): BuildingLoad[] => {
  const { settings } = office
  const limit = settings.carrying.kilogramsPerTrip
  const byBuilding = new Map<string, Load[]>()
  for (const entry of entries.filter(isUnderWay)) {
    const { building, floor } = entry.household
    const load = { no: entry.no, door: doorOf(entry), floor, lift: hasLift(building, settings), kilograms: weightOfEntry(entry, office) }
    byBuilding.set(building, [...(byBuilding.get(building) ?? []), load])
  }
  return [...byBuilding].flatMap(([building, loads]) => {
    const kilograms = loads.reduce((sum, load) => sum + load.kilograms, 0)
    return kilograms <= limit ? [] : [{ building, kilograms, trips: tripsOf(loads, limit) }]
  })
}

/** The first trip into which a load still fits, so that few are made. */
const tripsOf = (loads: readonly Load[], limit: number): Load[][] => {
  const trips: { loads: Load[]; kilograms: number }[] = []
  const first = [...loads].sort((a, b) => Number(a.lift) - Number(b.lift) || b.floor - a.floor || b.kilograms - a.kilograms)
  for (const load of first) {
    const trip = trips.find(({ kilograms }) => kilograms + load.kilograms <= limit)
    if (trip === undefined) trips.push({ loads: [load], kilograms: load.kilograms })
    else {
      trip.loads.push(load)
      trip.kilograms += load.kilograms
    }
  }
  return trips.map((trip) => trip.loads)
}
