/** Accounts: in whole cents, by bag or line, told in private, off unless the office wants them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountsSheet } from '../../bot/sheets/tables.js'
import { asCsv } from '../../bot/sheets/write.js'
import { accountsOf } from '../../store/accounts.js'
import { belongingsOf, forgetHousehold } from '../../store/forget.js'
import { type Day, openDay, TODAY } from './day.js'

let day: Day
beforeEach(async () => {
  day = await openDay('04:00')
  day.office.settings.modules = { ...day.office.settings.modules, accounts: true }
  await day.say('3-2-501', '3-2', '大米10斤', { name: '3-2-501 张阿姨' })
  await day.say('3-2-302', '3-2', '鸡蛋30个')
  await day.until('06:10')
  for (const where of ['3-2', 'g1', '@s-wang', '@3-2-501', '@3-2-302']) day.heard(where)
})
afterEach(() => day.close())

const charges = async (): Promise<string[]> =>
  (await accountsOf(day.office.store.db, TODAY, null)).charges.map(
    ({ household, item, cents, status }) => `${household} ${item} ${cents} ${status}`,
  )

describe('a price', () => {
  it.each([
    ['2号 45.6元', ['3-2-501  4560 due']],
    ['2号45块6', ['3-2-501  4560 due']],
    ['2号 共45元', ['3-2-501  4500 due']],
    ['2号 ¥0.07', ['3-2-501  7 due']],
    ['3-2-501 45.60元', ['3-2-501  4560 due']],
    ['2号 大米25.8元、鸡蛋12元', ['3-2-501 大米 2580 due', '3-2-501 鸡蛋 1200 due']],
    ['账 3-2-501 大米25.8元', ['3-2-501 大米 2580 due']],
  ])('%s', async (text, want) => {
    await day.say('s-wang', 'g1', text)
    expect(await charges()).toEqual(want)
  })

  it('behind a door is an order where it names goods, so that none is lost', async () => {
    await day.say('s-wang', 'g1', '3-2-501 要猪肉20元的')
    expect(await charges()).toEqual([])
    expect((await day.order('3-2-501', '2021-01-28'))?.lines).toMatchObject([{ item: '猪肉', qty: 20, unit: '元' }])
  })

  it('is put right by a new one; the bag takes the place of its lines, and 撤销 brings them back', async () => {
    await day.say('s-wang', 'g1', '2号 大米25.8元')
    await day.say('s-wang', 'g1', '2号 大米26元')
    expect(await charges()).toEqual(['3-2-501 大米 2600 due'])
    await day.say('s-wang', 'g1', '2号 30元')
    expect(await charges()).toEqual(['3-2-501  3000 due'])
    await day.say('s-wang', 'g1', '撤销')
    expect(await charges()).toEqual(['3-2-501 大米 2600 due'])
  })

  it('of no bag is not noted', async () => {
    await day.say('s-wang', 'g1', '9号 30元')
    await day.say('s-wang', 'g1', '3-2-601 30元')
    await day.minutes(1)
    expect(await charges()).toEqual([])
    expect(day.heard('g1').join()).toMatch(/9号.*3-2-601/su)
  })
})

it('is told to the household in private, or only when it asks', async () => {
  day.office.settings.accounts = { tell: 'asked' }
  await day.say('s-wang', 'g1', '2号 45.6元')
  await day.minutes(1)
  expect(day.heard('@3-2-501')).toEqual([])
  await day.say('3-2-501', '3-2', '一共多少钱', { name: '3-2-501 张阿姨' })
  await day.minutes(1)
  expect(day.heard('@3-2-501').join()).toContain('一共45.60元')
  expect(day.heard('3-2')).toEqual([])
  await day.say('3-2-302', '3-2', '一共多少钱')
  await day.minutes(1)
  expect(day.heard('@3-2-302')).toEqual([])
})

it('adds up to the cent where floats would not', async () => {
  for (const price of ['0.1', '0.2']) await day.say('s-wang', 'g1', `2号 ${price === '0.1' ? '大米' : '鸡蛋'}${price}元`)
  await day.say('s-wang', 'g1', '1号 0.7元')
  const { cents, grids } = await accountsOf(day.office.store.db, TODAY, null)
  expect([cents, grids]).toEqual([100, [{ grid: '1', households: 2, cents: 100, paidCents: 0 }]])
  expect(asCsv(accountsSheet(await accountsOf(day.office.store.db, TODAY, null)))).toContain('总计,,,1.00,,0.00')
})

it('goes with a household that is forgotten', async () => {
  await day.say('s-wang', 'g1', '2号 45.6元')
  const { db } = day.office.store
  const household = await db
    .selectFrom('households')
    .selectAll()
    .where('building', '=', '3')
    .where('unit', '=', '2')
    .where('room', '=', '501')
    .executeTakeFirstOrThrow()
  expect((await belongingsOf(db, household)).charges).toHaveLength(1)
  await forgetHousehold(db, household)
  expect(await charges()).toEqual([])
})

it('is not heard of where it is off', async () => {
  day.office.settings.modules = { ...day.office.settings.modules, accounts: false }
  await day.say('s-wang', 'g1', '2号 45.6元')
  await day.say('s-wang', 'g1', '账目')
  await day.minutes(1)
  expect(await charges()).toEqual([])
  expect(day.heard('g1')).toEqual([])
})
