/** The sample community as a chat network shows it: 1,404 households, each writing in one of 117 groups under an alias that names its door. */
import { householdsOf } from '../config/layout.js'
import type { Settings } from '../config/settings.js'

export interface Home {
  /** `3-2-501`, and of its group `3-2`. */
  door: string
  unit: string
  topic: string
  alias: string
  grid: string
}

export const doors = (settings: Settings): Home[] =>
  householdsOf(settings).map(({ building, unit, room, grid }) => ({
    door: `${building}-${unit}-${room}`,
    unit: `${building}-${unit}`,
    topic: `${settings.community.name}${building}栋${unit}单元`,
    alias: `${building}-${unit}-${room} 邻居`,
    grid,
  }))
