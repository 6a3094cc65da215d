/** Disk space, clock and time zone. */
import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { dayOf, timeOf } from '../../bot/days.js'
import { type Finding, finding } from './finding.js'

const MB = 1_000_000

/** Of the nearest folder that is there. */
const freeAt = (path: string): number => {
  const whole = resolve(path)
  if (!existsSync(whole)) return freeAt(dirname(whole))
  const { bavail, bsize } = statfsSync(whole)
  return bavail * bsize
}

/** `database`: the file, null where a server keeps it. */
export const disk = (database: string | null, backups: string, keepDays: number): Finding[] => {
  const size = database !== null && existsSync(database) ? statSync(database).size : 0
  const places = [
    ...(database === null ? [] : [{ path: database, needs: 500 * MB + 2 * size }]),
    { path: backups, needs: 200 * MB + (keepDays + 1) * size },
  ]
  return places.map(({ path, needs }) => {
    const free = freeAt(path)
    const shown = `${Math.floor(free / MB)} MB`
    if (free >= needs) return finding('disk', 'ok', `${path} 所在的磁盘还有 ${shown}`, `${shown} free where ${path} is`)
    const needed = `${Math.ceil(needs / MB)} MB`
    return finding(
      'disk',
      free < 100 * MB + size ? 'act' : 'look',
      `${path} 所在的磁盘只剩 ${shown}，至少要 ${needed}。请清出空间，或把它改到别的磁盘`,
      `only ${shown} free where ${path} is, ${needed} are needed: free some space or move it to another disk`,
    )
  })
}

const BUILT = Date.parse('2026-01-01T00:00:00Z')
const AHEAD = 5 * 60_000

/** `newest`: the newest moment that the database knows of. */
export const clock = (now: number, newest: number | null, zone: string): Finding => {
  const shown = `${dayOf(now, zone)} ${timeOf(now, zone)}（${zone}）`
  if (now < BUILT || (newest !== null && newest > now + AHEAD))
    return finding(
      'clock',
      'act',
      `电脑的时钟不对：现在是 ${shown}${newest === null ? '' : `，而库里已有 ${dayOf(newest, zone)} ${timeOf(newest, zone)} 的消息`}。请打开自动校时`,
      `the clock of this machine is wrong (${shown}), or was: set it and let it be set by the network`,
    )
  return finding(
    'clock',
    'ok',
    `社区时间 ${shown}；不对的话请校时，或改设置里的 timeZone`,
    `time in the community: ${shown}; if not so, set the clock or timeZone`,
  )
}
