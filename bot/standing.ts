/** Lays the day's orders of all standing ones, before the pick lists are numbered. */
import type { Db } from '../store/open.js'
import { comesOn, layFor, standingOrders } from '../store/standing.js'

export const layStanding = async (db: Db, day: string, at: number): Promise<void> => {
  for (const standing of await standingOrders(db)) if (comesOn(standing, day)) await layFor(db, standing, day, at)
}
