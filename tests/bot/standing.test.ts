/** Orders that come again by themselves: how their rules are read, and that taking them back ends them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { comesOn, type Standing } from '../../store/standing.js'
import { type Day, openDay } from './day.js'

let day: Day
beforeEach(async () => {
  day = await openDay('20:00')
})
afterEach(() => day.close())

describe('is noted', () => {
  it.each([
    ['每周一三五给 2-3-101 送牛奶1箱', '每周一、三、五 2-3-101 牛奶1箱'],
    ['每周1、3、5给2栋3单元101送牛奶1箱', '每周一、三、五 2-3-101 牛奶1箱'],
    ['每天给2-3-101王奶奶送馒头两个', '每天 2-3-101 馒头2个'],
    ['每3天给2-3-101送白菜1棵,鸡蛋10个', '每3天 2-3-101 白菜1棵、鸡蛋10个'],
    ['每隔两天给2-3-101带牛奶1箱', '每3天 2-3-101 牛奶1箱'],
    ['每周六日给2-3-101送牛奶1箱,到2月10日', '每周六、日 2-3-101 牛奶1箱，到2月10日'],
    ['每天给2-3-101送牛奶1箱到月底', '每天 2-3-101 牛奶1箱，到1月31日'],
    ['every mon and fri 2-3-101 送牛奶1箱', '每周一、五 2-3-101 牛奶1箱'],
  ])('%s', async (text, noted) => {
    await day.say('s-wang', 'g1', text)
    await day.minutes(1)
    expect(day.heard('g1').join()).toContain(noted)
  })

  it.each(['每天给2-3-101打电话', '每周开会', '2-3-101每天都要测温'])('or not: %s', async (text) => {
    await day.say('s-wang', 'g1', text)
    await day.until('06:30', '2021-01-28')
    expect(day.heard('g1').join()).not.toContain('已记下')
    expect(await day.order('2-3-101', '2021-01-28')).toBeUndefined()
  })
})

it('counts medicines only where volunteers read', async () => {
  await day.say('s-wang', 'g1', '每天给2-3-101送缬沙坦1盒')
  await day.minutes(1)
  expect(day.heard('g1').join()).toContain('药品1种')
  expect(day.heard('g1').join()).not.toContain('缬沙坦')
})

it('ends with 撤销, and what it laid for the day goes with it', async () => {
  await day.say('s-wang', 'g1', '每天给2-3-101送牛奶1箱')
  await day.until('06:30', '2021-01-28')
  expect(await day.order('2-3-101', '2021-01-28')).toMatchObject({ status: 'open', source: 'standing' })
  await day.say('s-wang', 'g1', '撤销')
  expect(await day.order('2-3-101', '2021-01-28')).toMatchObject({ status: 'cancelled' })
  await day.until('06:30', '2021-01-29')
  expect(await day.order('2-3-101', '2021-01-29')).toBeUndefined()
})

it('stays apart from what is said later that day, so that each keeps its source', async () => {
  await day.say('s-wang', 'g1', '每天给2-3-101送牛奶1箱')
  await day.until('06:30', '2021-01-28')
  await day.say('s-wang', 'g1', '代2-3-101订大米10斤')
  await day.until('06:30', '2021-01-29')
  const sources = await day.office.store.db.selectFrom('orders').select(['day', 'source']).orderBy('id').execute()
  expect(sources).toEqual([
    { day: '2021-01-28', source: 'standing' },
    { day: '2021-01-29', source: 'phone' },
    { day: '2021-01-29', source: 'standing' },
  ])
})

it('comes on the days of its rule, until its last, and not while it rests', () => {
  const one: Standing = {
    ...{ id: 1, household_id: 1, lines: '[]', person_id: null, inbox_id: null, last_day: null },
    ...{ rule: '{"every":"days","days":3}', until_day: '2021-02-06', status: 'paused', from_day: '2021-01-28', paused_until: '2021-01-31' },
  }
  const days = ['2021-01-25', '2021-01-28', '2021-01-31', '2021-02-02', '2021-02-03', '2021-02-06', '2021-02-09']
  expect(days.filter((date) => comesOn(one, date))).toEqual(['2021-02-03', '2021-02-06'])
})
