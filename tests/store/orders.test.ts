/** The life of an order, from a need to a signature. */
import { expect, it } from 'vitest'
import { exportOrders } from '../../store/exports.js'
import type { Db } from '../../store/open.js'
import {
  activeOrder,
  completeOrder,
  lastHouseholdOf,
  linesByItem,
  linesOf,
  newestOrder,
  openOrders,
  ordersOf,
  ordersToDeliver,
  setLine,
  setStatus,
  waitingOrder,
  waitingOrders,
} from '../../store/orders.js'
import type { LineStatus, OrderStatus } from '../../store/schema.js'
import { onBoth } from './both.js'
import { cause, DAY, householdId, line, ordered, orderOf, person } from './given.js'

const NEXT = '2021-01-28'
const states = async (db: Db, id: number): Promise<LineStatus[]> => (await linesOf(db, id)).map(({ status }) => status)

onBoth('orders', (open) => {
  it('keeps quantities as they were said, also halves and none', async () => {
    const { db } = await open()
    const id = await ordered(db, '3-2-501', [line('大米', { qty: 0.1 }), line('糖', { qty: 2.5 }), line('葱', { qty: null, unit: null })])
    expect((await linesOf(db, id)).map(({ qty }) => qty)).toEqual([0.1, 2.5, null])
  })

  for (const [path, lines] of [
    [
      ['delivered', 'received'],
      ['delivered', 'out'],
    ],
    [
      ['picked', 'delivered'],
      ['delivered', 'out'],
    ],
    [
      ['delivered', 'undelivered'],
      ['wanted', 'out'],
    ],
    [['cancelled'], ['cancelled', 'out']],
  ] satisfies [OrderStatus[], LineStatus[]][])
    it(`goes open → ${path.join(' → ')} with its lines, what is out staying out`, async () => {
      const { db } = await open()
      const id = await ordered(db, '3-2-501', [line('大米'), line('盐')])
      const [, salt] = await linesOf(db, id)
      await setLine(db, salt?.id ?? 0, { status: 'out' }, cause())
      for (const status of path) expect(await setStatus(db, await orderOf(db, id), status, cause())).toBe(true)
      expect(await states(db, id)).toEqual(lines)
      const last = path.at(-1)
      if (last !== undefined) expect(await setStatus(db, await orderOf(db, id), last, cause())).toBe(false)
    })

  it('begins a new order once the day’s is delivered, and adds to one that could not be', async () => {
    const { db } = await open()
    const first = await ordered(db, '3-2-501', [line('大米')])
    await setStatus(db, await orderOf(db, first), 'delivered', cause())
    const second = await ordered(db, '3-2-501', [line('盐')])
    expect(second).not.toBe(first)
    await setStatus(db, await orderOf(db, second), 'undelivered', cause())
    expect(await ordered(db, '3-2-501', [line('糖')])).toBe(second)
    expect(await exportOrders(db, DAY)).toMatchObject([{ household: '3-2-501', status: 'undelivered', lines: [{}, {}, {}] }])
  })

  it('becomes urgent with a line that is, and stays so', async () => {
    const { db } = await open()
    const id = await ordered(db, '3-2-501', [line('大米')])
    await ordered(db, '3-2-501', [line('胰岛素')], { urgent: 'medicine' })
    await ordered(db, '3-2-501', [line('盐')])
    expect((await orderOf(db, id)).urgent).toBe('medicine')
  })

  it('completes a waiting order with its door', async () => {
    const { db } = await open()
    const personId = await person(db, '豆豆妈')
    const id = await ordered(db, null, [line('苹果')], { personId })
    const newer = await ordered(db, null, [line('梨')], { personId, day: NEXT })
    expect((await waitingOrders(db, personId)).map((order) => order.id)).toEqual([id, newer])
    expect((await waitingOrder(db, personId))?.id).toBe(newer)
    expect(await completeOrder(db, await orderOf(db, id), await householdId(db, '3-2-202'), cause())).toBe(id)
    expect(await orderOf(db, id)).toMatchObject({ status: 'open', household_id: await householdId(db, '3-2-202') })
    expect(await lastHouseholdOf(db, personId)).toBe(await householdId(db, '3-2-202'))
    expect((await waitingOrder(db, personId))?.id).toBe(newer)
  })

  it('does not lose the urgency of a waiting order that joins another', async () => {
    const { db } = await open()
    const personId = await person(db, '豆豆妈')
    const standing = await ordered(db, '3-2-202', [line('大米')])
    const waits = await ordered(db, null, [line('胰岛素')], { personId, urgent: 'medicine' })
    await completeOrder(db, await orderOf(db, waits), await householdId(db, '3-2-202'), cause())
    expect((await orderOf(db, standing)).urgent).toBe('medicine')
  })

  it('finds the order that is meant', async () => {
    const { db } = await open()
    const home = await householdId(db, '3-2-501')
    const today = await ordered(db, '3-2-501', [line('大米')])
    const tomorrow = await ordered(db, '3-2-501', [line('大米')], { day: NEXT })
    await ordered(db, '3-2-502', [line('大米')])
    expect((await activeOrder(db, home, DAY))?.id).toBe(today)
    expect((await openOrders(db, home, DAY)).map(({ id }) => id)).toEqual([tomorrow, today])
    expect((await openOrders(db, home, NEXT)).map(({ id }) => id)).toEqual([tomorrow])
    const toDeliver = async (day: string) => (await ordersToDeliver(db, home, day, '2021-01-01')).map(({ id }) => id)
    expect(await toDeliver(DAY)).toEqual([today])
    expect(await toDeliver(NEXT)).toEqual([tomorrow, today])
    expect(await toDeliver('2021-01-20')).toEqual([today])
    await setStatus(db, await orderOf(db, today), 'delivered', cause())
    expect(await toDeliver(DAY)).toEqual([])
    expect((await newestOrder(db, home, ['delivered'], DAY))?.id).toBe(today)
    expect(await newestOrder(db, home, ['delivered'], NEXT)).toBeUndefined()
    expect((await ordersOf(db, DAY, ['open'])).map(({ id }) => id)).not.toContain(today)
    expect(await ordersOf(db, DAY)).toHaveLength(2)
    expect((await linesByItem(db, '大米', DAY)).map(({ order_id, grid, day }) => [order_id, grid, day])).toEqual([
      [tomorrow, '1', NEXT],
      [expect.any(Number), '1', DAY],
    ])
  })
})
