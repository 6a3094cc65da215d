/** Orders in a unit's group: taken, completed, changed, cancelled, taken back. */
import { afterEach, describe, expect, it } from 'vitest'
import { type Day, openDay } from './day.js'

const TOMORROW = '2021-01-28'
let day: Day
afterEach(() => day.close())

const lines = async (door: string, on = TOMORROW): Promise<string[]> =>
  ((await day.order(door, on))?.lines ?? []).map((line) => `${line.item}${line.qty ?? ''}${line.unit ?? ''} ${line.status}`)

describe('taking an order', () => {
  it('confirms once, gathered, with medicines only counted', async () => {
    day = await openDay('19:00')
    await day.say('3-2-501', '3-2', '要缬沙坦一盒,大米10斤')
    await day.say('3-2-302', '3-2', '鸡蛋30个,豆油一桶')
    expect(day.heard('3-2')).toEqual([])
    await day.minutes(1)
    const [text, ...more] = day.heard('3-2')
    expect(more).toEqual([])
    expect(text).toContain('501 大米10斤、药品1种')
    expect(text).toContain('302 鸡蛋30个、豆油1桶')
    expect(text).not.toContain('缬沙坦')
    expect(await lines('3-2-501')).toEqual(['缬沙坦1盒 wanted', '大米10斤 wanted'])
  })

  it('takes a redelivered message once', async () => {
    day = await openDay('19:00')
    await day.say('3-2-501', '3-2', '大米10斤', { id: 'same' })
    await day.say('3-2-501', '3-2', '大米10斤', { id: 'same' })
    await day.minutes(1)
    expect(await lines('3-2-501')).toEqual(['大米10斤 wanted'])
    expect(day.heard('3-2')).toHaveLength(1)
  })

  it('asks once for a missing door number, and the bare number completes the order', async () => {
    day = await openDay('19:00')
    await day.say('p-1', '3-2', '麻烦带两包尿不湿,大米5斤', { name: '豆豆妈' })
    await day.minutes(1)
    expect(day.heard('3-2').join()).toMatch(/豆豆妈.*门牌/u)
    await day.say('p-1', '3-2', '再要一瓶醋', { name: '豆豆妈' })
    await day.minutes(1)
    expect(day.heard('3-2')).toEqual([])
    await day.say('p-1', '3-2', '202', { name: '豆豆妈' })
    await day.minutes(1)
    expect(day.heard('3-2').join()).toContain('202 尿不湿2包、大米5斤')
    expect(await lines('3-2-202')).toEqual(['尿不湿2包 wanted', '大米5斤 wanted', '醋1瓶 wanted'])
  })

  it.each([
    ['before the cut-off', '05:29', '苹果3斤', '2021-01-27'],
    ['after the cut-off', '05:31', '苹果3斤', TOMORROW],
    ['after the cut-off, but urgent', '05:31', '我妈胰岛素没了,急,要一支', '2021-01-27'],
  ])('is for the right day %s', async (_, from, text, on) => {
    day = await openDay(from)
    await day.say('3-2-402', '3-2', text)
    expect(await day.order('3-2-402', on)).toBeDefined()
    expect(await day.orders(on === TOMORROW ? '2021-01-27' : TOMORROW)).toEqual([])
  })

  it('takes an order on behalf as one by phone and tells the household in its own group', async () => {
    day = await openDay('20:00')
    await day.say('s-wang', 'g1', '代5-4-302王奶奶订降压药一盒,小米2斤')
    await day.minutes(1)
    expect(await day.order('5-4-302', TOMORROW)).toMatchObject({ source: 'phone', status: 'open' })
    expect(day.heard('5-4').join()).toContain('302 东西2样')
  })

  it('waits with a confirmation until the quiet hours are over', async () => {
    day = await openDay('23:00')
    await day.say('3-2-501', '3-2', '大米10斤')
    await day.until('05:58', TOMORROW)
    expect(day.heard('3-2')).toEqual([])
    await day.until('06:02', TOMORROW)
    expect(day.heard('3-2').join()).toContain('501 大米10斤')
  })
})

describe('changing an order', () => {
  it.each([
    ['adds a line', '再加一袋盐', ['大米10斤 wanted', '鸡蛋30个 wanted', '盐1袋 wanted'], '盐1袋'],
    ['sets a quantity', '大米改成20斤', ['大米20斤 wanted', '鸡蛋30个 wanted'], '大米20斤'],
    ['leaves a line out', '鸡蛋不要了', ['大米10斤 wanted', '鸡蛋30个 cancelled'], '鸡蛋'],
  ])('%s', async (_, text, want, told) => {
    day = await openDay('19:00')
    await day.say('3-2-501', '3-2', '大米10斤,鸡蛋30个')
    await day.minutes(1)
    day.heard('3-2')
    await day.say('3-2-501', '3-2', text)
    await day.minutes(1)
    expect(await lines('3-2-501')).toEqual(want)
    expect(day.heard('3-2').join()).toContain(told)
  })

  it('changes the only kind of what is named, and none where two are ordered', async () => {
    day = await openDay('19:00')
    await day.say('3-2-501', '3-2', '全麦面包两袋,米醋一瓶,陈醋一瓶')
    await day.say('3-2-501', '3-2', '面包改成一袋')
    await day.say('3-2-501', '3-2', '醋不要了')
    expect(await lines('3-2-501')).toEqual(['全麦面包1袋 wanted', '米醋1瓶 wanted', '陈醋1瓶 wanted'])
  })

  it('cancels the whole order', async () => {
    day = await openDay('19:00')
    await day.say('3-2-501', '3-2', '大米10斤,鸡蛋30个')
    await day.say('3-2-501', '3-2', '都取消吧')
    await day.minutes(1)
    expect(await day.order('3-2-501', TOMORROW)).toMatchObject({ status: 'cancelled' })
    expect(day.heard('3-2').join()).toContain('取消')
  })

  it('takes a recalled message back, and says nothing where nothing was said', async () => {
    day = await openDay('19:00')
    const id = await day.say('3-2-402', '3-2', '可乐两瓶')
    await day.recall('3-2-402', '3-2', id)
    await day.minutes(1)
    expect((await day.orders(TOMORROW)).filter(({ status }) => status !== 'cancelled')).toEqual([])
    expect(day.heard('3-2')).toEqual([])
  })

  it('tells of the recall where the order had been confirmed', async () => {
    day = await openDay('19:00')
    const id = await day.say('3-2-402', '3-2', '可乐两瓶')
    await day.minutes(1)
    day.heard('3-2')
    await day.recall('3-2-402', '3-2', id)
    await day.minutes(1)
    expect(day.heard('3-2').join()).toContain('402')
  })

  it('tells the staff of a change when the list is out', async () => {
    day = await openDay('05:00')
    await day.say('3-2-501', '3-2', '大米10斤,鸡蛋30个')
    await day.until('06:05')
    day.heard('g1')
    await day.say('3-2-501', '3-2', '大米改成20斤')
    await day.minutes(1)
    expect(day.heard('g1').join()).toContain('1号 3-2-501 改为大米20斤')
  })
})

describe('what residents may not do', () => {
  it.each(['开始第三轮核酸', '7栋1单元有确诊', '5-4-102送到了', '鸡蛋断货了', '绑定 5栋4单元'])(
    '%s from a resident changes nothing',
    async (text) => {
      day = await openDay('19:00')
      await day.say('5-4-102', '5-4', '鸡蛋30个')
      await day.minutes(1)
      day.heard('3-2')
      await day.say('3-2-402', '3-2', text)
      await day.minutes(1)
      expect(await lines('5-4-102')).toEqual(['鸡蛋30个 wanted'])
      expect(day.heard('3-2')).toEqual([])
      const counted = await day.office.store.db.selectFrom('rounds').selectAll().execute()
      expect(counted).toEqual([])
      expect(await day.office.store.db.selectFrom('risks').selectAll().execute()).toEqual([])
    },
  )
})
