/** What is fetched, offered instead, looked through and traced. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Day, openDay } from './day.js'

let day: Day
beforeEach(async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '排骨2斤,大米10斤')
  await day.say('3-2-302', '3-2', '鸡蛋30个')
  await day.until('06:10')
  for (const room of ['3-2', 'g1']) day.heard(room)
})
afterEach(() => day.close())

const pickedItems = async (): Promise<string[]> =>
  (await day.office.store.db.selectFrom('order_lines').select('item').where('picked_at', 'is not', null).orderBy('id').execute()).map(
    ({ item }) => item,
  )

describe('fetched', () => {
  it.each([
    ['备齐', ['排骨', '大米', '鸡蛋']],
    ['备齐超市', ['排骨', '大米', '鸡蛋']],
    ['鸡蛋备齐了', ['鸡蛋']],
    ['备齐 大米 鸡蛋', ['大米', '鸡蛋']],
    ['药店都备齐了', []],
    ['东西什么时候备齐', []],
  ])('%s', async (text, items) => {
    await day.say('v-chen', 'g1', text)
    expect(await pickedItems()).toEqual(items)
  })

  it('makes an order picked when nothing of it is left to fetch, and undoes it', async () => {
    const status = async () =>
      (await day.office.store.db.selectFrom('orders').select('status').orderBy('id').execute()).map((one) => one.status)
    await day.say('v-chen', 'g1', '备齐排骨')
    expect(await status()).toEqual(['open', 'open'])
    await day.say('v-chen', 'g1', '大米备齐了')
    expect(await status()).toEqual(['picked', 'open'])
    await day.say('v-chen', 'g1', '撤销')
    expect(await status()).toEqual(['open', 'open'])
  })
})

describe('offered instead', () => {
  it.each(['排骨没有,换五花肉', '排骨没了，换成五花肉3斤', '排骨缺货,用五花肉代替'])('%s', async (text) => {
    await day.say('s-wang', 'g1', text)
    await day.minutes(1)
    expect(day.heard('3-2').join()).toMatch(/501 订的排骨没有了，换成五花肉[23]斤可以吗/u)
  })

  it('is answered by the household alone, in its group, in time', async () => {
    await day.say('s-wang', 'g1', '排骨没有,换五花肉')
    await day.say('3-2-302', '3-2', '可以')
    expect((await day.order('3-2-501'))?.lines).toHaveLength(2)
    await day.say('3-2-501', '3-2', '可以的')
    expect((await day.order('3-2-501'))?.lines).toMatchObject([
      { status: 'out' },
      { item: '大米' },
      { item: '五花肉', qty: 2, status: 'wanted' },
    ])
    await day.say('3-2-501', '3-2', '可以')
    expect((await day.order('3-2-501'))?.lines).toHaveLength(3)
  })

  it('is not asked twice, and taken back with 撤销', async () => {
    await day.say('s-wang', 'g1', '排骨没有,换五花肉')
    await day.say('s-wang', 'g1', '撤销')
    await day.say('3-2-501', '3-2', '可以')
    expect((await day.order('3-2-501'))?.lines).toMatchObject([{ item: '排骨', status: 'wanted' }, { item: '大米' }])
  })

  it('is asked by phone where it was ordered by phone: goods are not named in a group in which nobody wrote them', async () => {
    await day.say('s-wang', 'g1', '代5-4-102订虾1斤')
    await day.say('s-wang', 'g1', '虾没有,换鱼')
    await day.minutes(1)
    expect(day.heard('5-4').join()).not.toContain('虾')
    expect(day.heard('g1').join()).toContain('请打电话：5-4-102')
  })

  it('is asked in private about goods that were added in private to what the group ordered', async () => {
    await day.say('3-2-501', '-', '再加2斤带鱼')
    await day.say('s-wang', 'g1', '带鱼没有,换鲅鱼')
    await day.minutes(1)
    expect(day.heard('3-2').join()).not.toContain('鱼')
    expect(day.heard('@3-2-501').join()).toContain('带鱼没有了，换成鲅鱼')
  })

  it('leaves a line alone that was settled otherwise meanwhile', async () => {
    await day.say('s-wang', 'g1', '排骨没有,换五花肉')
    await day.say('3-2-501', '3-2', '排骨不要了')
    await day.minutes(40)
    expect((await day.order('3-2-501'))?.lines).toMatchObject([
      { item: '排骨', status: 'cancelled' },
      { item: '大米', status: 'wanted' },
    ])
  })
})

describe('checked', () => {
  it('by number and range; what is not on the list is named', async () => {
    await day.say('v-chen', 'g1', '核对 1-2、9号')
    await day.minutes(1)
    expect(day.heard('g1').join()).toMatch(/已核对 1、2号\n没有要送的：9号\n都核对过了/u)
  })

  it('is no answer to a resident', async () => {
    await day.say('3-2-501', '3-2', '核对 1 2')
    await day.minutes(1)
    expect(day.heard('3-2')).toEqual([])
  })
})

it('traces a bag by its door, and none of another grid', async () => {
  await day.say('s-wang', 'g1', '3-2-501已送')
  await day.say('s-wang', 'g1', '追查 3-2-501')
  await day.say('s-su', 'g2', '追查 3-2-501')
  await day.minutes(1)
  expect(day.heard('g1').join()).toMatch(/3-2-501 这袋：\n04:00 订排骨2斤、大米10斤\n06:10 送达 小王/u)
  expect(day.heard('g2').join()).toContain('没有找到这袋')
})
