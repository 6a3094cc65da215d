/** Life comes first: what is urgent reaches staff at once and climbs until someone takes it. */
import { afterEach, describe, expect, it } from 'vitest'
import { type Day, openDay } from './day.js'

let day: Day
afterEach(() => day.close())

describe('an alert', () => {
  it.each([
    ['medicine', '我妈胰岛素没了,急,要一支', '胰岛素'],
    ['emergency', '快来人,我爸突然晕倒叫不醒了', '晕倒'],
    ['distress', '我真的撑不下去了,不想活了', '撑不下去'],
  ])('%s is told at night, at once, with place, words and time', async (kind, text, words) => {
    day = await openDay('01:10')
    await day.say('5-4-102', '5-4', text)
    await day.minutes(0.2)
    const told = day.heard('g1').join()
    expect(told).toContain('5-4-102')
    expect(told).toContain(words)
    expect(told).toContain('01:10')
    expect(await day.alerts()).toMatchObject([{ kind, household: '5-4-102', acked: false }])
  })

  it.each(['撤销', 'recall'])('is told again at once where who took it takes that back (%s)', async (how) => {
    day = await openDay('01:10')
    await day.say('5-4-102', '5-4', '我妈胰岛素没了,急,要一支')
    await day.minutes(1)
    const id = await day.say('s-wang', 'g1', '我去')
    await day.minutes(20)
    day.heard('g1')
    if (how === 'recall') await day.recall('s-wang', 'g1', id)
    else await day.say('s-wang', 'g1', how)
    await day.minutes(0.5)
    expect(day.heard('g1').join()).toContain('🆘')
  })

  it('is told again until someone takes it, wider each time', async () => {
    day = await openDay('01:10')
    await day.say('5-4-102', '5-4', '我妈胰岛素没了,急,要一支')
    await day.minutes(0.5)
    day.heard('g1')
    await day.minutes(10)
    expect(day.heard('g1')).toHaveLength(1)
    expect(day.heard('@head')).toHaveLength(1)
    expect(day.heard('g2')).toHaveLength(0)
    await day.minutes(10)
    expect(day.heard('g2')).toHaveLength(1)
    await day.say('s-wang', 'g1', '我去')
    await day.minutes(1)
    expect(day.heard('g1').join()).toContain('小王')
    await day.minutes(60)
    expect(day.heard('g1')).toEqual([])
    expect(await day.alerts()).toMatchObject([{ acked: true }])
  })

  it('by someone without a door says the group and the name', async () => {
    day = await openDay('14:00')
    await day.say('p-1', '7-1', '救命啊,有人晕倒了', { name: '新邻居' })
    await day.minutes(0.2)
    expect(day.heard('g2').join()).toMatch(/7栋1单元邻居群.*新邻居/su)
  })

  it('is not raised by 收到 of a resident, nor taken by it', async () => {
    day = await openDay('01:10')
    await day.say('5-4-102', '5-4', '我妈胰岛素没了,急,要一支')
    await day.say('3-2-501', '3-2', '我去')
    expect(await day.alerts()).toMatchObject([{ acked: false }])
  })
})
