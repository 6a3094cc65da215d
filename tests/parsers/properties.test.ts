/** What holds for any text: it never throws, spans lie in the text, the same is read twice, and length costs only its length. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import type { Context, Span } from '../../parsers/types.js'

const { reader, catalogue } = openReader(loadSettings(undefined, {}))
const contexts: Context[] = [
  { room: { kind: 'unit', building: '3', unit: '2' }, sender: { role: 'resident', alias: '501', home: null } },
  { room: { kind: 'grid', grid: '1' }, sender: { role: 'staff' } },
  { room: { kind: 'direct' }, sender: { role: 'volunteer' } },
]
const words = fc.constantFrom(
  ...'要 来 再加 不要 取消 送到 没人 3栋 2单元 501 3-2-501 10斤 一袋 两三 半 各 、 , 。 : \n ( ) * x 🥚 #接龙 1. 没了 急 晕倒 收到 谁有 改成 除了'.split(
    ' ',
  ),
  '\n',
  ' ',
  ...catalogue.goods.slice(0, 200).map((good) => good.name),
)
const spoken = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''))
const anything = fc.oneof(spoken, fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }))

const inside = (span: Span, text: string): boolean => span.start >= 0 && span.end >= span.start && span.end <= text.length

describe('any text', () => {
  it.each(contexts)('is read without a throw, with spans that lie in it, the same each time ($room.kind)', (context) => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = reader.understand(text, context, { explain: true })
        for (const act of read.acts) {
          if (!inside(act.span, text)) return false
          const lines = act.act === 'order' ? act.lines : act.act === 'amend' ? act.changes : []
          if (!lines.every((line) => inside(line.span, text))) return false
        }
        if (!read.reasons.every((reason) => inside(reason.span, text))) return false
        return JSON.stringify(reader.understand(text, context, { explain: true })) === JSON.stringify(read)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps two households apart, whichever stands first', () => {
    const staff: Context = { room: { kind: 'grid', grid: '1' }, sender: { role: 'staff' } }
    const of = (text: string) =>
      reader
        .understand(text, staff)
        .acts.map((act) => (act.act === 'order' ? `${act.address.room} ${act.lines.map((line) => line.item).join()}` : act.act))
        .sort()
    const goods = catalogue.goods.filter((good) => /^[\u4e00-\u9fa5]{3,6}$/u.test(good.name) && good.medicine === '').slice(0, 300)
    const two = fc.uniqueArray(fc.constantFrom(...goods.map((good) => good.name)), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(two, ([a = '', b = '']) => {
        const one = `3-2-501 要${a}两袋`
        const other = `3-2-302 要${b}三袋`
        expect(of(`${one}\n${other}`)).toEqual(of(`${other}\n${one}`))
        expect(of(`${one}\n${other}`)).toHaveLength(2)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a hostile text of 100,000 signs', () => {
  const [resident = { room: { kind: 'direct' as const }, sender: { role: 'resident' as const } }, staff = resident] = contexts
  /** Processor time, the least of some runs: what the reading itself costs, whatever else the machine does. */
  const seconds = (text: string, context: Context): number => {
    let least = Number.POSITIVE_INFINITY
    for (let run = 0; run < 4; run++) {
      const from = process.cpuUsage()
      reader.understand(text, context)
      const { user, system } = process.cpuUsage(from)
      least = Math.min(least, (user + system) / 1e6)
    }
    return least
  }
  it.each([
    ['digits', '1'],
    ['dashes', '3-'],
    ['doors', '3-2-501 '],
    ['brackets', '('],
    ['numerals', '一二三'],
    ['a wish', '要'],
    ['goods', '大米10斤'],
    ['goods in lines', '大米10斤\n'],
    ['emoji', '🥚'],
    ['quotes', '「a：b」'],
    ['letters', 'a'],
    ['spaces', ' '],
    ['not', '没'],
    ['sent', '送到'],
    ['entries', '1、'],
    ['接龙', '#接龙\n1. 101 一份\n'],
    ['what ran out', '土豆没了，'],
    ['what is heard by its sound', '一代花娇花，'],
    ['small words before an end', '都', '走不下去再'],
    ['small words of one who asks', '我', '那叫一个'],
    ['equal signs', '=', '挨家两斤'],
    ['numbers among letters', '5015?', '大米外卖'],
  ])('of %s costs its length', (_, piece, end = '') => {
    const of = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + end
    for (const context of [resident, staff]) {
      seconds(of(5000), context)
      const short = Math.max(seconds(of(10_000), context), 0.005)
      expect(seconds(of(100_000), context) / short).toBeLessThan(60)
    }
  })

  /** What stood still for seconds before what is repeated in an expression could be cut in one way only. */
  const called = `请撤销${Array.from({ length: 12 }, (_, n) => `3-2-${(n >> 1) + 1}0${(n % 2) + 1}`).join('、')}的单子`
  it.each([
    ['a drawn out end', `好${'～'.repeat(22)}`, '谢', resident],
    ['doors that are called off', called, '因为搬走了', staff],
  ])('and what stands behind %s costs no more than it does elsewhere', (_, text, end, context) => {
    seconds(text + end, context)
    expect(seconds(text + end, context) / Math.max(seconds(text, context), 0.002)).toBeLessThan(30)
  })
})
