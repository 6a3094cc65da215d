/** The rota, and an alert's way: whoever is on duty, the grid, the head, everyone, until it is taken and closed. */
import { afterEach, describe, expect, it } from 'vitest'
import { exportAlerts } from '../../store/exports.js'
import { type Day, openDay } from './day.js'

let day: Day
afterEach(() => day.close())

const CRY = '快来人,我爸突然晕倒叫不醒了'
const told = async (where: string): Promise<string> => {
  await day.minutes(1)
  return day.heard(where).join('\n')
}
const steps = async (): Promise<string[]> =>
  (await exportAlerts(day.office.store.db)).flatMap((alert) => alert.steps.map(({ step }) => step))

describe('the rota', () => {
  it.each([
    ['值班 小王 今天 夜班', '小王 1月28日 00:00–08:00'],
    ['值班 小王 今天 早班', '小王 1月28日 08:00–16:00'],
    ['值班 小王 晚班', '小王 1月27日 16:00–24:00'],
    ['值班 小王 每天 20:00-08:00', '小王 每天 20:00–次日08:00'],
    ['我值班 22:00-06:00', '小王 1月27日 22:00–次日06:00'],
    ['值班 小陈 2月3日 9点到17点', '小陈 2月3日 09:00–17:00'],
  ])('%s', async (text, shift) => {
    day = await openDay('18:00')
    await day.say('s-wang', 'g1', text)
    expect(await told('g1')).toContain(`✓${shift} 值班`)
  })

  it('is shown, and a shift is taken off it', async () => {
    day = await openDay('18:00')
    await day.say('s-wang', 'g1', '值班 小王 今天 16:00-24:00')
    await day.say('s-wang', 'g1', '值班 小陈 每天 夜班')
    await day.say('s-wang', 'g1', '值班表')
    const rota = await told('g1')
    expect(rota).toContain('现在值班：小王')
    expect(rota).toContain('每天 00:00–08:00 小陈')
    await day.say('s-wang', 'g1', '取消值班 小王 16:00-24:00')
    await day.say('s-wang', 'g1', '谁值班')
    expect(await told('g1')).toContain('现在没有人值班')
  })

  it('knows nobody of an unknown name, and leaves talk alone', async () => {
    day = await openDay('18:00')
    await day.say('s-wang', 'g1', '值班 老张 夜班')
    await day.say('s-wang', 'g1', '今晚值班的同志辛苦了')
    expect(await told('g1')).toBe('没有叫“老张”的工作人员或志愿者，或不止一个')
  })
})

describe('an alert', () => {
  it('goes to whoever is on duty, then the grid, the head, everyone; quiet hours do not silence it', async () => {
    day = await openDay('23:00')
    await day.say('s-wang', 'g1', '值班 小王 今天 夜班')
    await day.until('01:10', '2021-01-28')
    day.heard('g1')
    await day.say('5-4-102', '5-4', CRY)
    await day.minutes(0.5)
    expect(day.heard('@s-wang').join()).toContain('晕倒')
    for (const place of ['g1', '@head', 'g2']) expect(day.heard(place)).toEqual([])
    await day.minutes(10)
    expect(day.heard('g1')).toHaveLength(1)
    expect(day.heard('@head')).toEqual([])
    await day.minutes(10)
    expect(day.heard('@head')).toHaveLength(1)
    expect(day.heard('g2')).toEqual([])
    await day.minutes(10)
    expect(day.heard('g2')).toHaveLength(1)
    expect(day.heard('@s-su')).toHaveLength(1)
    await day.minutes(10)
    expect(day.heard('g2')).toHaveLength(1)
    expect(await steps()).toEqual(['duty', 'grid', 'heads', 'all', 'all'])
  })

  it('goes to the grid at once where nobody is on duty', async () => {
    day = await openDay('18:00')
    await day.say('s-wang', 'g1', '值班 小王 今天 夜班')
    day.heard('g1')
    await day.minutes(1)
    day.heard('g1')
    await day.say('5-4-102', '5-4', CRY)
    await day.minutes(0.5)
    expect(day.heard('g1').join()).toContain('晕倒')
    expect(await steps()).toEqual(['grid'])
  })

  it('asks whoever took it until it is closed, and tells how it ended', async () => {
    day = await openDay('14:00')
    await day.say('5-4-102', '5-4', CRY)
    await day.minutes(21)
    await day.say('s-wang', 'g1', '我去')
    await day.minutes(59)
    day.heard('@s-wang')
    day.heard('@head')
    await day.minutes(2)
    expect(day.heard('@s-wang').join()).toMatch(/#1 5-4-102.*小王接手已60分钟.*解决了/su)
    await day.say('s-wang', 'g1', '解决了：送到医院了，家人陪着')
    await day.minutes(1)
    expect(day.heard('g1').join()).toMatch(/✅#1 5-4-102.*已解决（小王 15:22）：送到医院了，家人陪着/su)
    expect(day.heard('@head').join()).toContain('✅#1')
    await day.minutes(120)
    for (const place of ['g1', '@s-wang']) expect(day.heard(place)).toEqual([])
    expect(await exportAlerts(day.office.store.db)).toMatchObject([{ acked: true, closed: true, outcome: '送到医院了，家人陪着' }])
  })

  it('shows the times of its steps', async () => {
    day = await openDay('14:00')
    await day.say('5-4-102', '5-4', CRY)
    await day.minutes(10.5)
    await day.say('s-wang', 'g1', '我去')
    await day.say('s-wang', 'g1', '解决了：没事了')
    await day.minutes(1)
    day.heard('g1')
    await day.say('s-wang', 'g1', '警报 1')
    expect(await told('g1')).toMatch(/#1 5-4-102.*14:00 告诉网格\n.*14:10 告诉主任\n.*14:10 接手 小王\n.*14:10 解决 小王\n.*结果：没事了/su)
  })

  it('is told again when whoever took it takes that back', async () => {
    day = await openDay('14:00')
    await day.say('5-4-102', '5-4', CRY)
    await day.minutes(1)
    await day.say('s-wang', 'g1', '我去')
    await day.say('s-wang', 'g1', '撤销')
    day.heard('g1')
    await day.minutes(10)
    expect(day.heard('g1').join()).toContain('第2次提醒')
  })

  it('is not closed by 解决了 of somebody who took none', async () => {
    day = await openDay('14:00')
    await day.say('5-4-102', '5-4', CRY)
    await day.say('v-chen', 'g1', '解决了')
    expect(await exportAlerts(day.office.store.db)).toMatchObject([{ acked: false, closed: false }])
  })
})
