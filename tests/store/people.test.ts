/** The inbox, the community, alerts, rounds and what is exported of them. */
import { expect, it } from 'vitest'
import { householdsOf } from '../../config/layout.js'
import { loadSettings } from '../../config/settings.js'
import { alertsToRepeat, nextAlertAt, noteRepeated, openAlerts, raiseAlert } from '../../store/alerts.js'
import {
  changePerson,
  householdAt,
  householdsIn,
  membersOf,
  noteHandle,
  noteMember,
  settleHouseholds,
  staff,
} from '../../store/community.js'
import { exportAlerts, exportOrders, exportReview } from '../../store/exports.js'
import { chainBefore, messageById, messageByNetworkId, previousMessage } from '../../store/inbox.js'
import { clearMarks, mark } from '../../store/marks.js'
import { setStatus } from '../../store/orders.js'
import { missingIn, startRound } from '../../store/rounds.js'
import { held } from '../../store/sessions.js'
import { onBoth } from './both.js'
import { cause, DAY, handled, householdId, line, message, ordered, orderOf, person, room } from './given.js'

onBoth('the inbox', (open) => {
  it('keeps a message whose text holds what a database refuses', async () => {
    const { db } = await open()
    const id = await message(db, 'm', { text: '3-2-501 大米\u0000🍚\uD83C' })
    expect((await messageById(db, id))?.text).toMatch(/^3-2-501 大米🍚/u)
    await handled(db, id, { topic: 'a\u0000b', name: 'n' })
    expect((await messageById(db, id))?.topic).toBe('ab')
  })

  it('takes one id of two accounts for two messages', async () => {
    const { db } = await open()
    const first = await message(db, 'm')
    const second = await message(db, 'm', { account: 'b' })
    expect((await messageByNetworkId(db, 'b', ['x', 'm']))?.id).toBe(second)
    expect((await messageByNetworkId(db, 'a', ['m']))?.id).toBe(first)
    expect(await messageByNetworkId(db, 'a', [])).toBeUndefined()
  })

  it('finds what the same person wrote here before, and the group’s 接龙', async () => {
    const { db } = await open()
    const [who, here, there] = [await person(db, '豆豆妈'), await room(db, 'here'), await room(db, 'there')]
    const said = async (id: string, room_id: number | null, sent_at: number): Promise<number> => {
      const inboxId = await message(db, id, { sent_at })
      await handled(db, inboxId, { room_id, person_id: who })
      return inboxId
    }
    const chain = await said('#接龙\n1. 101 大米', here, 10)
    const elsewhere = await said('b', there, 20)
    const alone = await said('c', null, 30)
    const last = await said('d', here, 40)
    expect((await previousMessage(db, who, here, last, 0))?.id).toBe(chain)
    expect(await previousMessage(db, who, here, last, 11)).toBeUndefined()
    expect((await previousMessage(db, who, there, last, 0))?.id).toBe(elsewhere)
    expect((await previousMessage(db, who, null, last, 0))?.id).toBe(alone)
    expect(await chainBefore(db, here, last, 0)).toBe('#接龙\n1. 101 大米')
    expect(await chainBefore(db, there, last, 0)).toBeNull()
  })
})

onBoth('the community', (open) => {
  const doors = householdsOf(loadSettings(undefined, {}))

  it('follows the settings: new doors are added, moved ones get their grid, none is removed', async () => {
    const { db } = await open()
    const before = await householdId(db, '2-1-101')
    const changed = doors.map((door) => {
      if (door.building === '37') return { ...door, building: '38' }
      return door.building === '2' ? { ...door, grid: '2' } : door
    })
    expect(changed).toHaveLength(doors.length)
    await settleHouseholds(db, changed)
    await settleHouseholds(db, changed)
    expect(await householdAt(db, { building: '2', unit: '1', room: '101' })).toMatchObject({ id: before, grid: '2', tags: '[]' })
    expect(await householdsIn(db, { building: '38', unit: null })).toHaveLength(36)
    expect(await householdsIn(db, { building: '37', unit: null })).toHaveLength(36)
  })

  it('lists a building’s households in the order of the doors', async () => {
    const { db } = await open()
    await db.updateTable('households').set({ tags: '["alone"]' }).where('room', '=', '101').execute()
    expect((await householdsIn(db, { building: '3', unit: '2' })).map((home) => home.room)).toEqual(
      doors.filter((door) => door.building === '3' && door.unit === '2').map((door) => door.room),
    )
    expect(await householdAt(db, { building: '3', unit: '2', room: null })).toBeUndefined()
    expect(await householdAt(db, { building: '3', unit: '2', room: '703' })).toBeUndefined()
  })

  it('knows staff by grid and role, and residents are none', async () => {
    const { db } = await open()
    const [wang, chen, head] = [
      await person(db, '小王', 'staff', '1'),
      await person(db, '小陈', 'volunteer', '1'),
      await person(db, '主任', 'head'),
    ]
    const resident = await person(db, '豆豆妈')
    const ids = async (of: { grid?: string; role?: string }) => (await staff(db, of)).map(({ id }) => id)
    expect(await ids({})).toEqual([wang, chen, head])
    expect(await ids({ grid: '1' })).toEqual([wang, chen])
    expect(await ids({ role: 'head' })).toEqual([head])
    await changePerson(db, resident, { role: 'volunteer', grid: '2' }, cause())
    expect(await ids({ grid: '2' })).toEqual([resident])
  })

  it('remembers a member’s newest alias, and which handles this login has seen', async () => {
    const { db } = await open()
    const [who, here] = [await person(db, '豆豆妈'), await room(db, 'here')]
    await noteMember(db, { room_id: here, person_id: who, alias: '202', name: 'n', seen_at: 1 })
    await noteMember(db, { room_id: here, person_id: who, alias: '302', name: 'n', seen_at: 2 })
    expect(await membersOf(db, here)).toMatchObject([{ alias: '302', seen_at: 2 }])
    await noteHandle(db, 'a', 'room', '@1', here, Date.UTC(2026, 0, 1))
    expect([...(await held(db, 'a', 'room', Date.UTC(2026, 0, 1)))]).toEqual([here])
    expect([...(await held(db, 'a', 'room', Date.UTC(2026, 0, 2)))]).toEqual([])
    expect([...(await held(db, 'a', 'person', 0))]).toEqual([])
  })
})

onBoth('alerts, rounds and exports', (open) => {
  it('repeats an alert when its time has come, until there is no next time', async () => {
    const { db } = await open()
    const at = Date.UTC(2026, 0, 1)
    const facts = { household_id: null, room_id: null, person_id: null, place: 'p', words: 'w', at, next_at: at + 600_000 }
    await raiseAlert(db, { ...facts, kind: 'emergency', grid: null }, cause(await message(db, 'm')))
    expect(await nextAlertAt(db)).toBe(at + 600_000)
    expect(await alertsToRepeat(db, at + 599_999)).toEqual([])
    const [alert] = await alertsToRepeat(db, at + 600_000)
    if (alert === undefined) throw new Error('no alert')
    await noteRepeated(db, alert, null, cause())
    expect(await alertsToRepeat(db, at + 9e6)).toEqual([])
    expect(await nextAlertAt(db)).toBeNull()
    expect(await openAlerts(db, '5')).toMatchObject([{ told: 2, grid: null }])
    expect(await exportAlerts(db)).toMatchObject([{ kind: 'emergency', household: null, at: '2026-01-01T00:00:00.000Z', acked: false }])
  })

  it('counts rounds on from the last, and misses everybody at first', async () => {
    const { db } = await open()
    expect(await startRound(db, { no: null, place: null, grid: null }, cause())).toEqual({ no: 1, begun: true })
    expect(await startRound(db, { no: null, place: null, grid: null }, cause())).toEqual({ no: 2, begun: true })
    const [, second] = await db.selectFrom('rounds').selectAll().orderBy('id').execute()
    expect(await missingIn(db, { id: second?.id ?? 0, grid: null }, null)).toHaveLength(1404)
    expect(await missingIn(db, { id: second?.id ?? 0, grid: null }, '6')).toHaveLength(264)
  })

  it('clears a unit’s mark without the building’s, and a building’s with its units', async () => {
    const { db } = await open()
    await mark(db, { building: '3', unit: null }, 'contact', '2021-02-10', cause())
    await mark(db, { building: '3', unit: '2' }, 'confirmed', '2021-02-10', cause())
    expect(await clearMarks(db, { building: '3', unit: '2' }, cause())).toBe(true)
    expect(await clearMarks(db, { building: '3', unit: '2' }, cause())).toBe(false)
    expect(await clearMarks(db, { building: '3', unit: null }, cause())).toBe(true)
    expect(await mark(db, { building: '3', unit: null }, 'contact', '2021-02-10', cause())).toBe(true)
  })

  it('exports one record a household, with the least finished of its orders', async () => {
    const { db } = await open()
    const first = await ordered(db, '3-2-501', [line('大米')])
    await setStatus(db, await orderOf(db, first), 'delivered', cause())
    const second = await ordered(db, '3-2-501', [line('盐', { qty: 2 })], { urgent: 'medicine' })
    await setStatus(db, await orderOf(db, second), 'picked', cause())
    await ordered(db, null, [line('糖')])
    expect(await exportOrders(db, DAY)).toEqual([
      {
        household: '3-2-501',
        status: 'open',
        source: 'chat',
        urgent: 'medicine',
        lines: [
          { item: '大米', qty: 1, unit: '袋', status: 'delivered' },
          { item: '盐', qty: 2, unit: '袋', status: 'wanted' },
        ],
      },
    ])
    expect(await exportOrders(db, '2021-01-28')).toEqual([])
  })

  it('exports what waits for a person, with the writer’s household', async () => {
    const { db } = await open()
    const who = await person(db, '豆豆妈')
    await changePerson(db, who, { household_id: await householdId(db, '3-2-202'), household_from: 'alias' }, cause())
    for (const [id, person_id] of [
      ['m1', who],
      ['m2', null],
    ] as const) {
      const inboxId = await message(db, id)
      await handled(db, inboxId, { person_id, outcome: 'review', review: 1 })
    }
    expect(await exportReview(db)).toEqual([
      { id: 'm1', text: 'm1', household: '3-2-202' },
      { id: 'm2', text: 'm2', household: null },
    ])
  })
})
