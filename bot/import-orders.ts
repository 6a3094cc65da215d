/** Takes the orders of a sheet in one go, or shows what would come of it. */
import { householdAt } from '../store/community.js'
import type { Db } from '../store/open.js'
import { takeAppOrder } from './app-orders.js'
import type { Office } from './office.js'
import type { SheetOrder } from './sheets/orders-in.js'

export interface ImportedOrder {
  order: SheetOrder
  state: 'new' | 'known' | 'other words' | 'no such door'
  taken: number
  doubled: number
}

export const takeSheetOrders = async (db: Db, orders: readonly SheetOrder[], office: Office): Promise<ImportedOrder[]> => {
  const came: ImportedOrder[] = []
  for (const order of orders) {
    const household = await householdAt(db, order.address)
    const taken = household === undefined ? null : await takeAppOrder(db, household, order, office)
    if (taken === null) came.push({ order, state: 'no such door', taken: 0, doubled: 0 })
    else if (taken.state === 'other words') came.push({ order, state: taken.state, taken: 0, doubled: 0 })
    else came.push({ order, state: taken.state, taken: taken.taken, doubled: taken.doubled })
  }
  return came
}
