/** What a running process knows by heart is never older than what is in the database. */
import { expect, it } from 'vitest'
import { changePerson, noteHandle, noteMember, personById, roomBehind, settleHouseholds, writerBehind } from '../../store/community.js'
import type { Db, Store } from '../../store/open.js'
import { openStore } from '../../store/open.js'
import { freshUrl, onBoth, postgresAnswers } from './both.js'
import { cause, line, ordered, person, room } from './given.js'

const within = <T>(store: Store, work: (db: Db) => Promise<T>): Promise<T> => store.db.transaction().execute(work)
const roleOf = (store: Store, id: number): Promise<string | undefined> => within(store, async (db) => (await personById(db, id))?.role)

onBoth('known by heart', (open) => {
  it('sees its own changes at once', async () => {
    const store = await open()
    const id = await person(store.db, '小王')
    await within(store, async (db) => {
      expect((await personById(db, id))?.role).toBe('resident')
      await changePerson(db, id, { role: 'staff' }, cause())
      expect((await personById(db, id))?.role).toBe('staff')
    })
    await changePerson(store.db, id, { role: 'head' }, cause())
    expect(await roleOf(store, id)).toBe('head')
  })

  it('learns of someone whom it looked for in vain before', async () => {
    const store = await open()
    const [id, group] = [await person(store.db, '小王'), await room(store.db, 'g')]
    await within(store, async (db) => {
      expect(await writerBehind(db, 'a', 'p-1', group)).toBeUndefined()
      expect(await roomBehind(db, 'a', 'g-1')).toBeUndefined()
      await noteHandle(db, 'a', 'person', 'p-1', id, 1)
      await noteHandle(db, 'a', 'room', 'g-1', group, 1)
      expect(await writerBehind(db, 'a', 'p-1', group)).toMatchObject({ id, name: '小王', seen_alias: null, seen_name: null })
      await noteMember(db, { room_id: group, person_id: id, alias: '501', name: '王', seen_at: 1 })
      expect(await writerBehind(db, 'a', 'p-1', group)).toMatchObject({ id, seen_alias: '501', seen_name: '王' })
      expect(await writerBehind(db, 'a', 'p-1', 0)).toMatchObject({ id, seen_alias: null })
      expect((await roomBehind(db, 'a', 'g-1'))?.id).toBe(group)
    })
  })

  it('forgets what a transaction took back', async () => {
    const store = await open()
    const id = await person(store.db, '小王')
    const faulty = async (db: Db): Promise<never> => {
      await changePerson(db, id, { role: 'staff' }, cause())
      expect((await personById(db, id))?.role).toBe('staff')
      throw new Error('a fault')
    }
    await expect(within(store, faulty)).rejects.toThrow('a fault')
    await within(store, async (db) => {
      expect((await personById(db, id))?.role).toBe('resident')
      await ordered(db, '3-2-501', [line('大米')])
    })
    expect(await store.db.selectFrom('order_lines').select('item').execute()).toEqual([{ item: '大米' }])
  })
})

it.each(['sqlite', 'postgres'] as const)('sees what another process changed (%s)', async (engine) => {
  if (engine === 'postgres' && !postgresAnswers) return
  const { url, forget } = await freshUrl(engine)
  const [ours, theirs] = [await openStore(url), await openStore(url)]
  await settleHouseholds(ours.db, [{ building: '3', unit: '2', room: '501', floor: 5, grid: '1' }])
  const id = await person(ours.db, '小王')
  expect(await roleOf(ours, id)).toBe('resident')
  await changePerson(theirs.db, id, { role: 'staff' }, cause())
  expect(await roleOf(ours, id)).toBe('staff')
  await Promise.all([ours.close(), theirs.close()])
  await forget()
})
