/** What is remembered, on both databases. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openAlerts, raiseAlert, takeAlert } from '../../store/alerts.js'
import { type Cause, revertMessage } from '../../store/changes.js'
import { addPerson, addRoom, handleOf, householdAt, householdsIn, noteHandle, roomsAt } from '../../store/community.js'
import { exportOrders, exportPickList } from '../../store/exports.js'
import { messageById, noteHandled, receive, reviewList, unhandled } from '../../store/inbox.js'
import { makeInvite, useInvite } from '../../store/invites.js'
import { claimJob, hasRun } from '../../store/jobs.js'
import { type Db, openStore, StoreRefused } from '../../store/open.js'
import { completeOrder, linesOf, type NewLine, orderById, setLine, setStatus, takeOrder, waitingOrder } from '../../store/orders.js'
import { dueToSend, freeze, noteSending, noteSent, notify, queue, requeueInFlight, sendAgain, waitingNotices } from '../../store/outbox.js'
import { compilePickList, doorOf } from '../../store/picklist.js'
import { checkOff, clearMarks, currentRound, mark, missingIn, startRound } from '../../store/rounds.js'
import { freshUrl, onBoth } from './both.js'

const DAY = '2021-01-27'
const line = (item: string, qty: number | null, unit: string | null, more: Partial<NewLine> = {}): NewLine => ({
  item,
  qty,
  unit,
  spec: null,
  place: 'supermarket',
  medicine: '',
  heavy: 0,
  known: 1,
  span_start: 0,
  span_end: 2,
  ...more,
})
const message = async (db: Db, id: string): Promise<number> =>
  (await receive(db, {
    account: 'a',
    message_id: id,
    seq: 1,
    sent_at: 1,
    received_at: 1,
    room_handle: 'r',
    sender_handle: 'p',
    kind: 'text',
    text: id,
    quoted: null,
    recalls: '[]',
  })) ?? 0
const cause = (inboxId: number | null = null): Cause => ({ at: 1000, why: 'test', personId: null, inboxId })
const at = async (db: Db, building: string, unit: string, room: string): Promise<number> =>
  (await householdAt(db, { building, unit, room }))?.id ?? 0
const order = async (db: Db, door: string, lines: NewLine[], by = cause()): Promise<number> => {
  const [building = '', unit = '', room = ''] = door.split('-')
  const householdId = await at(db, building, unit, room)
  return takeOrder(db, { householdId, roomId: null, personId: null, day: DAY, source: 'chat', urgent: null }, lines, by)
}

onBoth('the store', (open, engine) => {
  it('holds the households of the sample community', async () => {
    const { db } = await open()
    expect(await householdsIn(db, { building: '3', unit: null })).toHaveLength(36)
    expect(await householdsIn(db, { building: '5', unit: '4' })).toHaveLength(12)
    expect(await householdsIn(db, { building: null, unit: null })).toEqual([])
    const [counted] = (await sql<{ n: number }>`select count(*) as n from households`.execute(db)).rows
    expect(Number(counted?.n)).toBe(1404)
  })

  it('migrates once and refuses a newer database with a sentence', async () => {
    const { url, forget } = await freshUrl(engine)
    await (await openStore(url)).close()
    const again = await openStore(url)
    await sql`insert into schema_version (version) values (99)`.execute(again.db)
    await again.close()
    await expect(openStore(url)).rejects.toThrow(StoreRefused)
    await expect(openStore(url)).rejects.toThrow(/99.*升级/u)
    await forget()
  })

  it('keeps a message once, and it waits until it is handled', async () => {
    const { db } = await open()
    const id = await message(db, 'm-1')
    expect(await message(db, 'm-1')).toBe(0)
    expect((await unhandled(db)).map((row) => row.id)).toEqual([id])
    await noteHandled(db, id, { handled_at: 5, outcome: 'review', review: 1, understanding: '[]' })
    expect(await unhandled(db)).toEqual([])
    expect((await reviewList(db)).map((row) => row.message_id)).toEqual(['m-1'])
    expect((await messageById(db, id))?.outcome).toBe('review')
  })

  it('writes an event for every change, and none where nothing changed', async () => {
    const { db } = await open()
    const id = await order(db, '3-2-501', [line('大米', 10, '斤')])
    const [rice] = await linesOf(db, id)
    expect(await setLine(db, rice?.id ?? 0, { qty: 20 }, cause())).toBe(true)
    expect(await setLine(db, rice?.id ?? 0, { qty: 20 }, cause())).toBe(false)
    const events = await db.selectFrom('events').selectAll().where('entity', '=', 'order_lines').orderBy('id').execute()
    expect(events.map(({ before, after }) => [before === null ? null : JSON.parse(before), JSON.parse(after).qty])).toEqual([
      [null, 10],
      [{ qty: 10 }, 20],
    ])
  })

  it('adds a second message of the day to the same order, and takes a message’s effect back', async () => {
    const { db } = await open()
    const first = await message(db, 'm-1')
    const second = await message(db, 'm-2')
    const one = await order(db, '3-2-501', [line('大米', 10, '斤')], cause(first))
    expect(await order(db, '3-2-501', [line('盐', 1, '袋')], cause(second))).toBe(one)
    expect(await revertMessage(db, second, cause())).toMatchObject({ changes: 1 })
    expect((await linesOf(db, one)).map(({ item, status }) => [item, status])).toEqual([
      ['大米', 'wanted'],
      ['盐', 'cancelled'],
    ])
    expect(await revertMessage(db, second, cause())).toMatchObject({ changes: 0 })
  })

  it('lets an order wait for its door, then joins it with what the household has', async () => {
    const { db } = await open()
    const personId = await addPerson(
      db,
      { name: '豆豆妈', role: 'resident', grid: null, household_id: null, household_from: null },
      cause(),
    )
    const facts = { householdId: null, roomId: null, personId, day: DAY, source: 'chat' as const, urgent: null }
    const waits = await takeOrder(db, facts, [line('苹果', 3, '斤')], cause())
    const standing = await order(db, '3-2-202', [line('大米', 5, '斤')])
    const found = await waitingOrder(db, personId)
    if (found === undefined) throw new Error('no order waits')
    expect(found.id).toBe(waits)
    expect(await completeOrder(db, found, await at(db, '3', '2', '202'), cause())).toBe(standing)
    expect((await linesOf(db, standing)).map(({ item }) => item).sort()).toEqual(['大米', '苹果'])
    expect((await orderById(db, waits))?.status).toBe('cancelled')
  })

  it('delivers the lines that are wanted and leaves out what is out', async () => {
    const { db } = await open()
    const id = await order(db, '3-2-302', [line('鸡蛋', 30, '个'), line('豆油', 1, '桶')])
    const [eggs] = await linesOf(db, id)
    await setLine(db, eggs?.id ?? 0, { status: 'out' }, cause())
    const found = await orderById(db, id)
    if (found === undefined) throw new Error('no order')
    expect(await setStatus(db, found, 'delivered', cause())).toBe(true)
    expect(await exportOrders(db, DAY)).toMatchObject([
      { household: '3-2-302', status: 'delivered', lines: [{ status: 'out' }, { status: 'delivered' }] },
    ])
  })

  it('numbers the walk by building, unit and floor, and keeps numbers', async () => {
    const { db } = await open()
    for (const door of ['6-1-101', '3-2-501', '3-2-102', '5-1-302']) await order(db, door, [line('大米', 10, '斤')])
    const doors = async () => (await compilePickList(db, '1', DAY, 1)).entries.map(({ no, household }) => `${no} ${doorOf(household)}`)
    expect(await doors()).toEqual(['1 3-2-102', '2 3-2-501', '3 5-1-302', '4 6-1-101'])
    await order(db, '1-1-101', [line('盐', 1, '袋')])
    expect(await doors()).toEqual(['1 3-2-102', '2 3-2-501', '3 5-1-302', '4 6-1-101', '5 1-1-101'])
  })

  it('walks building 10 behind building 9', async () => {
    const { db } = await open()
    for (const door of ['10-1-101', '9-1-101', '11-1-101']) await order(db, door, [line('大米', 10, '斤')])
    expect((await compilePickList(db, '2', DAY, 1)).entries.map(({ household }) => household.building)).toEqual(['9', '10', '11'])
  })

  it('adds up what to buy: one unit together, others apart, what has no quantity counted', async () => {
    const { db } = await open()
    await order(db, '1-1-101', [line('大米', 10, '斤'), line('土豆', null, null)])
    await order(db, '1-1-102', [
      line('大米', 0.5, '斤'),
      line('大米', 1, '袋'),
      line('缬沙坦', 1, '盒', { place: 'pharmacy', medicine: 'chronic' }),
    ])
    const { pickups } = await exportPickList(db, '1', DAY, 1)
    expect(pickups).toEqual([
      {
        place: 'supermarket',
        items: [
          { item: '大米', unit: '斤', qty: 10.5, unstated: 0, households: ['1-1-101', '1-1-102'] },
          { item: '大米', unit: '袋', qty: 1, unstated: 0, households: ['1-1-102'] },
          { item: '土豆', unit: null, qty: 0, unstated: 1, households: ['1-1-101'] },
        ],
      },
      { place: 'pharmacy', items: [{ item: '缬沙坦', unit: '盒', qty: 1, unstated: 0, households: ['1-1-102'] }] },
    ])
  })

  it('marks a whole building for staff only until it is cleared', async () => {
    const { db } = await open()
    await order(db, '3-2-501', [line('大米', 10, '斤')])
    expect(await mark(db, { building: '3', unit: null }, 'confirmed', cause())).toBe(true)
    expect(await mark(db, { building: '3', unit: null }, 'confirmed', cause())).toBe(false)
    expect((await compilePickList(db, '1', DAY, 1)).entries[0]?.staffOnly).toBe(true)
    expect(await clearMarks(db, { building: '3', unit: null }, cause())).toBe(true)
    expect((await compilePickList(db, '1', DAY, 1)).entries[0]?.staffOnly).toBe(false)
  })

  it('queues a text once for its key, urgent first, and tries again what failed', async () => {
    const { db } = await open()
    const roomId = await addRoom(db, { topic: 't', kind: 'unit', building: '3', unit: '2', grid: null, bound_by: 'topic' }, cause())
    const row = { room_id: roomId, person_id: null, urgent: 0, due_at: 10 }
    expect(await queue(db, { ...row, dedupe_key: 'k', text: 'one' })).not.toBeNull()
    expect(await queue(db, { ...row, dedupe_key: 'k', text: 'again' })).toBeNull()
    await queue(db, { ...row, dedupe_key: 'u', text: 'urgent', urgent: 1, due_at: 20 })
    expect((await dueToSend(db, 5))?.text).toBeUndefined()
    const first = await dueToSend(db, 30)
    if (first === undefined) throw new Error('nothing is due')
    expect(first.text).toBe('urgent')
    await noteSending(db, first)
    await sendAgain(db, first.id, 100)
    expect((await dueToSend(db, 30))?.text).toBe('one')
    const again = await dueToSend(db, 100)
    if (again === undefined) throw new Error('nothing is due')
    expect(again).toMatchObject({ text: 'urgent', attempts: 1 })
    await noteSending(db, again)
    await requeueInFlight(db)
    expect(await dueToSend(db, 100)).toMatchObject({ text: 'urgent', maybe_twice: 1 })
    await noteSent(db, again.id, 101)
    expect((await dueToSend(db, 200))?.text).toBe('one')
  })

  it('gathers a room’s notices into one row, and ties them to it when it is sent', async () => {
    const { db } = await open()
    const roomId = await addRoom(db, { topic: 't', kind: 'unit', building: '3', unit: '2', grid: null, bound_by: 'topic' }, cause())
    const notice = {
      room_id: roomId,
      person_id: null,
      kind: 'taken' as const,
      order_id: null,
      household_id: null,
      detail: '{}',
      at: 1,
      inbox_id: null,
    }
    await notify(db, notice, 9)
    await notify(db, notice, 12)
    const row = await dueToSend(db, 50)
    if (row === undefined) throw new Error('nothing is due')
    expect(row).toMatchObject({ text: null, due_at: 9 })
    const notices = await waitingNotices(db, row)
    expect(notices).toHaveLength(2)
    await freeze(db, row, notices, 'both')
    expect(await waitingNotices(db, row)).toEqual([])
    expect(await dueToSend(db, 50)).toMatchObject({ id: row.id, text: 'both' })
    await notify(db, notice, 60)
    expect(await db.selectFrom('outbox').selectAll().execute()).toHaveLength(2)
  })

  it('claims a job for its time once', async () => {
    const { db } = await open()
    expect(await hasRun(db, 'digest', 7)).toBe(false)
    expect((await Promise.all([claimJob(db, 'digest', 7, 8), claimJob(db, 'digest', 7, 8)])).sort()).toEqual([false, true])
    expect(await claimJob(db, 'digest', 9, 9)).toBe(true)
    expect(await hasRun(db, 'digest', 7)).toBe(true)
  })

  it('raises one alert a message; who takes it ends it', async () => {
    const { db } = await open()
    const facts = {
      kind: 'medicine',
      household_id: null,
      room_id: null,
      person_id: null,
      grid: '1',
      place: 'p',
      words: 'w',
      at: 1,
      next_at: 2,
    }
    const inbox = await message(db, 'm-1')
    const id = await raiseAlert(db, facts, cause(inbox))
    expect(await raiseAlert(db, facts, cause(inbox))).toBeNull()
    expect(await openAlerts(db, '1')).toHaveLength(1)
    expect(await openAlerts(db, '2')).toHaveLength(0)
    expect(await takeAlert(db, id ?? 0, null, cause())).toBe(true)
    expect(await openAlerts(db, null)).toEqual([])
  })

  it('keeps a test round until the next, and knows who is missing', async () => {
    const { db } = await open()
    expect(await startRound(db, 3, cause())).toEqual({ no: 3, begun: true })
    expect(await startRound(db, 3, cause())).toEqual({ no: 3, begun: false })
    const round = await currentRound(db)
    expect(await checkOff(db, round?.id ?? 0, await at(db, '3', '2', '501'), cause())).toBe(true)
    expect(await checkOff(db, round?.id ?? 0, await at(db, '3', '2', '501'), cause())).toBe(false)
    expect(await missingIn(db, round?.id ?? 0, '1')).toHaveLength(19 * 12 - 1)
    expect(await startRound(db, null, cause())).toEqual({ no: 4, begun: true })
  })

  it('knows a room and a person by their newest session id', async () => {
    const { db } = await open()
    const id = await addRoom(
      db,
      { topic: '富通社区3栋2单元', kind: 'unit', building: '3', unit: '2', grid: null, bound_by: 'topic' },
      cause(),
    )
    await noteHandle(db, 'a', 'room', '@old', id, 1)
    await noteHandle(db, 'a', 'room', '@new', id, 2)
    expect(await handleOf(db, 'a', 'room', id)).toBe('@new')
    expect((await roomsAt(db, { building: '3', unit: '2' })).map((room) => room.id)).toEqual([id])
  })

  it('lets a one-time code work once and until it expires', async () => {
    const { db } = await open()
    const code = await makeInvite(db, { role: 'staff', grid: '2', name: '小王' }, 1000)
    expect(await useInvite(db, 'WRONGCODE', 500)).toBeNull()
    expect(await useInvite(db, code, 1000)).toBeNull()
    expect(await useInvite(db, code.toLowerCase(), 500)).toEqual({ role: 'staff', grid: '2', name: '小王' })
    expect(await useInvite(db, code, 500)).toBeNull()
    expect(JSON.stringify(await db.selectFrom('invites').selectAll().execute())).not.toContain(code)
  })
})
