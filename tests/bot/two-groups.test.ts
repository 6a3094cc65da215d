/** Two groups of one topic after a login with new ids: neither is bound until staff say which is which, and nothing written meanwhile is lost. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindTo } from '../../bot/bind-room.js'
import { readTopic } from '../../bot/doors.js'
import { type Day, openDay } from './day.js'

const TOPIC = '富通社区3栋2单元'
const TOMORROW = '2021-01-28'
let day: Day

const rooms = () => day.office.store.db.selectFrom('rooms').selectAll().orderBy('id').execute()
const room = async (id: number) => (await rooms()).find((one) => one.id === id)
const doubtful = async (): Promise<number[]> => (await rooms()).filter((one) => one.bound_by === 'doubtful').map(({ id }) => id)
const inbox = () => day.office.store.db.selectFrom('inbox').selectAll().orderBy('id').execute()
const items = async (door: string): Promise<string[]> =>
  (await day.order(door, TOMORROW))?.lines.filter(({ status }) => status === 'wanted').map(({ item }) => item) ?? []
/** As `linxu rooms bind ID 3-2` does, in a process of its own. */
const bindByCommand = async (id: number): Promise<number> => {
  const cause = { at: day.clock.now(), why: 'linxu rooms bind', personId: null, inboxId: null }
  const { store, settings } = day.office
  const bound = await store.db.transaction().execute((trx) => bindTo(trx, id, readTopic('3-2', settings), 'simulated', cause))
  await day.stage.bot.wake()
  await day.minutes(1)
  return bound
}
const inRoom = async (id: string, from: string, words: string): Promise<void> => {
  day.stage.puppet.say({ id: words, room: id, from, text: words, at: day.clock.now() })
  await day.stage.bot.settle()
}

beforeEach(async () => {
  day = await openDay('12:00')
  const { puppet } = day.stage
  await day.say('zhang', '3-2', '我住501，要大米10斤', { name: '张阿姨' })
  await day.say('li', '3-2', '鸡蛋30个', { name: '502李' })
  await day.say('s-wang', 'g1', '收到')
  await day.minutes(1)
  puppet.addRoom({ id: 'r-twin', topic: TOPIC, members: [] })
  puppet.addPerson({ id: 'zhao', name: '赵' })
  puppet.setAlias('r-twin', 'zhao', '601赵')
  await puppet.relogin({ suffix: 'two' })
  await day.stage.bot.settle()
  await day.minutes(1)
  for (const where of ['3-2', 'g1', '@s-wang']) day.heard(where)
})
afterEach(() => day.close())

describe('while nobody has said which is which', () => {
  it('both wait unbound, and nothing that is said of the known one goes to either', async () => {
    expect(await doubtful()).toHaveLength(2)
    expect(await room(1)).toMatchObject({ kind: 'unit', building: '3', unit: '2' })
    await day.say('s-wang', 'g1', '鸡蛋断货了')
    await day.minutes(3)
    expect(day.heard('3-2')).toEqual([])
  })
})

describe('bound by a staff member who writes in it', () => {
  it('answers in the group, and goes on as the room that it was', async () => {
    await day.say('s-wang', 'g1', '鸡蛋断货了')
    await day.minutes(1)
    await day.say('s-wang', '3-2', '绑定 3栋2单元')
    await day.minutes(2)
    const said = day.heard('3-2').join('\n')
    expect(said).toContain('本群记为 3栋2单元')
    expect(said).toMatch(/502 订的鸡蛋缺货/u)
    expect(await room(1)).toMatchObject({ kind: 'unit', building: '3', unit: '2', bound_by: 'staff' })
    expect(await doubtful()).toHaveLength(1)
  })

  it('takes up what was written in it meanwhile, in its order, each confirmed once', async () => {
    await day.say('zhang', '3-2', '再加一袋盐', { name: '张阿姨' })
    await day.say('li', '3-2', '鸡蛋不要了', { name: '502李' })
    await day.say('sun', '3-2', '要醋一瓶', { name: '602孙' })
    await day.minutes(1)
    day.heard('3-2')
    await day.say('s-wang', '3-2', '绑定 3栋2单元')
    await day.minutes(2)
    expect([await items('3-2-501'), await items('3-2-502'), await items('3-2-602')]).toEqual([['大米', '盐'], [], ['醋']])
    const said = day.heard('3-2').join('\n')
    for (const words of ['501 盐1袋', '602 醋1瓶', '502 已去掉鸡蛋']) expect(said.split(words)).toHaveLength(2)
    const people = await day.office.store.db.selectFrom('inbox').select('person_id').where('alias', '=', '张阿姨').execute()
    expect(new Set(people.map(({ person_id }) => person_id)).size).toBe(1)
    const written = (await inbox()).filter((row) => !row.text.startsWith('绑定') && row.text !== '收到')
    expect(written.map((row) => [row.room_id, row.handled_at !== null])).toEqual(written.map(() => [1, true]))
  })

  it('raises no second alert for a need that was told already', async () => {
    await day.say('li', '3-2', '我妈胰岛素没了,急,要一支', { name: '502李' })
    await day.minutes(1)
    await day.say('s-wang', '3-2', '绑定 3栋2单元')
    await day.minutes(2)
    expect(await day.alerts()).toHaveLength(1)
    expect((await day.order('3-2-502'))?.lines.map(({ item }) => item)).toEqual(['胰岛素'])
  })

  it('answers at night in private', async () => {
    await day.until('23:00')
    day.heard('3-2')
    await day.say('s-wang', '3-2', '绑定 3栋2单元')
    await day.minutes(2)
    expect(day.heard('3-2')).toEqual([])
    expect(day.heard('@s-wang').join()).toContain('本群记为 3栋2单元')
  })
})

describe('bound on the command line', () => {
  it('the one goes on as the known room, the other stands beside it; both are answered, and lists say where each door is', async () => {
    await inRoom('r-twin', 'zhao', '要白糖一袋')
    await day.say('zhang', '3-2', '再加一袋盐', { name: '张阿姨' })
    await day.minutes(1)
    const [known = 0, twin = 0] = await doubtful()
    await day.say('s-wang', '3-2', '绑定 3栋2单元')
    await day.minutes(1)
    expect(await room(known)).toMatchObject({ bound_by: 'merged' })
    expect(await bindByCommand(twin)).toBe(twin)
    expect(await room(twin)).toMatchObject({ kind: 'unit', building: '3', unit: '2', bound_by: 'staff' })
    expect([await items('3-2-501'), await items('3-2-601')]).toEqual([['大米', '盐'], ['白糖']])
    const twinHeard = day.said.filter((one) => one.room === 'r-twin').map(({ text }) => text)
    expect(twinHeard.join()).toContain('601 白糖1袋')
    await day.until('06:01', TOMORROW)
    expect((await day.pickList('1', TOMORROW)).entries.map(({ household }) => household)).toEqual(['3-2-501', '3-2-502', '3-2-601'])
  })

  it('takes up the known room while a text to it waits', async () => {
    await day.say('zhang', '3-2', '再加一袋盐', { name: '张阿姨' })
    const [known = 0] = await doubtful()
    expect(await bindByCommand(known)).toBe(1)
    expect(await items('3-2-501')).toEqual(['大米', '盐'])
    expect(day.heard('3-2').join()).toMatch(/501 盐1袋/u)
    expect(day.heard('3-2').join()).not.toContain('请回复门牌号')
  })
})
