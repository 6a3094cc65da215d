/** What staff and volunteers write, in their grid's group and privately. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Day, openDay } from './day.js'

let day: Day
beforeEach(async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.say('3-2-302', '3-2', '鸡蛋30个,豆油一桶')
  await day.say('3-2-102', '3-2', '鸡蛋20个')
  await day.say('5-4-102', '5-4', '缬沙坦一盒')
  await day.until('06:10')
  for (const room of ['3-2', '5-4', '7-1', 'g1', 'g2']) day.heard(room)
})
afterEach(() => day.close())

const statuses = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await day.orders()).map(({ household, status }) => [household, status]))

describe('delivered', () => {
  it.each([
    ['by doors', 's-wang', 'g1', '3-2-501 3-2-302已送', ['3-2-501', '3-2-302']],
    ['by numbers', 'v-chen', 'g1', '1、3送到了', ['3-2-102', '3-2-501']],
    ['by a range', 'v-chen', 'g1', '送达 1-3', ['3-2-102', '3-2-302', '3-2-501']],
    ['the whole unit except 302', 's-wang', 'g1', '3栋2单元送完了,除了302', ['3-2-102', '3-2-501']],
    ['privately', 's-wang', '-', '3-2-501已送达', ['3-2-501']],
  ])('%s', async (_, who, where, text, want) => {
    await day.say(who, where, text)
    const now = await statuses()
    expect(
      Object.keys(now)
        .filter((door) => now[door] === 'delivered')
        .sort(),
    ).toEqual([...want].sort())
    await day.minutes(1)
    const told = day.heard('3-2').join()
    for (const door of want) expect(told).toContain(door.slice(4))
  })

  it('tells the household once, however often it is confirmed', async () => {
    await day.say('v-chen', 'g1', '3-2-501已送')
    await day.minutes(1)
    expect(day.heard('3-2')).toHaveLength(1)
    expect(day.heard('g1')).toHaveLength(1)
    await day.say('s-wang', 'g1', '3-2-501 已送达')
    await day.minutes(1)
    expect(day.heard('3-2')).toEqual([])
    expect(day.heard('g1')).toEqual([])
  })

  it('is signed by the household', async () => {
    await day.say('v-chen', 'g1', '3-2-501已送')
    await day.say('3-2-501', '3-2', '收到了,谢谢')
    expect(await statuses()).toMatchObject({ '3-2-501': 'received', '3-2-302': 'open' })
  })

  it('says which door has no order', async () => {
    await day.say('v-chen', 'g1', '3-2-601已送')
    await day.minutes(1)
    expect(day.heard('g1').join()).toContain('3-2-601')
    expect(day.heard('3-2')).toEqual([])
  })

  it('is undone by 撤销, and what was said is put right', async () => {
    await day.say('v-chen', 'g1', '3-2-501已送')
    await day.minutes(1)
    day.heard('3-2')
    await day.say('v-chen', 'g1', '撤销')
    await day.minutes(1)
    expect(await statuses()).toMatchObject({ '3-2-501': 'open' })
    expect(day.heard('3-2').join()).toContain('更正')
  })
})

it('notes who did not open', async () => {
  await day.say('s-wang', 'g1', '3-2-302没人应门,501送到了')
  expect(await statuses()).toMatchObject({ '3-2-302': 'undelivered', '3-2-501': 'delivered' })
})

describe('stock', () => {
  it('takes what is out from the lines and tells the households', async () => {
    await day.say('s-wang', 'g1', '鸡蛋断货了')
    await day.minutes(1)
    expect((await day.order('3-2-302'))?.lines).toMatchObject([
      { item: '鸡蛋', status: 'out' },
      { item: '豆油', status: 'wanted' },
    ])
    expect(day.heard('3-2').join()).toMatch(/302.*鸡蛋.*缺货/su)
    expect((await day.pickList('1')).pickups[0]?.items.map(({ item }) => item)).not.toContain('鸡蛋')
  })

  it('brings it back when it arrives, masked where it is a medicine', async () => {
    await day.say('s-wang', 'g1', '缬沙坦没货')
    await day.say('s-wang', 'g1', '缬沙坦到货了')
    await day.minutes(1)
    expect((await day.order('5-4-102'))?.lines).toMatchObject([{ item: '缬沙坦', status: 'wanted' }])
    expect(day.heard('5-4').join()).not.toContain('缬沙坦')
  })

  it('leaves the other grid alone', async () => {
    await day.say('s-su', 'g2', '鸡蛋断货了')
    expect((await day.order('3-2-302'))?.lines).toMatchObject([{ status: 'wanted' }, { status: 'wanted' }])
  })
})

it('marks a unit, so that its entries are for staff only, until it is cleared', async () => {
  await day.say('s-wang', 'g1', '3栋2单元有确诊')
  expect((await day.pickList('1')).entries.filter(({ staffOnly }) => staffOnly).map(({ household }) => household)).toEqual([
    '3-2-102',
    '3-2-302',
    '3-2-501',
  ])
  await day.say('s-wang', 'g1', '3栋2单元解除管控')
  expect((await day.pickList('1')).entries.some(({ staffOnly }) => staffOnly)).toBe(false)
})

it('does not let a volunteer mark a unit', async () => {
  await day.say('v-chen', 'g1', '3栋2单元有确诊')
  expect((await day.pickList('1')).entries.some(({ staffOnly }) => staffOnly)).toBe(false)
})

it('keeps a test round: begins, is checked off, says who is missing', async () => {
  await day.say('s-wang', 'g1', '开始第三轮核酸')
  await day.say('s-wang', 'g1', '3栋2单元做完了,除了401')
  await day.say('s-wang', 'g1', '还有谁没做')
  await day.minutes(1)
  const told = day.heard('g1').join('\n')
  expect(told).toContain('第3轮')
  expect(told).toMatch(/3-2：401(?:\n|$)/u)
})

it('shows the list of the day on demand; medicines only to the staff of the grid, in private where volunteers read the group', async () => {
  day.heard('@s-wang')
  await day.say('s-wang', 'g1', '今日清单')
  await day.minutes(1)
  const own = day.heard('g1').join()
  expect(own).toContain('3-2-302')
  expect(own).toContain('5-4-102 药品1种')
  expect(own).not.toContain('缬沙坦')
  expect(day.heard('@s-wang').join()).toContain('5-4-102 缬沙坦1盒')
  await day.say('s-su', '-', '一网格清单')
  await day.minutes(1)
  const other = day.heard('@s-su').join()
  expect(other).toContain('5-4-102')
  expect(other).not.toContain('缬沙坦')
})

it('binds a group whose topic says nothing', async () => {
  await day.say('s-wang', 'x', '绑定 4栋1单元')
  await day.say('p-9', 'x', '要大米10斤', { name: '602小周' })
  expect(await day.order('4-1-602', '2021-01-28')).toBeDefined()
})
