/** What ran for which time: a job runs once for each due time, whoever claims it first. */
import type { Db } from './open.js'

/** `done` false: its work follows the claim, and `finishJob` says that it is done. */
export const claimJob = async (db: Db, job: string, dueAt: number, now: number, done = true): Promise<boolean> => {
  const made = await db
    .insertInto('jobs')
    .values({ job, due_at: dueAt, claimed_at: now, done_at: done ? now : null })
    .onConflict((c) => c.columns(['job', 'due_at']).doNothing())
    .returning('job')
    .executeTakeFirst()
  return made !== undefined
}

export const finishJob = async (db: Db, job: string, dueAt: number, now: number): Promise<void> => {
  await db
    .updateTable('jobs')
    .set({ done_at: now })
    .where('job', '=', job)
    .where('due_at', '=', dueAt)
    .where('done_at', 'is', null)
    .execute()
}

/** Claimed by a process that ended before the work was done. */
export const isUnfinished = async (db: Db, job: string, dueAt: number): Promise<boolean> =>
  (await db
    .selectFrom('jobs')
    .select('job')
    .where('job', '=', job)
    .where('due_at', '=', dueAt)
    .where('done_at', 'is', null)
    .executeTakeFirst()) !== undefined

export const hasRun = async (db: Db, job: string, dueAt: number): Promise<boolean> =>
  (await db.selectFrom('jobs').select('job').where('job', '=', job).where('due_at', '=', dueAt).executeTakeFirst()) !== undefined

/** When this database was first used (milliseconds since epoch); null where it never was. */
export const inUseSince = async (db: Db): Promise<number | null> => {
  const job = await db
    .selectFrom('jobs')
    .select(({ fn }) => fn.min('claimed_at').as('at'))
    .executeTakeFirst()
  const message = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.min('received_at').as('at'))
    .executeTakeFirst()
  const moments = [job?.at, message?.at].flatMap((at) => (at === null || at === undefined ? [] : [Number(at)]))
  return moments.length === 0 ? null : Math.min(...moments)
}
