/** The review list is worked: looked at, or made an order, in the staff's group, by quoting, or from the terminal. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { reviewCommand } from '../../cli/commands/review.js'
import { freshUrl, onBoth } from '../store/both.js'
import { type Day, openDay } from './day.js'

const TOMORROW = '2021-01-28'
const UNSURE = '她说想要那个黄油'

onBoth('the review list', (_, engine) => {
  let day: Day
  let forget: () => Promise<void>
  let url: string
  let told: string
  let id: string
  beforeEach(async () => {
    const fresh = await freshUrl(engine)
    url = fresh.url
    forget = fresh.forget
    day = await openDay('19:30', { database: url })
    await day.say('3-2-501', '3-2', UNSURE)
    await day.minutes(1)
    told = day.heard('g1').join()
    id = /❓(R\d+)/u.exec(told)?.[1] ?? ''
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await day.close()
    await forget()
  })
  const lines = async (door: string): Promise<string[]> =>
    ((await day.order(door, TOMORROW))?.lines ?? []).map(({ item, qty, unit, status }) => `${item}${qty ?? ''}${unit ?? ''} ${status}`)
  const staff = async (text: string, quote?: string): Promise<string> => {
    await day.say('s-wang', 'g1', text, quote === undefined ? {} : { quote })
    await day.minutes(1)
    return day.heard('g1').join()
  }
  const linxu = async (...words: string[]): Promise<string> => {
    const said: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
    await reviewCommand().parseAsync([...words, '--db', url], { from: 'user' })
    vi.restoreAllMocks()
    return said.join('')
  }

  it('tells staff how to work it, and a word takes a message off', async () => {
    expect(told).toContain(`处理 ${id}`)
    expect(await staff(`处理 ${id}`)).toContain(`✓${id} 看过了`)
    expect(await day.review()).toEqual([])
    expect(await staff(`处理${id}`)).toContain('不在待看的里面')
  })

  it('makes an order of it for its writer, said in their group, traced to the staff’s words, and taken back by 撤销', async () => {
    expect(await staff(`处理 ${id.slice(1)} 黄油2块，大米10斤`)).toContain('已记成订单')
    expect(await lines('3-2-501')).toEqual(['黄油2块 wanted', '大米10斤 wanted'])
    expect(day.heard('3-2').join()).toContain('501 东西2样')
    expect(await day.review()).toEqual([])
    const traced = await day.office.store.db
      .selectFrom('order_lines')
      .innerJoin('inbox', 'inbox.id', 'order_lines.inbox_id')
      .select(['inbox.text', 'span_start', 'span_end'])
      .orderBy('order_lines.id')
      .execute()
    expect(traced.map(({ text, span_start, span_end }) => text.slice(span_start, span_end))).toEqual(['黄油2块', '大米10斤'])
    await staff('撤销')
    expect(await lines('3-2-501')).toEqual(['黄油2块 cancelled', '大米10斤 cancelled'])
  })

  it('takes an order for another door', async () => {
    await staff(`处理 ${id} 3-2-302 黄油1块`)
    expect(await lines('3-2-302')).toEqual(['黄油1块 wanted'])
  })

  it('is worked by quoting the bot’s text', async () => {
    const quote = { name: '邻需', text: told }
    day.stage.puppet.say({ id: 'quoting', room: 'r-g1', from: 's-wang', text: '处理', at: day.clock.now(), quote })
    await day.stage.bot.settle()
    await day.minutes(1)
    expect(day.heard('g1').join()).toContain(`✓${id} 看过了`)
  })

  it('keeps what staff wrote and the bot did not understand', async () => {
    expect(await staff(`处理 ${id} 哈哈哈哈`)).toContain('没看懂')
    expect(await day.review()).toHaveLength(1)
  })

  it.each(['处理一下电梯', '处理 99999 个快递'])('takes %s for no word to the list', async (text) => {
    expect(await staff(text)).toBe('')
    expect(await day.review()).toHaveLength(1)
  })

  it('leaves the list as it is when staff speak of a household that it holds', async () => {
    await staff('处理 3-2-501 的投诉')
    expect(await day.review()).toHaveLength(1)
  })

  it('is no business of residents', async () => {
    await day.say('3-2-302', '3-2', `处理 ${id}`)
    expect(await day.review()).toHaveLength(1)
  })

  it('is listed and worked from the terminal', async () => {
    expect(await linxu()).toBe(`${id}\t2021-01-27 19:30\t3-2-501\t${UNSURE}\n`)
    expect(JSON.parse(await linxu('--json'))).toMatchObject({ household: '3-2-501', text: UNSURE })
    expect(await linxu('done', id, '--as-order', '黄油2块')).toContain('已记成订单')
    expect(await linxu()).toBe('')
    const taken = await day.office.store.db.selectFrom('order_lines').select(['item', 'qty', 'unit']).execute()
    expect(taken).toEqual([{ item: '黄油', qty: 2, unit: '块' }])
    const said = await day.office.store.db.selectFrom('notices').select(['kind', 'room_id']).where('kind', '=', 'taken').execute()
    expect(said).toEqual([{ kind: 'taken', room_id: expect.any(Number) }])
  })
})
