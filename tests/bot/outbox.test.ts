/** The way out: pace, refusals, order, length. */
import { afterEach, describe, expect, it } from 'vitest'
import { splitBetween } from '../../bot/split.js'
import { type Day, openDay } from './day.js'

let day: Day
afterEach(() => day.close())

it('keeps the pace between messages, and alerts go first', async () => {
  day = await openDay('18:59')
  const { pace } = day.office.settings
  pace.secondsBetweenMessages = 20
  await day.until('19:00')
  await day.say('5-4-102', '5-4', '我妈胰岛素没了,急,要一支')
  await day.minutes(2)
  const times = day.said.map(({ at }) => Date.parse(at))
  for (const [index, time] of times.slice(1).entries()) expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(20_000)
  expect(day.said.findIndex(({ text }) => text.startsWith('🆘'))).toBeLessThanOrEqual(1)
})

it('tries again with growing pauses when sends are refused, and says it once', async () => {
  day = await openDay('19:10')
  day.stage.puppet.failNextSends(3)
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.minutes(1)
  expect(day.heard('3-2')).toEqual([])
  await day.minutes(10)
  expect(day.heard('3-2')).toHaveLength(1)
  const [row] = await day.office.store.db.selectFrom('outbox').selectAll().execute()
  expect(row).toMatchObject({ status: 'sent', attempts: 4 })
})

describe('every second send is refused', () => {
  const refusals: [string, Error][] = [
    ['without a word', new Error('refused')],
    ['as too frequent', new Error('操作过于频繁，请稍后再试')],
  ]
  it.each(refusals)('%s: all is said once in the end, what is urgent first, and nothing goes round', async (_, error) => {
    day = await openDay('18:50')
    const { puppet } = day.stage
    puppet.refuseOneOf(2, error)
    for (const [who, where] of [
      ['3-2-501', '3-2'],
      ['5-4-102', '5-4'],
      ['7-1-201', '7-1'],
      ['9-1-301', '9'],
    ] as const)
      await day.say(who, where, '大米10斤')
    // 19:00 asks all groups for their needs: a queue behind which an alert must not wait.
    await day.until('19:00')
    await day.say('5-4-102', '5-4', '我妈胰岛素没了,急,要一支')
    await day.minutes(1)
    await day.say('s-wang', 'g1', '我去')
    const alarmed = Date.parse('2021-01-27T19:00:00+08:00')
    const alert = day.said.findIndex(({ text }) => text.startsWith('🆘'))
    expect(alert).toBeGreaterThanOrEqual(0)
    const ahead = day.said.slice(0, alert).filter(({ at }) => Date.parse(at) > alarmed)
    expect(ahead.length).toBeLessThanOrEqual(1)
    await day.until('20:00')
    const rows = await day.office.store.db.selectFrom('outbox').selectAll().orderBy('id').execute()
    expect(rows.filter(({ status }) => status !== 'sent' && status !== 'dropped')).toEqual([])
    const sent = rows.filter(({ status }) => status === 'sent')
    expect(day.said).toHaveLength(sent.length)
    expect(sent.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(puppet.tries)
    expect(puppet.tries).toBeLessThanOrEqual(2 * sent.length)
    for (const where of ['3-2', '5-4', '7-1']) expect(day.heard(where).filter((text) => text.includes('大米10斤'))).toHaveLength(1)
  })
})

it('keeps what is to be said while the connection is lost', async () => {
  day = await openDay('19:10')
  await day.stage.puppet.loseConnection()
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.minutes(5)
  expect(day.heard('3-2')).toEqual([])
  day.stage.puppet.reconnect()
  await day.minutes(12)
  expect(day.heard('3-2')).toHaveLength(1)
})

it('finds rooms and people again after a login with new ids', async () => {
  day = await openDay('19:10')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.minutes(1)
  day.heard('3-2')
  await day.stage.puppet.relogin({ suffix: 'two' })
  await day.minutes(1)
  await day.say('3-2-501', '3-2', '再加一袋盐')
  await day.minutes(1)
  expect((await day.order('3-2-501', '2021-01-28'))?.lines.map(({ item }) => item)).toEqual(['大米', '盐'])
  expect(day.heard('3-2').join()).toContain('盐')
  expect(await day.office.store.db.selectFrom('rooms').selectAll().where('topic', '=', '富通社区3栋2单元').execute()).toHaveLength(1)
})

describe('long texts', () => {
  it.each([
    ['short ones together', ['a', 'b', 'c'], 10, ['a\nb\nc']],
    ['between parts', ['aaaa', 'bbbb', 'cccc'], 9, ['aaaa\nbbbb', 'cccc']],
    ['a part that is too long at a 、', ['一二三四、五六七八'], 6, ['一二三四、', '五六七八']],
    ['never inside an emoji', ['🥚🥚🥚'], 3, ['🥚', '🥚', '🥚']],
    ['at a line where there is one', ['aaa\nbbb'], 5, ['aaa', 'bbb']],
  ])('%s', async (_, parts, limit, want) => {
    day ??= await openDay()
    expect(splitBetween(parts, limit)).toEqual(want)
  })
})
