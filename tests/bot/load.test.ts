/** What things weigh, and how they are split; who takes which part of the route. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuildingLoad, loadsOf, weightOf } from '../../bot/load.js'
import { compilePickList, doorOf } from '../../store/picklist.js'
import { type Day, openDay } from './day.js'

let day: Day
beforeAll(async () => {
  day = await openDay('04:00')
})
afterAll(() => day.close())

describe('weight', () => {
  it.each([
    ['大米', 10, '斤', null, 5],
    ['大米', 2, '袋', null, 10],
    ['大米', 1, '袋', '20斤装', 10],
    ['豆油', 1, '桶', null, 5],
    ['豆油', 2, '瓶', '1.8升', 3.6],
    ['桶装水', 1, null, null, 19],
    ['白菜', 3, '公斤', null, 3],
    ['大米', 20, '元', null, 0],
    ['鸡蛋', 30, '个', null, 1.8],
    ['鸡蛋', 2, '板', null, 3.6],
    ['苹果', 5, '个', null, 1],
  ])('of %s %s%s %s is %s kg', (item, qty, unit, spec, kilograms) => {
    const heavy = day.office.goods.get(item)?.heavy ? 1 : 0
    expect(weightOf({ item, qty, unit, spec, heavy }, day.office)).toBeCloseTo(kilograms, 3)
  })
})

describe('a building', () => {
  let loads: BuildingLoad[]
  beforeAll(async () => {
    await day.say('3-2-602', '3-2', '大米20斤')
    await day.say('3-2-102', '3-2', '大米20斤')
    await day.say('3-2-401', '3-2', '大米15斤')
    const { entries } = await compilePickList(day.office.store.db, '1', '2021-01-27', day.clock.now())
    loads = loadsOf(entries, (entry) => doorOf(entry.household), day.office)
  })

  it('above the limit is split, the highest floor first, into as few trips as fit', () => {
    expect(loads).toHaveLength(1)
    expect(loads[0]?.trips.map((trip) => trip.map(({ door }) => door))).toEqual([['3-2-602', '3-2-401'], ['3-2-102']])
    for (const trip of loads[0]?.trips ?? []) expect(trip.reduce((sum, one) => sum + one.kilograms, 0)).toBeLessThanOrEqual(20)
  })
})

describe('a part of the route', () => {
  it.each([
    ['我送5、6栋', '5栋、6栋'],
    ['我来送三栋一单元', '3栋1单元'],
    ['我负责4-6栋吧', '4栋、5栋、6栋'],
    ['我送1栋2单元和5栋', '1栋2单元、5栋'],
  ])('%s', async (text, parts) => {
    await day.say('s-wang', 'g1', text)
    await day.minutes(1)
    expect(day.heard('g1').join()).toContain(`小王 送 ${parts}（`)
    await day.say('s-wang', 'g1', '撤销')
  })

  it.each(['我送3-2-501了', '我送孩子上学', '我送到5栋了', '5栋6栋谁送'])('is none: %s', async (text) => {
    const before = await day.office.store.db.selectFrom('route_parts').select('id').execute()
    await day.say('s-wang', 'g1', text)
    expect(await day.office.store.db.selectFrom('route_parts').select('id').execute()).toEqual(before)
  })

  it('of another grid is refused', async () => {
    await day.say('v-chen', 'g1', '我送8栋')
    await day.minutes(1)
    expect(day.heard('@v-chen').join()).toContain('不能在这里做')
  })
})
