/** The evening's question: at the grid's hour, not where it was just asked, and once more where nobody answered. */
import { afterEach, describe, expect, it } from 'vitest'
import { loadSettings } from '../../config/settings.js'
import { answersNothing, asksForNeeds } from '../../parsers/asking.js'
import { type Day, openDay } from './day.js'

let day: Day
afterEach(() => day?.close())

describe('the words', () => {
  it.each(['各位邻居，明天需要什么请报一下', '大家要买点啥？', '统计一下明天的采购需求', '需要买菜的接龙报名'])('%s asks', (text) =>
    expect(asksForNeeds(text)).toBe(true),
  )
  it.each(['送到了，放门口了', '明天八点下楼做核酸', '3-2-501的药买到了'])('%s does not', (text) => expect(asksForNeeds(text)).toBe(false))
  it.each(['不需要', '302不需要，谢谢', '我家暂时不用了', '够吃了', '我们什么都不缺'])('%s needs nothing', (text) =>
    expect(answersNothing(text)).toBe(true),
  )
  it.each(['不要香菜，要葱', '不用谢', '有人吗', '大米不要了，换面条，再来两斤鸡蛋'])('%s is something else', (text) =>
    expect(answersNothing(text)).toBe(false),
  )
})

it('asks what is needed, medicines for chronic illness too, and until when', async () => {
  day = await openDay('18:50')
  await day.until('19:01')
  expect(day.heard('3-2').join()).toMatch(/1月28日.*慢性病的药.*05:30/su)
})

it('asks a grid at its own hour, in its own words', async () => {
  const grids = loadSettings(undefined, {}).grids.map((grid) =>
    grid.id === '2' ? { ...grid, ask: '18:20', askWords: '二网格的邻居，{day}要什么？{until}前说' } : grid,
  )
  day = await openDay('18:00', { settings: { grids } })
  await day.until('18:30')
  expect(day.heard('7-1')).toEqual(['二网格的邻居，1月28日要什么？05:30前说'])
  expect(day.heard('3-2')).toEqual([])
  await day.until('19:01')
  expect(day.heard('7-1')).toEqual([])
  expect(day.heard('3-2')).toHaveLength(1)
})

it('leaves out a group that staff just asked, not one in which a resident asked', async () => {
  day = await openDay('18:30')
  await day.say('s-wang', '3-2', '各位邻居，明天需要什么请报一下')
  await day.say('5-4-102', '5-4', '大家要买点什么？')
  await day.until('19:01')
  expect(day.heard('3-2')).toEqual([])
  expect(day.heard('5-4')).toHaveLength(1)
})

it('asks when staff say so, and then not again in the evening', async () => {
  day = await openDay('18:10')
  await day.say('s-wang', 'g1', '问需求')
  await day.minutes(1)
  expect(day.heard('3-2')).toHaveLength(1)
  expect(day.heard('7-1')).toEqual([])
  expect(day.heard('@s-wang').join()).toContain('2个群')
  await day.until('19:01')
  expect(day.heard('3-2')).toEqual([])
  expect(day.heard('7-1')).toHaveLength(1)
})

it('calls last only where nobody has answered', async () => {
  day = await openDay('18:50')
  await day.until('19:05')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.say('5-4-102', '5-4', '102不需要，谢谢')
  await day.say('7-1-302', '7-1', '今天的晚霞真好看')
  for (const room of ['3-2', '5-4', '7-1']) day.heard(room)
  await day.until('21:31')
  expect(day.heard('7-1').join()).toContain('还没有看到本单元登记1月28日的采购')
  for (const room of ['3-2', '5-4']) expect(day.heard(room).join()).not.toContain('还没有看到')
})

it('does not call last in quiet hours', async () => {
  day = await openDay('18:50')
  day.office.settings.pace.quietFrom = '21:00'
  await day.until('19:05')
  day.heard('7-1')
  await day.until('21:31')
  expect(day.heard('7-1')).toEqual([])
})
