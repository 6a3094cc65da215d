/** What happens once: a message is kept, a job is claimed, a code is used, on both databases. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { householdsIn } from '../../store/community.js'
import { messageById, reviewList, unhandled } from '../../store/inbox.js'
import { makeInvite, useInvite } from '../../store/invites.js'
import { claimJob, hasRun } from '../../store/jobs.js'
import { onBoth } from './both.js'
import { handled, message } from './given.js'

onBoth('once', (open) => {
  it('holds the households of the sample community', async () => {
    const { db } = await open()
    expect(await householdsIn(db, { building: '3', unit: null })).toHaveLength(36)
    expect(await householdsIn(db, { building: '5', unit: '4' })).toHaveLength(12)
    expect(await householdsIn(db, { building: null, unit: null })).toEqual([])
    const [counted] = (await sql<{ n: number }>`select count(*) as n from households`.execute(db)).rows
    expect(Number(counted?.n)).toBe(1404)
  })

  it('keeps a message once, and it waits until it is handled', async () => {
    const { db } = await open()
    const id = await message(db, 'm-1')
    await expect(message(db, 'm-1')).rejects.toThrow('known already')
    expect((await unhandled(db, 'a')).map((row) => row.id)).toEqual([id])
    await handled(db, id, { outcome: 'review', review: 1 })
    expect(await unhandled(db, 'a')).toEqual([])
    expect((await reviewList(db)).map((row) => row.message_id)).toEqual(['m-1'])
    expect((await messageById(db, id))?.outcome).toBe('review')
  })

  it('claims a job for its time once', async () => {
    const { db } = await open()
    expect(await hasRun(db, 'digest', 7)).toBe(false)
    expect((await Promise.all([claimJob(db, 'digest', 7, 8), claimJob(db, 'digest', 7, 8)])).sort()).toEqual([false, true])
    expect(await claimJob(db, 'digest', 9, 9)).toBe(true)
    expect(await hasRun(db, 'digest', 7)).toBe(true)
  })

  it('lets a one-time code work once and until it expires, and keeps only its hash', async () => {
    const { db } = await open()
    const code = await makeInvite(db, { role: 'staff', grid: '2', name: '小王' }, 1000)
    expect(await useInvite(db, 'WRONGCODE', 500)).toBeNull()
    expect(await useInvite(db, code, 1000)).toBeNull()
    expect(await useInvite(db, code.toLowerCase(), 500)).toEqual({ role: 'staff', grid: '2', name: '小王' })
    expect(await useInvite(db, code, 500)).toBeNull()
    expect(JSON.stringify(await db.selectFrom('invites').selectAll().execute())).not.toContain(code)
  })
})
