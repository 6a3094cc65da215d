/** Rooms and people found again by what they are, not by their ids; nothing is guessed. */
import { describe, expect, it } from 'vitest'
import type { RoomPlace } from '../../bot/doors.js'
import { type KnownRoom, recogniseMembers, recogniseRooms, type ShownRoom } from '../../bot/recognise.js'

const nowhere: RoomPlace = { kind: 'unknown', building: null, unit: null, grid: null }
const unit = (name: string): RoomPlace => ({ kind: 'unit', building: name.split('-')[0] ?? '', unit: name.split('-')[1] ?? '', grid: null })
const grid: RoomPlace = { kind: 'grid', building: null, unit: null, grid: '1' }
const people = (...names: string[]) => names.map((name) => ({ name, alias: name }))
const known = (id: number, topic: string, place: RoomPlace, ...names: string[]): KnownRoom => ({
  id,
  topic,
  ...place,
  members: people(...names),
})
const shown = (handle: string, topic: string, place: RoomPlace, ...names: string[]): ShownRoom => ({
  handle,
  topic,
  place,
  members: people(...names),
})

describe('a room', () => {
  it.each<[string, ShownRoom[], KnownRoom[], Record<string, unknown>]>([
    [
      'by its topic, written a little differently',
      [shown('a', '３栋2单元 ', unit('3-2'))],
      [known(1, '3栋2单元', unit('3-2'))],
      { a: { room: 1 } },
    ],
    [
      'by its people, where it has another topic',
      [shown('a', '夕阳红', nowhere, '501', '502', '601', '602')],
      [known(1, '3栋2单元', unit('3-2'), '501', '502', '601'), known(2, '3栋3单元', unit('3-3'), '101', '102', '201')],
      { a: { room: 1 } },
    ],
    ['by the place that its topic names', [shown('a', '3栋2单元互助', unit('3-2'))], [known(1, '3-2群', unit('3-2'))], { a: { room: 1 } }],
    [
      'not where the people are others',
      [shown('a', '3栋2单元', unit('3-2'), 'x', 'y')],
      [known(1, '3栋2单元', unit('3-2'), '501', '502', '601')],
      { a: { doubtful: [1] } },
    ],
    [
      'not where two are shown of one topic',
      [shown('a', '3-2', unit('3-2')), shown('b', '3-2', unit('3-2'))],
      [known(1, '3-2', unit('3-2'))],
      { a: { doubtful: [1] }, b: { doubtful: [1] } },
    ],
    [
      'by its people, where two are shown of one topic and only one has them',
      [shown('a', '3-2', unit('3-2'), '501', '502', '601'), shown('b', '3-2', unit('3-2'), 'x', 'y', 'z')],
      [known(1, '3-2', unit('3-2'), '501', '502', '601')],
      { a: { room: 1 }, b: { doubtful: [1] } },
    ],
    [
      'never a staff group by its people',
      [shown('a', '吃饭', nowhere, '王', '陈', '苏')],
      [known(1, '一网格', grid, '王', '陈', '苏')],
      { a: 'new' },
    ],
    [
      'not one that names another place',
      [shown('a', '5栋4单元', unit('5-4'), '501', '502', '601')],
      [known(1, '3-2', unit('3-2'), '501', '502', '601')],
      { a: 'new' },
    ],
    ['as new where nothing fits', [shown('a', '9栋1单元', unit('9-1'))], [known(1, '3-2', unit('3-2'))], { a: 'new' }],
  ])('%s', (_, rooms, unheld, answer) => {
    expect(Object.fromEntries(recogniseRooms(rooms, unheld))).toEqual(answer)
  })

  it('of 60 with 300 members, 15 of one topic, 4 with new ones, is never taken for another', () => {
    const members = (room: number): string[] => Array.from({ length: 300 }, (_, n) => `${room}-${n}`)
    const topic = (room: number): string => (room < 15 ? '业主群' : `群${room}`)
    const before = Array.from({ length: 60 }, (_, room) => known(room, topic(room), nowhere, ...members(room)))
    const churned = (room: number): string[] => members(room).map((name, n) => (n % 12 === room % 12 ? `new ${name}` : name))
    const after = before.map(({ id }) => shown(`@${id}`, id >= 56 ? `改名${id}` : topic(id), nowhere, ...churned(id)))
    const clone = shown('@clone', '业主群', nowhere, ...churned(0))
    const answers = recogniseRooms([...after, clone], before)
    const matched = after.filter(({ handle }) =>
      Object.is(JSON.stringify(answers.get(handle)), JSON.stringify({ room: Number(handle.slice(1)) })),
    )
    expect(matched).toHaveLength(59)
    for (const handle of ['@0', '@clone']) expect(answers.get(handle)).toEqual({ doubtful: [0] })
  })
})

describe('a person', () => {
  const seen = (handle: string, name: string, alias: string | null, remark: string | null = null) => ({ handle, name, alias, remark })
  const was = (personId: number, name: string, alias: string, remark: string | null = null) => ({ personId, name, alias, remark })
  it.each([
    ['by alias', [seen('a', '花', '501')], [was(1, '草', '501')], { a: 1 }],
    ['by remark before alias', [seen('a', '花', '502', 'R1')], [was(1, '草', '501', 'R1'), was(2, '树', '502')], { a: 1 }],
    ['by name where there is no alias', [seen('a', '花', null)], [was(1, '花', '')], { a: 1 }],
    ['not where two are called so now', [seen('a', '花', '501'), seen('b', '草', '501')], [was(1, '草', '501')], {}],
    ['not where two were called so', [seen('a', '花', '501')], [was(1, '草', '501'), was(2, '花', '501')], {}],
    ['not by a name that is another’s alias', [seen('a', '501', null)], [was(1, '草', '501')], {}],
  ])('%s', (_, shownNow, before, answer) => {
    expect(Object.fromEntries(recogniseMembers(shownNow, before))).toEqual(answer)
  })
})
