/** What the network does to the bot: it goes away and comes back, with other ids, refuses what is said, and tells things twice, late or out of order. */
import { afterEach, describe, expect, it } from 'vitest'
import { type Day, openDay } from './day.js'

let day: Day
afterEach(() => day.close())

const rows = {
  gaps: () => day.office.store.db.selectFrom('gaps').selectAll().orderBy('id').execute(),
  rooms: () => day.office.store.db.selectFrom('rooms').selectAll().orderBy('id').execute(),
  people: () => day.office.store.db.selectFrom('people').selectAll().orderBy('id').execute(),
  outbox: () => day.office.store.db.selectFrom('outbox').selectAll().orderBy('id').execute(),
  inbox: () => day.office.store.db.selectFrom('inbox').selectAll().orderBy('id').execute(),
  sessions: () => day.office.store.db.selectFrom('sessions').selectAll().orderBy('id').execute(),
}
const items = async (door: string, on = '2021-01-28'): Promise<string[]> => (await day.order(door, on))?.lines.map(({ item }) => item) ?? []
const relogin = async (suffix: string): Promise<void> => {
  await day.stage.puppet.relogin({ suffix })
  await day.stage.bot.settle()
  await day.minutes(1)
}

describe('messages', () => {
  it('that come twice, late, out of order, from ourselves or from before the start are each taken once, and ours never', async () => {
    day = await openDay('12:00')
    const { puppet, bot } = day.stage
    puppet.addPerson({ id: '3-2-501', name: '501' })
    puppet.setAlias('r-3-2', '3-2-501', '501')
    const say = (id: string, text: string, at: string, from = '3-2-501') =>
      puppet.say({ id, room: 'r-3-2', from, text, at: Date.parse(`2021-01-27T${at}:00+08:00`) })
    say('b', '鸡蛋30个', '11:58')
    say('a', '大米10斤', '11:55')
    say('b', '鸡蛋30个', '11:58')
    say('old', '盐一袋', '06:30')
    say('self', '酱油一瓶', '12:00', 'linxu-bot')
    await bot.settle()
    say('a', '大米10斤', '11:55')
    await bot.settle()
    await day.minutes(1)
    expect((await items('3-2-501')).sort()).toEqual(['大米', '盐', '鸡蛋'].sort())
    expect((await rows.inbox()).map((row) => row.message_id).sort()).toEqual(['a', 'b', 'old'])
  })
})

describe('a time without connection', () => {
  it('is recorded, told to staff with its from and to, and asked about once in every group', async () => {
    day = await openDay('12:00')
    await day.stage.puppet.loseConnection()
    await day.minutes(25)
    day.stage.puppet.reconnect()
    await day.minutes(3)
    expect(await rows.gaps()).toMatchObject([
      { why: 'logout', until_at: Date.parse('2021-01-27T12:25:00+08:00'), from_at: Date.parse('2021-01-27T12:00:00+08:00') },
    ])
    for (const place of ['g1', 'g2', '@head']) expect(day.heard(place).join()).toMatch(/12:00–12:25（约25分钟）账号掉线/u)
    for (const group of ['3-2', '5-4', '7-1', '9']) expect(day.heard(group)).toEqual([expect.stringMatching(/12:00–12:25.*再发一次/u)])
    expect(day.heard('x')).toEqual([])
  })

  it('of less than a minute is only recorded', async () => {
    day = await openDay('12:00')
    await day.stage.puppet.loseConnection()
    await day.stage.until(day.clock.now() + 20_000)
    day.stage.puppet.reconnect()
    await day.minutes(3)
    expect(await rows.gaps()).toMatchObject([{ until_at: expect.any(Number) }])
    expect(day.said).toEqual([])
  })

  it('at night is told to staff at once and asked about in the morning, two gaps in one message', async () => {
    day = await openDay('23:00')
    for (const minutes of [10, 20]) {
      await day.stage.puppet.loseConnection()
      await day.minutes(minutes)
      day.stage.puppet.reconnect()
      await day.minutes(5)
    }
    expect(day.heard('g1')).toHaveLength(2)
    expect(day.heard('3-2')).toEqual([])
    await day.until('06:01', '2021-01-28')
    expect(day.heard('3-2')).toEqual([expect.stringMatching(/23:00–23:10、23:15–23:35/u)])
  })

  it('loses nothing that the network delivers afterwards', async () => {
    day = await openDay('12:00')
    await day.say('3-2-501', '3-2', '大米10斤')
    await day.stage.puppet.loseConnection()
    await day.minutes(25)
    day.stage.puppet.reconnect()
    day.stage.puppet.say({ id: 'late', room: 'r-3-2', from: '3-2-501', text: '盐一袋', at: Date.parse('2021-01-27T12:10:00+08:00') })
    await day.minutes(1)
    expect(await items('3-2-501')).toEqual(['大米', '盐'])
  })
})

describe('a login with new ids', () => {
  it('finds rooms, residents and staff again, and speaks to them under their new ids', async () => {
    day = await openDay('12:00')
    await day.say('3-2-501', '3-2', '大米10斤')
    await day.say('s-wang', 'g1', '收到')
    await day.minutes(1)
    const before = { rooms: await rows.rooms(), people: await rows.people() }
    await relogin('two')
    await day.say('3-2-501', '3-2', '再加一袋盐')
    await day.say('s-wang', 'g1', '一网格清单')
    await day.minutes(1)
    expect(await rows.rooms()).toEqual(before.rooms)
    expect(await rows.people()).toEqual(before.people)
    expect(await items('3-2-501')).toEqual(['大米', '盐'])
    expect(day.heard('3-2').join()).toContain('盐')
    expect(day.heard('g1').join()).toContain('一网格')
    expect((await rows.sessions()).map((row) => row.ids_are_new)).toEqual([0, 1])
  })

  it('binds neither of two groups of one topic, and lists both once', async () => {
    day = await openDay('12:00')
    day.stage.puppet.setRemark('head', '主任 李')
    await day.say('head', '-', '收到')
    await day.say('3-2-501', '3-2', '大米10斤')
    await day.say('s-wang', 'g1', '收到')
    await day.minutes(1)
    day.heard('3-2')
    day.stage.puppet.addRoom({ id: 'r-fake', topic: '富通社区3栋2单元', members: ['s-wang'] })
    await relogin('two')
    expect((await rows.rooms()).filter((room) => room.bound_by === 'doubtful')).toHaveLength(2)
    const told = day.heard('@head').join('\n')
    expect(told.match(/「富通社区3栋2单元」是哪里/gu)).toHaveLength(2)
    expect(day.heard('g1').join()).toContain('富通社区3栋2单元')
    expect(day.heard('g2').join()).not.toContain('富通社区3栋2单元')
  })

  it('tells which group and which staff are missing', async () => {
    day = await openDay('12:00')
    await day.say('s-su', 'g2', '收到')
    await day.minutes(1)
    day.stage.puppet.setTopic('r-7-1', '夕阳红')
    day.stage.puppet.setAlias('r-g2', 's-su', '苏')
    await relogin('two')
    const told = day.heard('g2').join('\n')
    expect(told).toMatch(/7栋1单元邻居群」现在看不到/u)
    expect(told).toMatch(/认不出的工作人员：.*苏姐/u)
  })

  it('knows people in private chats by the remark of the bot’s own account, staff too', async () => {
    day = await openDay('12:00')
    const { puppet } = day.stage
    puppet.setRemark('p-shy', '3-2-302 老孙')
    puppet.setRemark('head', '主任 李')
    await day.say('p-shy', '-', '要一袋盐')
    await day.say('head', '-', '收到')
    await day.minutes(1)
    expect(await items('3-2-302')).toEqual(['盐'])
    const before = await rows.people()
    await relogin('two')
    await day.say('p-shy', '-', '再加一袋糖')
    await day.say('head', '-', '一网格清单')
    await day.minutes(1)
    expect(await rows.people()).toEqual(before)
    expect(await items('3-2-302')).toEqual(['盐', '白糖'])
  })

  it('makes nobody staff who took a staff member’s alias', async () => {
    day = await openDay('12:00')
    await day.say('s-wang', 'g1', '收到', { name: '小王' })
    day.stage.puppet.setAlias('r-g1', 's-wang', '小王')
    await day.say('s-wang', 'g1', '收到')
    day.stage.puppet.addPerson({ id: 'thief', name: '贼' })
    day.stage.puppet.setAlias('r-g1', 'thief', '小王')
    day.stage.puppet.join({ room: 'r-g1', person: 'thief', at: day.clock.now() })
    await relogin('two')
    day.stage.puppet.say({ id: 'theft', room: 'r-g1', from: 'thief', text: '一网格清单', at: day.clock.now() })
    await day.minutes(1)
    const thieves = (await rows.people()).filter((person) => person.name === '贼')
    expect(thieves.map((person) => person.role)).toContain('resident')
    expect(thieves.every((person) => person.role === 'resident')).toBe(true)
    expect(day.heard('g1').join()).not.toContain('清单】')
  })
})

describe('people who move', () => {
  it('are followed to their new unit; what they ordered before stays with the household it was for', async () => {
    day = await openDay('12:00')
    await day.say('zhou', '3-2', '大米10斤', { name: '501周' })
    await day.say('zhou', '5-4', '盐一袋', { name: '5-4-102周' })
    await day.say('zhou', '-', '再加一袋糖')
    await day.minutes(1)
    expect(await items('3-2-501')).toEqual(['大米'])
    expect(await items('5-4-102')).toEqual(['盐', '白糖'])
    const moves = await day.office.store.db.selectFrom('events').select('why').where('entity', '=', 'people').execute()
    expect(moves.map(({ why }) => why)).toContain('moved')
  })

  it('change their alias within the unit', async () => {
    day = await openDay('12:00')
    await day.say('zhou', '3-2', '大米10斤', { name: '501周' })
    await day.say('zhou', '3-2', '盐一袋', { name: '502周' })
    expect([await items('3-2-501'), await items('3-2-502')]).toEqual([['大米'], ['盐']])
  })
})

describe('sends that are refused', () => {
  it('slow the whole account down, drop nothing, and let an alert through first', async () => {
    day = await openDay('12:00')
    for (const door of ['3-2-501', '5-4-102', '7-1-502']) await day.say(door, door.slice(0, 3), '大米10斤')
    day.stage.puppet.failNextSends(4)
    await day.stage.until(day.clock.now() + 15_000)
    expect(day.said).toEqual([])
    await day.say('5-4-101', '5-4', '我妈胰岛素没了,急,要一支')
    await day.minutes(15)
    expect(day.said[0]?.text).toContain('🆘')
    for (const group of ['3-2', '5-4', '7-1']) expect(day.heard(group).join()).toContain('大米')
    expect((await rows.outbox()).every((row) => row.status === 'sent')).toBe(true)
  })

  it('to a staff group that stays shut are told to its staff and the head', async () => {
    day = await openDay('12:00')
    day.stage.puppet.refuseRoom('r-g1')
    await day.say('5-4-101', '5-4', '我妈胰岛素没了,急,要一支')
    await day.minutes(2)
    expect(day.heard('@s-wang').join()).toMatch(/发不进「一网格工作群」.*胰岛素/su)
    expect(day.heard('@head').join()).toContain('发不进「一网格工作群」')
    expect(day.heard('@v-chen')).toEqual([])
  })
})
