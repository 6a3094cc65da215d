/** What is put together of parts (`composed.ts`) means what its parts mean. */
import { expect, it } from 'vitest'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import type { Act, Context } from '../../parsers/types.js'
import {
  AFTER_A_STORY,
  AROUND,
  ASKED_FOR,
  BROKEN,
  GOODS,
  LEFT_OUT,
  MEDICINES,
  NEW_AMOUNT,
  ON_BEHALF,
  OUT,
  PUT_RIGHT,
  RAN_OUT,
  SPOKEN,
  STAND_INS,
  STORIES,
  TO_DOOR,
  TWO_HOMES,
} from './composed.js'

type Good = (typeof GOODS)[number]
const { reader } = openReader(loadSettings(undefined, {}))
const RESIDENT: Context = {
  room: { kind: 'unit', building: '3', unit: '2' },
  sender: { role: 'resident', alias: '张阿姨', home: { building: '3', unit: '2', room: '501' } },
}
const STAFF: Context = { room: { kind: 'grid', grid: '1' }, sender: { role: 'staff', alias: '小王', home: null } }

/** The n-th good, round and round. */
const good = (n: number): Good => GOODS[n % GOODS.length] ?? ['', '', '', 0, '']
const said = ([name, amount]: Good): string => name + amount
const line = ([, , item, qty, unit]: Good): string => `${item} ${qty}${unit}`
const linesOf = (act: Act): string[] => {
  const lines = act.act === 'order' ? act.lines : act.act === 'amend' ? act.changes : []
  return lines.map(({ item, qty, unit }) => `${item} ${qty}${unit}`).sort()
}
const doorOf = (act: Act): string => ('address' in act ? (act.address?.room ?? '-') : '-')
const told = (act: Act): string => `${act.act} ${doorOf(act)}: ${linesOf(act).join(', ')}`

/** As many turns of a template's goods as there are goods. */
const TURNS = GOODS.map((_, turn) => turn)
/** Each template with each turn of goods: those that are read otherwise, with what was read. */
const missed = (
  templates: readonly string[],
  context: Context,
  fill: (template: string, goods: readonly [Good, Good, Good]) => { text: string; want: string[] },
): string[] =>
  templates.flatMap((template) =>
    TURNS.flatMap((turn) => {
      const { text, want } = fill(template, [good(turn), good(turn + 5), good(turn + 7)])
      const got = reader.understand(text, context).acts.map(told)
      return JSON.stringify(got) === JSON.stringify(want) ? [] : [`${text} → ${got.join(' | ')}`]
    }),
  )
const order = (door: string, ...goods: Good[]): string => `order ${door}: ${goods.map(line).sort().join(', ')}`
const withGoods = (template: string, [a, b, c]: readonly [Good, Good, Good]): string =>
  template.replace('A', said(a)).replace('B', said(b)).replace('C', said(c)).replaceAll('X', a[0]).replace('N', a[1]).replace('D', '302')

it('is spoken in one breath', () => {
  const { begins, joins, ends } = SPOKEN
  const found = begins.flatMap((begin, first) =>
    joins.flatMap((join, second) =>
      ends.flatMap((end, third) => {
        const [a, b] = [good(first + second), good(first + second + third + 5)]
        if (a === b) return []
        const text = begin + said(a) + join + said(b) + end
        const got = reader.understand(text, RESIDENT).acts.map(told)
        return got.length === 1 && got[0] === order('501', a, b) ? [] : [`${text} → ${got.join(' | ')}`]
      }),
    ),
  )
  expect(found).toEqual([])
})

it('is put right in the same message', () => {
  expect(
    missed(PUT_RIGHT, RESIDENT, (template, goods) => ({
      text: withGoods(template, goods),
      want: [order('501', [goods[0][0], '', goods[0][2], 3, '袋'], goods[1])],
    })),
  ).toEqual([])
})

it('stands among words that change neither', () => {
  expect(
    missed(AROUND, RESIDENT, (template, goods) => ({ text: withGoods(template, goods), want: [order('501', goods[0], goods[1])] })),
  ).toEqual([])
})

it('is asked for behind a story', () => {
  const templates = STORIES.flatMap((story) => AFTER_A_STORY.map((ask) => story + ask))
  const found = templates.flatMap((template, turn) => {
    const goods: readonly [Good, Good, Good] = [good(turn), good(turn + 5), good(turn + 7)]
    const text = withGoods(template, goods)
    const got = reader.understand(text, RESIDENT).acts.map(told)
    return got.length === 1 && got[0] === order('501', goods[0], goods[1]) ? [] : [`${text} → ${got.join(' | ')}`]
  })
  expect(found).toEqual([])
})

it('is left out of an order', () => {
  expect(
    missed(LEFT_OUT, RESIDENT, (template, [x, a, b]) => ({
      text: template.replace('X', x[0]).replace('A', said(a)).replace('B', said(b)),
      want: [order('501', a, b)],
    })),
  ).toEqual([])
})

it('goes to the door that is told behind it', () => {
  expect(
    missed(TO_DOOR, RESIDENT, (template, goods) => ({ text: withGoods(template, goods), want: [order('302', goods[0], goods[1])] })),
  ).toEqual([])
})

it('is of two households', () => {
  const orders = (template: string, [a, b, c]: readonly [Good, Good, Good]): string[] => {
    const both = [order('302', a), order('502', b, c)]
    return template.indexOf('A') < template.indexOf('B') ? both : both.reverse()
  }
  expect(missed(TWO_HOMES, RESIDENT, (template, goods) => ({ text: withGoods(template, goods), want: orders(template, goods) }))).toEqual(
    [],
  )
})

it('sets another amount of what was ordered', () => {
  expect(
    missed(NEW_AMOUNT, RESIDENT, (template, goods) => ({
      text: withGoods(template, goods),
      want: [`amend 501: ${line([goods[0][0], '', goods[0][2], 3, '袋'])}`],
    })),
  ).toEqual([])
})

it('names what would stand in', () => {
  expect(missed(STAND_INS, RESIDENT, (template, goods) => ({ text: withGoods(template, goods), want: [order('501', goods[0])] }))).toEqual(
    [],
  )
})

it('tells what broke, and what is bought', () => {
  const found = BROKEN.flatMap((template) =>
    TURNS.flatMap((turn) => {
      const text = withGoods(template, [good(turn), good(turn + 1), good(turn + 2)])
      const [act, ...more] = reader.understand(text, RESIDENT).acts
      const lines = act === undefined ? [] : linesOf(act)
      return act?.act === 'order' && more.length === 0 && lines.length === 2 && lines.includes(line(good(turn))) ? [] : [text]
    }),
  )
  expect(found).toEqual([])
})

it('tells of a medicine that ran out, and asks for more', () => {
  const medicine: Good = ['降压药', '', '降压药', 1, '盒']
  const found = RAN_OUT.flatMap((template) =>
    TURNS.flatMap((turn) => {
      const other = good(turn)
      if (other[2] === medicine[2]) return []
      const text = template.replace('B', said(other))
      const { acts, urgent } = reader.understand(text, RESIDENT)
      return urgent === 'medicine' && acts.length === 1 && acts.map(told)[0] === order('501', medicine, other) ? [] : [text]
    }),
  )
  expect(found).toEqual([])
})

it('is asked for by staff on behalf of a household', () => {
  const found = ON_BEHALF.flatMap((template) =>
    TURNS.flatMap((turn) => {
      const [a, b] = [good(turn), good(turn + 5)]
      const text = template.replace('A', said(a)).replace('B', said(b)).replace('D', '5栋1单元302')
      const [act, ...more] = reader.understand(text, STAFF).acts
      const isRead =
        act !== undefined && more.length === 0 && doorOf(act) === '302' && linesOf(act).join() === [line(a), line(b)].sort().join()
      return isRead ? [] : [text]
    }),
  )
  expect(found).toEqual([])
})

it('is a medicine that is out, of which so much is asked for: urgent, and no more than one line', () => {
  const found = OUT.flatMap((out, first) =>
    ASKED_FOR.flatMap((ask, second) => {
      const [name, amount, qty, unit] = MEDICINES[(first * 3 + second) % MEDICINES.length] ?? ['', '', 0, '']
      const text = out.replace('M', name) + ask.replace('N', amount)
      const { acts, urgent } = reader.understand(text, RESIDENT)
      const lines = acts.flatMap((act) => (act.act === 'order' ? act.lines : []))
      const [only] = lines
      return acts.length === 1 && lines.length === 1 && only?.qty === qty && only.unit === unit && urgent === 'medicine'
        ? []
        : [`${text} → ${acts.map(told).join(' | ')} ${urgent ?? ''}`]
    }),
  )
  expect(found).toEqual([])
})
