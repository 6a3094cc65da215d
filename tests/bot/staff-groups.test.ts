/** A stranger's group that calls itself a grid's staff group is told nothing; the real one is told all once its staff wrote in it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Day, openDay } from './day.js'

let day: Day
const TOPIC = '一网格工作群'
const roomOf = async (topic = TOPIC) =>
  day.office.store.db.selectFrom('rooms').selectAll().where('topic', '=', topic).orderBy('id').execute()
/** Staff of grid 1 and a head whom the network can reach. */
const greet = async (): Promise<void> => {
  for (const who of ['s-wang', 'head']) await day.say(who, '-', '收到')
  await day.minutes(1)
  for (const who of ['@s-wang', '@head', 'g1']) day.heard(who)
}
afterEach(() => day.close())

describe('a group of such a topic in which only strangers wrote', () => {
  beforeEach(async () => {
    day = await openDay('08:00', { settings: { rooms: [] } })
    await greet()
  })

  it.each([
    ['an alert', '救命，老伴晕倒了', '救命'],
    ['a medicine in a late order', '3-2-501 要胰岛素一支', '胰岛素'],
  ])('hears nothing of %s, which goes to the grid’s staff and the head in private', async (_, words, told) => {
    await day.say('stranger', 'g1', '大家好')
    await day.say('3-2-501', '3-2', words, { name: '3-2-501 张阿姨' })
    await day.until('15:00')
    await day.until('08:00', '2021-01-28')
    expect(day.heard('g1')).toEqual([])
    for (const who of ['@s-wang', '@head']) expect(day.heard(who).join('\n')).toContain(told)
  })

  it.each(['一网格清单', '绑定 一网格', '送达 3-2-501', '处理 R1'])('does nothing for a stranger who writes %s', async (words) => {
    await day.say('3-2-501', '3-2', '要胰岛素一支', { name: '3-2-501 张阿姨' })
    await day.say('stranger', 'g1', words)
    await day.minutes(5)
    expect(day.heard('g1').join('\n')).not.toMatch(/胰岛素|3-2-501/u)
    expect(await roomOf()).toMatchObject([{ kind: 'claimed' }])
  })

  it.each([
    ['staff of another grid', 's-su'],
    ['a volunteer', 'v-chen'],
  ])('is not trusted because %s wrote there', async (_, who) => {
    await day.say(who, 'g1', '收到')
    expect(await roomOf()).toMatchObject([{ kind: 'claimed' }])
  })

  it('is told to the head once', async () => {
    await day.stage.puppet.relogin({ suffix: '' })
    await day.minutes(1)
    const all = day.said.filter(({ to, text }) => to === 'head' && text.includes(TOPIC))
    expect(all).toHaveLength(1)
  })
})

describe('the group in which they work', () => {
  it.each(['s-wang', 'head'])('is told lists and alerts after %s wrote in it', async (who) => {
    day = await openDay('08:00', { settings: { rooms: [] } })
    await greet()
    await day.say(who, 'g1', '收到')
    expect(await roomOf()).toMatchObject([{ kind: 'grid', grid: '1' }])
    await day.say('3-2-501', '3-2', '救命，老伴晕倒了', { name: '3-2-501 张阿姨' })
    await day.minutes(1)
    expect(day.heard('g1').join('\n')).toContain('救命')
  })

  it('is theirs from the start where the settings say so', async () => {
    day = await openDay('08:00')
    await day.say('3-2-501', '3-2', '救命，老伴晕倒了', { name: '3-2-501 张阿姨' })
    await day.minutes(1)
    expect(day.heard('g1').join('\n')).toContain('救命')
  })

  it('leaves a second group that takes its name nothing, even where staff write in that', async () => {
    day = await openDay('08:00', { settings: { rooms: [] } })
    await greet()
    await day.say('s-wang', 'g1', '收到')
    day.stage.puppet.addRoom({ id: 'r-other', topic: '第一网格群', members: ['s-wang', 'stranger'] })
    await day.say('stranger', 'other', '大家好')
    await day.say('s-wang', 'other', '收到')
    day.stage.puppet.setTopic('r-x', TOPIC)
    await day.say('stranger', 'x', '大家好')
    await day.say('3-2-501', '3-2', '救命，老伴晕倒了', { name: '3-2-501 张阿姨' })
    await day.until('08:00', '2021-01-28')
    expect(day.heard('g1').join('\n')).toContain('救命')
    expect([...day.heard('other'), ...day.heard('x')]).toEqual([])
  })

  it('is no longer trusted when its topic names another grid', async () => {
    day = await openDay('08:00', { settings: { rooms: [] } })
    await greet()
    await day.say('s-wang', 'g1', '收到')
    day.stage.puppet.setTopic('r-g1', '二网格工作群')
    await day.say('stranger', 'g1', '大家好')
    expect(await day.office.store.db.selectFrom('rooms').select(['kind', 'grid']).where('grid', '=', '2').execute()).toContainEqual({
      kind: 'claimed',
      grid: '2',
    })
  })
})
