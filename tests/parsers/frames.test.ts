/**
 * The same thing said of everything: each way to ask, to change, to complain, to inquire, to sign and to report, with things of one sign
 * and of more (`frames.ts`); each two things in each layout; each name of the catalogue as one orders it.
 */
import { describe, expect, it } from 'vitest'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import type { Act, Context } from '../../parsers/types.js'
import { CHANGES, LAYOUTS, ORDERS, ORDERS_AROUND, REPORTS, THINGS } from './frames.js'

const { reader, catalogue } = openReader(loadSettings(undefined, {}))
const RESIDENT: Context = {
  room: { kind: 'unit', building: '3', unit: '2' },
  sender: { role: 'resident', alias: '张阿姨', home: { building: '3', unit: '2', room: '501' } },
}
const STAFF: Context = { room: { kind: 'grid', grid: '1' }, sender: { role: 'staff', alias: '小王', home: null } }
const actsOf = (text: string, context: Context): readonly Act[] => reader.understand(text, context).acts
const linesOf = (acts: readonly Act[]) => acts.flatMap((act) => (act.act === 'order' ? act.lines : act.act === 'amend' ? act.changes : []))

/** Those of the texts that are not read so. */
const missed = (frames: readonly string[], isRead: (text: string, item: string) => boolean): string[] =>
  frames.flatMap((frame) =>
    THINGS.flatMap(([said, item]) => {
      const text = frame.replace('X', said)
      return isRead(text, item) ? [] : [text]
    }),
  )

it('asks for a thing in every way', () => {
  expect(missed(ORDERS, (text, item) => linesOf(actsOf(text, RESIDENT)).some((line) => line.item === item))).toEqual([])
})

it('asks for as much of it, whatever is said before and behind', () => {
  const isOrdered = (text: string, item: string): boolean => {
    const acts = actsOf(text, RESIDENT)
    const [line, ...more] = linesOf(acts)
    return acts[0]?.act === 'order' && more.length === 0 && line?.item === item && line.qty === 2 && line.unit === '袋'
  }
  expect(missed(ORDERS_AROUND, isOrdered)).toEqual([])
})

it.each(Object.entries(CHANGES))('changes an order in every way: %s', (op, frames) => {
  const changes = (text: string) => actsOf(text, RESIDENT).flatMap((act) => (act.act === 'amend' ? act.changes : []))
  expect(missed(frames, (text, item) => changes(text).some((change) => change.op === op && change.item === item))).toEqual([])
})

describe.each(Object.entries(REPORTS))('tells of a thing in every way: %s', (kind, frames) => {
  const [act = '', which] = kind.split(' ')
  it(`${frames.length} ways`, () => {
    const context = act === 'stock' ? STAFF : RESIDENT
    const isRead = (text: string, item: string): boolean =>
      actsOf(text, context).some(
        (one) =>
          one.act === act &&
          (one.act !== 'problem' || one.what === which) &&
          (one.act !== 'stock' || (one.state === which && one.item === item)),
      )
    expect(missed(frames, isRead)).toEqual([])
  })
})

it('reads two things with their amounts in every layout', () => {
  const wrong: string[] = []
  const counted = (item: string, [, qty, unit]: readonly [string, number, string]): string => `${item} ${qty}${unit}`
  for (const [first, one, amounts] of LAYOUTS.first)
    for (const [second, other, others] of LAYOUTS.second)
      for (const [index, amount] of amounts.entries())
        for (const layout of LAYOUTS.layouts) {
          const next = others[index % others.length] ?? others[0]
          const text = layout.replace('A', first).replace('B', second).replace('1', amount[0]).replace('2', next[0])
          const got = linesOf(actsOf(text, RESIDENT)).map((line) => `${line.item} ${line.qty}${line.unit}`)
          if (got.sort().join() !== [counted(one, amount), counted(other, next)].sort().join()) wrong.push(`${text}: ${got.join()}`)
        }
  expect(wrong).toEqual([])
})

/** Names that are numbers, or hold the words of somebody else's trade. */
const NOT_READ = new Set(['八四', '三七', '麻辣烫外卖', '张一元', '装水桶', '包饭海苔', '包书皮', '包书膜'])

it('orders every Chinese name of the catalogue, before its amount and behind it', () => {
  const wrong = catalogue.goods.flatMap(({ name, aliases, unit }) =>
    [name, ...aliases]
      .filter((said) => /^[\u4e00-\u9fa5]+$/u.test(said) && !NOT_READ.has(said))
      .flatMap((said) => [`${said}2${unit}`, `要两${unit}${said}`])
      .filter((text) => {
        const [line, more] = linesOf(actsOf(text, RESIDENT))
        return more !== undefined || line?.item !== name || line.qty !== 2 || line.unit !== unit
      }),
  )
  expect(wrong).toEqual([])
})
