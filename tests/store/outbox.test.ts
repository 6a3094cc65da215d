/** What is to be said: once, in turn, and again until it is said. */
import { expect, it } from 'vitest'
import type { Db } from '../../store/open.js'
import {
  dropNotices,
  dueToSend,
  freeze,
  type Gathering,
  nextDueAt,
  noteSending,
  noteSent,
  notify,
  type OutboxRow,
  queue,
  saidNotices,
  sendAgain,
  waitingNotices,
} from '../../store/outbox.js'
import { onBoth } from './both.js'
import { message, person, room } from './given.js'

const due = async (db: Db, now: number): Promise<OutboxRow> => {
  const row = await dueToSend(db, now)
  if (row === undefined) throw new Error(`nothing is due at ${now}`)
  return row
}
const fail = async (db: Db, row: OutboxRow, until: number): Promise<void> => {
  await noteSending(db, row)
  await sendAgain(db, row.id, until)
}
/** Said from a moment on, and waiting for nothing else. */
const at = (from: number): Gathering => ({ from, perMessage: 0, atMost: 0 })
const say = async (db: Db, now: number): Promise<string | null> => {
  const row = await due(db, now)
  await noteSending(db, row)
  await noteSent(db, row.id, now)
  return row.text
}
const notice = {
  room_id: null,
  person_id: null,
  kind: 'taken' as const,
  order_id: null,
  household_id: null,
  detail: '{}',
  at: 1,
  inbox_id: null,
}

onBoth('the outbox', (open) => {
  it('says the second part of a list only after the first, however often that fails', async () => {
    const { db } = await open()
    const group = await room(db, 'g')
    const other = await room(db, 'other')
    for (const [key, room_id] of [
      ['one', group],
      ['two', group],
      ['else', other],
    ] as const)
      await queue(db, { dedupe_key: key, room_id, person_id: null, text: key, urgent: 0, due_at: 1 })
    await fail(db, await due(db, 5), 100)
    expect(await say(db, 5)).toBe('else')
    expect(await dueToSend(db, 99)).toBeUndefined()
    expect(await nextDueAt(db)).toBe(100)
    await fail(db, await due(db, 100), 200)
    expect(await dueToSend(db, 199)).toBeUndefined()
    expect([await say(db, 200), await say(db, 200)]).toEqual(['one', 'two'])
    expect(await nextDueAt(db)).toBeNull()
  })

  it('lets what is urgent pass what failed', async () => {
    const { db } = await open()
    const group = await room(db, 'g')
    const row = { room_id: group, person_id: null, due_at: 1 }
    await queue(db, { ...row, dedupe_key: 'k', text: 'slow', urgent: 0 })
    await fail(db, await due(db, 5), 100)
    await queue(db, { ...row, dedupe_key: 'u', text: 'insulin', urgent: 1 })
    expect(await nextDueAt(db)).toBe(1)
    expect(await say(db, 5)).toBe('insulin')
  })

  it('keeps people apart as it does groups', async () => {
    const { db } = await open()
    const [wang, su] = [await person(db, '小王'), await person(db, '苏姐')]
    for (const [key, person_id] of [
      ['w1', wang],
      ['w2', wang],
      ['s1', su],
    ] as const)
      await queue(db, { dedupe_key: key, room_id: null, person_id, text: key, urgent: 0, due_at: 1 })
    await fail(db, await due(db, 5), 100)
    expect(await say(db, 5)).toBe('s1')
    expect(await dueToSend(db, 5)).toBeUndefined()
  })

  it('gathers what a person is told as well, apart from the groups', async () => {
    const { db } = await open()
    const [wang, group] = [await person(db, '小王'), await room(db, 'g')]
    await notify(db, { ...notice, person_id: wang }, at(5))
    await notify(db, { ...notice, person_id: wang }, at(6))
    await notify(db, { ...notice, room_id: group, person_id: wang }, at(7))
    const [first, second] = await db.selectFrom('outbox').selectAll().orderBy('id').execute()
    if (first === undefined || second === undefined) throw new Error('two rows are needed')
    expect([first.person_id, second.person_id, second.room_id]).toEqual([wang, null, group])
    expect(await waitingNotices(db, first)).toHaveLength(2)
    expect(await waitingNotices(db, second)).toHaveLength(1)
  })

  it('drops a row with nothing left to say, and what a message taken back had not had said', async () => {
    const { db } = await open()
    const inboxId = await message(db, 'm')
    const group = await room(db, 'g')
    await notify(db, { ...notice, room_id: group, inbox_id: inboxId }, at(5))
    await dropNotices(db, inboxId)
    const row = await due(db, 9)
    expect(await waitingNotices(db, row)).toEqual([])
    await freeze(db, row, [], null)
    expect(await dueToSend(db, 9)).toBeUndefined()
    expect(await nextDueAt(db)).toBeNull()
  })

  it('remembers what a message had said, and does not drop that', async () => {
    const { db } = await open()
    const inboxId = await message(db, 'm')
    const group = await room(db, 'g')
    await notify(db, { ...notice, room_id: group, inbox_id: inboxId }, at(5))
    const row = await due(db, 9)
    await freeze(db, row, await waitingNotices(db, row), 'text')
    await dropNotices(db, inboxId)
    expect(await saidNotices(db, inboxId)).toMatchObject([{ kind: 'taken', outbox_id: row.id }])
  })
})
