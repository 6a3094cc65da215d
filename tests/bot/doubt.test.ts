/** What the bot is not sure of: asked once, or shown to staff; a yes takes it, a no drops it, silence goes to the review list. */
import { afterEach, expect, it } from 'vitest'
import { loadSettings, type Settings } from '../../config/settings.js'
import { freshUrl, onBoth } from '../store/both.js'
import { type Day, openDay } from './day.js'

const TOMORROW = '2021-01-28'
/** Above what plain orders reach, so that each is in doubt. */
const STRICT: Partial<Settings> = { understanding: { takeAbove: 0.99, reviewAbove: 0.3, askMinutes: 30 } }
const HESITANT = '我要喝可乐，买俩瓶回来'

onBoth('what is in doubt', (_, engine) => {
  let day: Day
  let forget: () => Promise<void>
  afterEach(async () => {
    await day.close()
    await forget()
  })
  const begin = async (from = '19:30', settings: Partial<Settings> = {}): Promise<void> => {
    const fresh = await freshUrl(engine)
    forget = fresh.forget
    day = await openDay(from, { database: fresh.url, settings })
  }
  const lines = async (door: string): Promise<string[]> =>
    ((await day.order(door, TOMORROW))?.lines ?? [])
      .filter(({ status }) => status !== 'cancelled')
      .map(({ item, qty, unit }) => `${item}${qty ?? ''}${unit ?? ''}`)
  const say = (text: string, who = '3-2-501') => day.say(who, '3-2', text)
  const hearing = async (where = '3-2'): Promise<string> => {
    await day.minutes(1)
    return day.heard(where).join('\n')
  }

  it('is asked in one short question, and a yes takes it, traced to the first words', async () => {
    await begin()
    const first = await say(HESITANT)
    expect(await hearing()).toBe('❓501 是要订 可乐2瓶 吗？回“是”就记下，回“不”就不记')
    expect(await day.review()).toMatchObject([{ id: first, household: '3-2-501' }])
    await say('是的')
    expect(await hearing()).toContain('501 可乐2瓶')
    expect(await lines('3-2-501')).toEqual(['可乐2瓶'])
    expect(await day.review()).toEqual([])
    const traced = await day.office.store.db
      .selectFrom('order_lines')
      .innerJoin('inbox', 'inbox.id', 'order_lines.inbox_id')
      .select(['inbox.text', 'span_start', 'span_end'])
      .execute()
    expect(traced.map(({ text, span_start, span_end }) => text.slice(span_start, span_end))).toEqual(['可乐，买俩瓶'])
    await day.minutes(60)
    expect(day.heard('g1')).toEqual([])
  })

  it.each(['不是', '不用了', 'no'])('is dropped by %s', async (no) => {
    await begin()
    await say(HESITANT)
    await hearing()
    await say(no)
    await day.minutes(60)
    expect(await lines('3-2-501')).toEqual([])
    expect(await day.review()).toEqual([])
    expect([...day.heard('3-2'), ...day.heard('g1')]).toEqual([])
  })

  it('goes to the staff when nobody answers in time, and a late yes is talk', async () => {
    await begin()
    await say(HESITANT)
    await hearing()
    await day.minutes(28)
    expect(day.heard('g1')).toEqual([])
    await day.minutes(3)
    expect(day.heard('g1').join()).toMatch(/❓R\d+ 看不准.*我要喝可乐/su)
    await say('是')
    expect(await lines('3-2-501')).toEqual([])
    expect(await day.review()).toHaveLength(1)
  })

  it('never has two questions to one person: the second doubt goes to the staff', async () => {
    await begin()
    await say(HESITANT)
    await say('我买了十斤土豆，够吃半个月')
    expect(await hearing()).toContain('可乐')
    expect(day.heard('g1').join()).toContain('土豆')
    expect(await day.review()).toHaveLength(2)
    await say('对')
    expect(await lines('3-2-501')).toEqual(['可乐2瓶'])
  })

  it('is answered as well by a plain order of the same thing', async () => {
    await begin()
    await say(HESITANT)
    await say('可乐要三瓶')
    expect(await hearing()).not.toContain('吗')
    expect(await lines('3-2-501')).toEqual(['可乐3瓶'])
    expect(await day.review()).toEqual([])
  })

  it('is not taken by somebody else’s yes, nor by one in another group', async () => {
    await begin()
    await say(HESITANT)
    await hearing()
    await say('是', '3-2-302')
    await day.say('3-2-501', '9', '是')
    expect(await lines('3-2-501')).toEqual([])
    expect(await day.review()).toHaveLength(1)
  })

  it('leaves the list when its writer recalls it, and the order goes when the yes is recalled', async () => {
    await begin()
    const first = await say(HESITANT)
    await day.recall('3-2-501', '3-2', first)
    expect(await hearing()).toBe('')
    expect(await day.review()).toEqual([])
    await say(HESITANT)
    await hearing()
    const yes = await say('要')
    await day.recall('3-2-501', '3-2', yes)
    expect(await lines('3-2-501')).toEqual([])
  })

  it('names no medicine in the group', async () => {
    await begin('19:30', STRICT)
    await say('缬沙坦一盒,大米10斤')
    const asked = await hearing()
    expect(asked).toContain('501 是要订 大米10斤、药品1种 吗')
    await say('是')
    await hearing()
    expect(await lines('3-2-501')).toEqual(['缬沙坦1盒', '大米10斤'])
    expect(
      day.said
        .filter(({ room }) => room === 'r-3-2')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('缬沙坦')
  })

  if (engine === 'postgres') return
  it.each<[string, { from?: string; who?: string; where?: string; text: string; settings?: Partial<Settings> }]>([
    ['at night', { from: '22:30', text: HESITANT }],
    ['of whom no door is known', { who: 'p-1', text: HESITANT }],
    ['for another door', { text: '302要大米10斤', settings: STRICT }],
    ['a cancellation', { text: '都取消吧', settings: STRICT }],
    ['without an amount', { text: '她说想要那个黄油' }],
    [
      'where the settings ask nothing',
      { text: HESITANT, settings: { understanding: { takeAbove: 0.6, reviewAbove: 0.3, askMinutes: 0 } } },
    ],
  ])('is not asked, but shown to staff: %s', async (_title, { from, who = '3-2-501', text, settings }) => {
    await begin(from, settings)
    await day.say(who, '3-2', text, who === 'p-1' ? { name: '豆豆妈' } : {})
    await day.minutes(1)
    expect(day.heard('3-2')).toEqual([])
    expect(day.heard('g1').join()).toContain(text)
    expect(await day.orders(TOMORROW)).toEqual([])
    expect(await day.review()).toHaveLength(1)
  })

  it('does not hold up life: what is urgent is taken however unsure', async () => {
    await begin('19:30', STRICT)
    await say('我妈胰岛素没了,急,要一支')
    expect(await day.order('3-2-501')).toMatchObject({ urgent: 'medicine' })
    expect(await day.alerts()).toHaveLength(1)
  })

  it('is talk below both thresholds', async () => {
    await begin('19:30', { understanding: { takeAbove: 1, reviewAbove: 0.995, askMinutes: 30 } })
    await say('收到了，谢谢')
    expect(await hearing()).toBe('')
    expect(await day.review()).toEqual([])
  })
})

it('is asked in English where the settings say so', async () => {
  const day = await openDay('19:30', { settings: { ...loadSettings(undefined, {}), language: 'en' } })
  await day.say('3-2-501', '3-2', HESITANT)
  await day.minutes(1)
  expect(day.heard('3-2')).toEqual(['❓501: do you want to order 可乐 2瓶? Reply "yes" (是) to have it noted, "no" (不) to drop it'])
  await day.say('3-2-501', '3-2', 'Yes!')
  await day.minutes(1)
  expect(day.heard('3-2').join()).toContain('501 可乐 2瓶')
  await day.close()
})
