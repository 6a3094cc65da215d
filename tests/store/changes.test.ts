/** Every change is an event, and a message's effect can be taken back without touching what others did. */
import { expect, it } from 'vitest'
import { openAlerts, raiseAlert, takeAlert } from '../../store/alerts.js'
import { revertMessage, updateTraced } from '../../store/changes.js'
import { changePerson, risks } from '../../store/community.js'
import { noteDelivery } from '../../store/deliveries.js'
import { lastEffective } from '../../store/inbox.js'
import { mark } from '../../store/marks.js'
import type { Db } from '../../store/open.js'
import { completeOrder, linesOf, setLine, setStatus } from '../../store/orders.js'
import { checkOff, closeRound, currentRound, missingIn, openRequests, startRound } from '../../store/rounds.js'
import { onBoth } from './both.js'
import { cause, handled, householdId, line, message, ordered, orderOf, person, request } from './given.js'

const states = async (db: Db, order: number): Promise<string[]> => [
  (await orderOf(db, order)).status,
  ...(await linesOf(db, order)).map(({ item, status }) => `${item} ${status}`),
]

onBoth('changes', (open) => {
  it('says of each change who, when, from what, to what, why and in which message', async () => {
    const { db } = await open()
    const inboxId = await message(db, 'm')
    const id = await person(db, '小王')
    await changePerson(db, id, { role: 'staff', grid: '2', name: '小王' }, { at: 77, why: 'code', personId: id, inboxId })
    const event = await db.selectFrom('events').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(event).toMatchObject({ at: 77, entity: 'people', entity_id: id, why: 'code', person_id: id, inbox_id: inboxId, reverted: 0 })
    expect([JSON.parse(event.before ?? ''), JSON.parse(event.after)]).toEqual([
      { role: 'resident', grid: null },
      { role: 'staff', grid: '2' },
    ])
  })

  it('writes nothing where there is nothing to change', async () => {
    const { db } = await open()
    const id = await person(db, '小王')
    expect(await updateTraced(db, 'people', id, {}, cause())).toBe(false)
    expect(await updateTraced(db, 'people', id, { name: '小王' }, cause())).toBe(false)
    expect(await db.selectFrom('events').selectAll().execute()).toHaveLength(1)
    await expect(updateTraced(db, 'people', 999, { name: 'x' }, cause())).rejects.toThrow('people 999 does not exist')
  })

  it('leaves no change without its event when a transaction fails', async () => {
    const { db } = await open()
    const failing = db.transaction().execute(async (trx) => {
      await person(trx, '小王')
      throw new Error('cut')
    })
    await expect(failing).rejects.toThrow('cut')
    expect(await db.selectFrom('people').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('events').selectAll().execute()).toEqual([])
  })
})

onBoth('taking a message back', (open) => {
  it('cancels its order and lines, and again changes nothing', async () => {
    const { db } = await open()
    const first = await message(db, 'm1')
    const order = await ordered(db, '3-2-501', [line('大米'), line('盐')], { cause: cause(first) })
    expect(await revertMessage(db, first, cause())).toEqual({ changes: 3, orders: [order] })
    expect(await states(db, order)).toEqual(['cancelled', '大米 cancelled', '盐 cancelled'])
    expect(await revertMessage(db, first, cause())).toEqual({ changes: 0, orders: [] })
  })

  it('keeps the order for what a later message added to it', async () => {
    const { db } = await open()
    const [first, second] = [await message(db, 'm1'), await message(db, 'm2')]
    const order = await ordered(db, '3-2-501', [line('大米')], { cause: cause(first) })
    await ordered(db, '3-2-501', [line('盐')], { cause: cause(second) })
    await revertMessage(db, first, cause())
    expect(await states(db, order)).toEqual(['open', '大米 cancelled', '盐 wanted'])
    await revertMessage(db, second, cause())
    expect(await states(db, order)).toEqual(['cancelled', '大米 cancelled', '盐 cancelled'])
  })

  it('keeps what was delivered since', async () => {
    const { db } = await open()
    const first = await message(db, 'm1')
    const order = await ordered(db, '3-2-501', [line('大米')], { cause: cause(first) })
    await setStatus(db, await orderOf(db, order), 'delivered', cause())
    expect(await revertMessage(db, first, cause())).toMatchObject({ changes: 0 })
    expect(await states(db, order)).toEqual(['delivered', '大米 delivered'])
  })

  it('gives back what it changed, each field unless somebody changed it since', async () => {
    const { db } = await open()
    const order = await ordered(db, '3-2-501', [line('大米', { qty: 10, unit: '斤' })])
    const [rice] = await linesOf(db, order)
    const first = await message(db, 'm1')
    await setLine(db, rice?.id ?? 0, { qty: 20 }, cause(first))
    await setLine(db, rice?.id ?? 0, { qty: 30, unit: '公斤' }, cause(first))
    await setLine(db, rice?.id ?? 0, { unit: '袋' }, cause())
    await revertMessage(db, first, cause())
    expect((await linesOf(db, order))[0]).toMatchObject({ qty: 10, unit: '袋' })
  })

  it('undoes a delivery: the order is open, its lines wanted, the delivery withdrawn', async () => {
    const { db } = await open()
    const order = await ordered(db, '3-2-501', [line('大米')])
    const told = await message(db, 'done 1')
    await setStatus(db, await orderOf(db, order), 'delivered', cause(told))
    await noteDelivery(db, { order_id: order, status: 'delivered', person_id: null, reason: null }, cause(told))
    await revertMessage(db, told, cause())
    expect(await states(db, order)).toEqual(['open', '大米 wanted'])
    expect((await db.selectFrom('deliveries').selectAll().execute()).map(({ status }) => status)).toEqual(['withdrawn'])
  })

  it('takes a door number back: the order waits again, with its lines', async () => {
    const { db } = await open()
    const personId = await person(db, '豆豆妈')
    const standing = await ordered(db, '3-2-202', [line('大米')])
    const waits = await ordered(db, null, [line('苹果')], { personId })
    const answer = await message(db, '202')
    await completeOrder(db, await orderOf(db, waits), await householdId(db, '3-2-202'), cause(answer))
    await revertMessage(db, answer, cause())
    expect(await states(db, standing)).toEqual(['open', '大米 wanted'])
    expect(await states(db, waits)).toEqual(['waiting', '苹果 wanted'])
  })

  it('ends marks, requests, checks and rounds, and a round that it closed goes on', async () => {
    const { db } = await open()
    await startRound(db, { no: 1, place: null, grid: null }, cause())
    const inboxId = await message(db, 'm')
    await mark(db, { building: '3', unit: '2' }, 'confirmed', '2021-02-10', cause(inboxId))
    await request(db, cause(inboxId))
    const round = await currentRound(db)
    await checkOff(db, round?.id ?? 0, await householdId(db, '1-1-101'), cause(inboxId))
    await closeRound(db, round?.id ?? 0, cause(inboxId))
    await startRound(db, { no: 2, place: null, grid: null }, cause(inboxId))
    await revertMessage(db, inboxId, cause(null, 2000))
    expect(await risks(db)).toEqual([])
    expect(await openRequests(db)).toEqual([])
    expect(await currentRound(db)).toMatchObject({ id: round?.id, no: 1 })
    expect(await missingIn(db, { id: round?.id ?? 0, grid: null }, null)).toHaveLength(1404)
  })

  it('does not silence an alert, but opens one again that was taken by mistake', async () => {
    const { db } = await open()
    const [call, taken] = [await message(db, 'call'), await message(db, '收到')]
    const facts = { kind: 'emergency', household_id: null, room_id: null, person_id: null, grid: '1', place: 'p', words: 'w' }
    const id = await raiseAlert(db, { ...facts, at: 1, next_at: 9 }, cause(call))
    await revertMessage(db, call, cause())
    expect(await openAlerts(db, '1')).toHaveLength(1)
    await takeAlert(db, id ?? 0, null, null, cause(taken))
    expect(await openAlerts(db, '1')).toHaveLength(0)
    await revertMessage(db, taken, cause())
    expect(await openAlerts(db, '1')).toMatchObject([{ acked_at: null, next_at: 9 }])
  })

  it('is not itself taken back: a second 撤销 goes to the act before', async () => {
    const { db } = await open()
    const who = await person(db, '小王', 'staff', '1')
    const said = async (id: string): Promise<number> => {
      const inboxId = await message(db, id)
      await handled(db, inboxId, { person_id: who })
      return inboxId
    }
    const orders = [await ordered(db, '1-1-101', [line('大米')]), await ordered(db, '1-1-102', [line('盐')])]
    const acts = [await said('送到1'), await said('送到2')]
    for (const [index, id] of orders.entries()) await setStatus(db, await orderOf(db, id), 'delivered', cause(acts[index]))
    for (const [index, undo] of [await said('撤销'), await said('撤销!')].entries()) {
      const last = await lastEffective(db, who, undo)
      expect(last).toBe(acts[1 - index])
      await revertMessage(db, last ?? 0, cause(undo))
    }
    expect(await lastEffective(db, who, await said('撤销!!'))).toBeNull()
    for (const id of orders) expect((await orderOf(db, id)).status).toBe('open')
  })
})
