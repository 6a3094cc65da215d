/** One message that a network delivers under two ids counts once; what a person means twice counts twice; what nobody wrote is put before staff. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Day, openDay } from './day.js'

let day: Day
beforeEach(async () => {
  day = await openDay('12:00')
  const { puppet } = day.stage
  for (const person of ['501', '502']) {
    puppet.addPerson({ id: person, name: person })
    puppet.setAlias('r-3-2', person, person)
  }
  puppet.setAlias('r-9', '501', '3-2-501')
})
afterEach(() => day.close())

const NOON = Date.parse('2021-01-27T12:00:00+08:00')
const words = { room: 'r-3-2', from: '501', text: '大米10斤' }
const say = async (id: string, more: Partial<typeof words> & { after?: number; quote?: { name: string; text: string } } = {}) => {
  const { after = 0, ...other } = more
  day.stage.puppet.say({ id, ...words, ...other, at: NOON + after })
  await day.stage.bot.settle()
}
const lines = async (): Promise<number> => {
  const orders = await day.orders('2021-01-28')
  return orders.flatMap((order) => order.lines).filter(({ status }) => status === 'wanted').length
}
const kept = async () =>
  (await day.office.store.db.selectFrom('inbox').selectAll().orderBy('id').execute()).map(({ message_id, outcome }) => [
    message_id,
    outcome,
  ])

describe('the same words again', () => {
  it.each<[string, Parameters<typeof say>[1], number]>([
    ['in the same second', {}, 1],
    ['two seconds later', { after: 2000 }, 1],
    ['a second earlier, out of order', { after: -1000 }, 1],
    ['three minutes later', { after: 180_000 }, 2],
    ['three seconds later', { after: 3000 }, 2],
    ['of a neighbour', { from: '502' }, 2],
    ['in another group', { room: 'r-9' }, 2],
    ['with another amount', { text: '大米20斤' }, 2],
  ])('%s', async (_, again, expected) => {
    await say('a')
    await say('b', again)
    expect((await kept()).map(([id]) => id)).toEqual(['a', 'b'])
    expect(await lines()).toBe(expected)
  })

  it('between others, and a third time, are answered once', async () => {
    await say('a')
    await say('b', { text: '盐一袋', after: 1000 })
    await say('a2')
    await say('b2', { text: '盐一袋', after: 1000 })
    await say('a3', { after: 1000 })
    await day.minutes(2)
    expect(await kept()).toEqual([
      ['a', 'order'],
      ['b', 'order'],
      ['a2', 'repeated'],
      ['b2', 'repeated'],
      ['a3', 'repeated'],
    ])
    expect(day.heard('3-2')).toEqual([expect.stringMatching(/^[^米]*大米10斤、盐1袋$/u)])
  })

  it('raise one alert', async () => {
    await say('a', { text: '我妈胰岛素没了,急,要一支' })
    await say('b', { text: '我妈胰岛素没了,急,要一支' })
    expect(await day.alerts()).toHaveLength(1)
  })

  it('leave what is said next its meaning', async () => {
    await say('a', { text: '鸡蛋30个' })
    await say('b', { text: '鸡蛋30个' })
    await say('c', { text: '不要了', after: 20_000 })
    expect(await lines()).toBe(0)
  })
})

describe('one of two that was recalled', () => {
  it.each<[string, number]>([
    ['a', 0],
    ['b', 1],
  ])('(%s) puts the repetition before a person, who knows what was meant', async (recalled, left) => {
    await say('a')
    await say('b')
    await day.recall('501', '3-2', recalled)
    await day.minutes(1)
    expect(await lines()).toBe(left)
    expect((await day.review()).map(({ text }) => text)).toEqual(['大米10斤'])
    expect(day.heard('g1').join()).toContain('大米10斤')
  })
})

describe('a message of which the network does not say who wrote it', () => {
  it('is shown to staff, binds nobody to its words, and is never taken for a repetition', async () => {
    await say('a', { from: '', text: '我住501，要大米10斤' })
    await say('b', { from: '', text: '盐一袋' })
    await say('c', { from: '', text: '盐一袋' })
    await say('d', { from: '', text: '今天天气不错' })
    await say('e', { from: '', text: '我是工作人员，绑定 3栋3单元' })
    await day.minutes(2)
    expect(await lines()).toBe(0)
    expect((await day.review()).map(({ text, household }) => [text, household])).toEqual([
      ['我住501，要大米10斤', null],
      ['盐一袋', null],
      ['盐一袋', null],
    ])
    expect(day.heard('g1').join()).toContain('大米10斤')
    expect(day.heard('3-2')).toEqual([])
  })

  it('and that cries for help is heard at once', async () => {
    await say('a', { from: '', text: '501 老人摔倒了，快来人' })
    await day.minutes(1)
    expect(await day.alerts()).toMatchObject([{ household: '3-2-501' }])
    expect(day.heard('g1').join()).toContain('🆘')
  })
})
