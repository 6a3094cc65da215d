/** Goods that the catalogue does not know: collected from what residents wrote, and filed once it knows them. */
import { expect, it } from 'vitest'
import { setStatus } from '../../store/orders.js'
import { type FiledAs, fileLines, unknownGoods } from '../../store/unknown-goods.js'
import { onBoth } from './both.js'
import { cause, DAY, line, message, ordered, orderOf } from './given.js'

const NEXT = '2021-01-28'
const POT: FiledAs = {
  item: '关东煮锅底',
  place: 'supermarket',
  medicine: '',
  heavy: 0,
  words: ['关东煮锅底', '煮锅底', 'oden base'],
  lifeSustaining: false,
}
const unknown = (item: string, more = {}) => line(item, { known: 0, ...more })

onBoth('goods that the catalogue lacks', (open) => {
  it('are listed with how often, the last day, and words without a name or a door', async () => {
    const { db } = await open()
    const words = await message(db, 'm1', { text: '3-2-501 张阿姨 要煮锅底2包，谢谢' })
    await ordered(db, '3-2-501', [unknown('煮锅底', { span_start: 13, span_end: 18 }), line('大米')], { cause: cause(words) })
    await ordered(db, '3-2-302', [unknown('煮锅底')], { day: NEXT })
    await ordered(db, '3-2-302', [unknown('响铃卷')])
    const dropped = await ordered(db, '3-2-402', [unknown('折耳根')])
    await setStatus(db, await orderOf(db, dropped), 'cancelled', cause())
    expect(await unknownGoods(db)).toEqual([
      { item: '煮锅底', times: 2, lastDay: NEXT, example: '煮锅底' },
      { item: '响铃卷', times: 1, lastDay: DAY, example: '响铃卷' },
    ])
    const [first] = await unknownGoods(db)
    expect(first?.example).not.toMatch(/501|张/u)
  })

  it('are filed in what is still to be brought, as an event each, and not in what came', async () => {
    const { db } = await open()
    await ordered(db, '3-2-501', [unknown('煮锅底'), unknown('响铃卷')])
    await ordered(db, null, [unknown('Oden Base', { place: 'pharmacy', heavy: 1 })])
    const come = await ordered(db, '3-2-302', [unknown('煮锅底')])
    await setStatus(db, await orderOf(db, come), 'delivered', cause())
    expect(await fileLines(db, POT, { ...cause(), why: 'catalogue' })).toBe(2)
    const lines = await db.selectFrom('order_lines').select(['item', 'known', 'place', 'heavy']).orderBy('id').execute()
    expect(lines).toEqual([
      { item: '关东煮锅底', known: 1, place: 'supermarket', heavy: 0 },
      { item: '响铃卷', known: 0, place: 'supermarket', heavy: 0 },
      { item: '关东煮锅底', known: 1, place: 'supermarket', heavy: 0 },
      { item: '煮锅底', known: 0, place: 'supermarket', heavy: 0 },
    ])
    const events = await db.selectFrom('events').select(['entity', 'before']).where('why', '=', 'catalogue').execute()
    expect(events.map(({ entity, before }) => [entity, JSON.parse(before ?? '{}').item])).toEqual([
      ['order_lines', '煮锅底'],
      ['order_lines', 'Oden Base'],
    ])
    expect(await fileLines(db, POT, cause())).toBe(0)
  })

  it('that turn out to sustain life make their order urgent', async () => {
    const { db } = await open()
    const order = await ordered(db, '3-2-501', [unknown('某某泵笔')])
    await fileLines(db, { ...POT, item: '某某泵笔', words: ['某某泵笔'], medicine: 'chronic', lifeSustaining: true }, cause())
    expect(await orderOf(db, order)).toMatchObject({ urgent: 'medicine' })
  })
})
