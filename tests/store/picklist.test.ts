/** Pick lists: numbers that hold all day, the order of the walk, and what to buy. */
import { expect, it } from 'vitest'
import { settleHouseholds } from '../../store/community.js'
import { exportPickList } from '../../store/exports.js'
import { mark } from '../../store/marks.js'
import { type Db, openStore } from '../../store/open.js'
import { linesOf, setLine, setStatus } from '../../store/orders.js'
import { compilePickList, doorOf, householdByNumber } from '../../store/picklist.js'
import { freshUrl, onBoth } from './both.js'
import { cause, DAY, householdId, line, ordered, orderOf } from './given.js'

const walk = async (db: Db, grid = '1'): Promise<string[]> =>
  (await compilePickList(db, grid, DAY, 1)).entries.map(({ no, household }) => `${no} ${doorOf(household)}`)

onBoth('pick lists', (open, engine) => {
  it('keeps numbers when orders are cancelled, come later or come back', async () => {
    const { db } = await open()
    const ids = new Map<string, number>()
    for (const door of ['2-1-101', '1-1-101', '1-2-601', '1-2-101']) ids.set(door, await ordered(db, door, [line('大米')]))
    expect(await walk(db)).toEqual(['1 1-1-101', '2 1-2-101', '3 1-2-601', '4 2-1-101'])
    await setStatus(db, await orderOf(db, ids.get('1-2-101') ?? 0), 'cancelled', cause())
    await ordered(db, '1-1-102', [line('盐')])
    expect(await walk(db)).toEqual(['1 1-1-101', '3 1-2-601', '4 2-1-101', '5 1-1-102'])
    await ordered(db, '1-2-101', [line('糖')])
    expect(await walk(db)).toEqual(['1 1-1-101', '2 1-2-101', '3 1-2-601', '4 2-1-101', '5 1-1-102'])
    expect(await householdByNumber(db, '1', DAY, 5)).toBe(await householdId(db, '1-1-102'))
    expect(await householdByNumber(db, '1', DAY, 6)).toBeNull()
    expect(await householdByNumber(db, '1', '2021-01-28', 1)).toBeNull()
  })

  it('spends no number on an order without lines, nor on one that waits', async () => {
    const { db } = await open()
    const empty = await ordered(db, '1-1-101', [line('大米')])
    const [rice] = await linesOf(db, empty)
    await setLine(db, rice?.id ?? 0, { status: 'cancelled' }, cause())
    await ordered(db, null, [line('糖')])
    await ordered(db, '1-1-102', [line('盐')])
    expect(await walk(db)).toEqual(['1 1-1-102'])
  })

  it('walks 9 before 10, floor by floor, and lettered buildings last', async () => {
    const { url, forget } = await freshUrl(engine)
    const { db, close } = await openStore(url)
    const doors = ['B-1-101', '10-1-101', 'A-2-101', 'A-1-1101', 'A-1-901', '9-10-101', '9-2-101']
    const households = doors.map((door) => {
      const [building = '', unit = '', room = ''] = door.split('-')
      return { building, unit, room, floor: Number(room.slice(0, -2)), grid: 'x' }
    })
    await settleHouseholds(db, households)
    for (const door of doors) await ordered(db, door, [line('大米')])
    const expected = ['9-2-101', '9-10-101', '10-1-101', 'A-1-901', 'A-1-1101', 'A-2-101', 'B-1-101']
    expect(await walk(db, 'x')).toEqual(expected.map((door, index) => `${index + 1} ${door}`))
    await close()
    await forget()
  })

  it('flags what is heavy, urgent and for staff only, and puts marked units last', async () => {
    const { db } = await open()
    await ordered(db, '1-1-101', [line('大米', { heavy: 1 }), line('盐')])
    await ordered(db, '1-2-101', [line('胰岛素')], { urgent: 'medicine' })
    await ordered(db, '2-1-101', [line('盐')])
    await mark(db, { building: '1', unit: '2' }, 'confirmed', '2021-02-10', cause())
    const { entries } = await exportPickList(db, '1', DAY, 1)
    expect(entries.map(({ heavy, urgent, staffOnly }) => [heavy, urgent, staffOnly])).toEqual([
      [true, null, false],
      [false, null, false],
      [false, 'medicine', true],
    ])
  })

  it('adds quantities without rounding errors, leaves out what is out or cancelled, and counts who said none', async () => {
    const { db } = await open()
    const first = await ordered(db, '1-1-101', [
      line('鸡蛋', { qty: 0.1, unit: '斤' }),
      line('豆油', { qty: 1, unit: '桶' }),
      line('盐', { qty: 1, unit: '袋' }),
    ])
    const [, oil, salt] = await linesOf(db, first)
    await setLine(db, oil?.id ?? 0, { status: 'out' }, cause())
    await setLine(db, salt?.id ?? 0, { status: 'cancelled' }, cause())
    await ordered(db, '1-1-102', [line('鸡蛋', { qty: 0.2, unit: '斤' }), line('鸡蛋', { qty: 30, unit: '个' })])
    await ordered(db, '1-1-201', [line('鸡蛋', { qty: null, unit: null })])
    expect((await compilePickList(db, '1', DAY, 1)).pickups).toEqual([
      {
        place: 'supermarket',
        items: [
          { item: '鸡蛋', unit: '斤', qty: 0.3, unstated: 1, households: ['1-1-101', '1-1-102', '1-1-201'], known: true, specs: [] },
          { item: '鸡蛋', unit: '个', qty: 30, unstated: 0, households: ['1-1-102'], known: true, specs: [] },
        ],
      },
    ])
  })

  if (engine === 'sqlite') return
  it('gives no number twice to processes that compile at once', async () => {
    const { url, forget } = await freshUrl(engine)
    const stores = [await openStore(url), await openStore(url)]
    const [one, two] = stores
    if (one === undefined || two === undefined) throw new Error('two stores are needed')
    const home = (room: number) => ({ building: '1', unit: '1', room: `${room}`, floor: 1, grid: '1' })
    await settleHouseholds(
      one.db,
      Array.from({ length: 30 }, (_, index) => home(101 + index)),
    )
    for (let room = 101; room <= 130; room++) await ordered(one.db, `1-1-${room}`, [line('大米')])
    const lists = await Promise.all(stores.map((store) => store.db.transaction().execute((trx) => walk(trx))))
    expect(lists[0]).toEqual(lists[1])
    expect(lists[0]).toHaveLength(30)
    for (const store of stores) await store.close()
    await forget()
  })
})
