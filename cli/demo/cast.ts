/** The sample community as a cast: a group for every unit, a staff group for every grid, two carriers and one staff member a grid. */
import type { Cast } from '../../bot/replay.js'
import { householdsOf } from '../../config/layout.js'
import type { Settings } from '../../config/settings.js'

export const STAFF_NAMES = ['小王', '苏姐', '老李', '郭主任', '董姐', '老尹']
export const VOLUNTEER_NAMES = ['小陈', '大刘', '阿成', '小马', '田田', '老周']

export const unitRoom = (building: string, unit: string): string => `r-${building}-${unit}`
export const gridRoom = (grid: string): string => `r-g${grid}`

export const demoCast = (settings: Settings): Cast => {
  const units = new Map(householdsOf(settings).map(({ building, unit }) => [unitRoom(building, unit), { building, unit }]))
  const rooms: Cast['rooms'] = [...units].map(([id, { building, unit }]) => ({
    id,
    topic: `${settings.community.name}${building}栋${unit}单元`,
    kind: 'unit',
    building,
    unit,
  }))
  const people: Cast['people'] = []
  for (const [index, grid] of settings.grids.entries()) {
    rooms.push({ id: gridRoom(grid.id), topic: `${grid.name}工作群`, kind: 'grid', grid: grid.id })
    const alias = {}
    people.push({ id: `s-${grid.id}`, name: STAFF_NAMES[index] ?? `员工${grid.id}`, alias, role: 'staff', grid: grid.id })
    people.push({ id: `v-${grid.id}`, name: VOLUNTEER_NAMES[index] ?? `志愿者${grid.id}`, alias, role: 'volunteer', grid: grid.id })
  }
  people.push({ id: 'head', name: '主任', alias: {}, role: 'head', grid: null })
  return { rooms, people }
}
