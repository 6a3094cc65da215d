/** Staff are who sent a one-time code in private: not who bears a name, nor who read the code in a group, nor who guesses. */
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeInvite } from '../../store/invites.js'
import { type Day, openDay } from './day.js'

let day: Day
beforeEach(async () => {
  day = await openDay('08:00')
})
afterEach(() => day.close())

const invite = (hours = 48, name = '小李'): Promise<string> =>
  makeInvite(day.office.store.db, { role: 'staff', grid: '1', name }, day.clock.now() + hours * 3600_000)
const roleOf = async (name: string): Promise<string | undefined> =>
  (await day.office.store.db.selectFrom('people').select('role').where('name', '=', name).orderBy('id', 'desc').executeTakeFirst())?.role

describe('a code', () => {
  it('sent in private makes its bearer staff, once', async () => {
    const code = await invite()
    await day.say('li', '-', `绑定 ${code}`, { name: '李' })
    expect(await roleOf('小李')).toBe('staff')
    await day.say('liar', '-', `绑定 ${code}`, { name: '骗子' })
    expect(await roleOf('骗子')).toBe('resident')
    await day.minutes(1)
    expect(day.heard('@liar').join()).toContain('已用过')
  })

  it('is worth nothing when its time is over', async () => {
    const code = await invite(2)
    await day.until('10:01')
    await day.say('li', '-', `绑定 ${code}`, { name: '李' })
    expect(await roleOf('李')).toBe('resident')
  })

  it.each(['3-2', 'g1', '9', 'x'])(
    'shown in group %s is burned: it works for nobody, the group hears nothing, staff are told',
    async (where) => {
      const code = await invite()
      await day.say('li', where, `绑定 ${code}`, { name: '李' })
      await day.say('liar', '-', `绑定 ${code}`, { name: '骗子' })
      await day.minutes(1)
      expect([await roleOf('李'), await roleOf('骗子'), await roleOf('小李')]).toEqual(['resident', 'resident', undefined])
      expect(day.heard('@li').join()).toContain('已作废')
      expect(day.heard('g1').join()).toMatch(/给小李的绑定码.*作废/u)
      if (where !== 'g1') expect(day.heard(where)).toEqual([])
    },
  )

  it('that is guessed five times locks the guesser out for a day, and the head is told', async () => {
    const code = await invite()
    for (const guess of ['AAAAAAA2', 'AAAAAAA3', 'AAAAAAA4', 'AAAAAAA5', 'AAAAAAA6'])
      await day.say('liar', '-', `绑定 ${guess}`, { name: '骗子' })
    await day.say('liar', '-', `绑定 ${code}`, { name: '骗子' })
    expect(await roleOf('骗子')).toBe('resident')
    await day.minutes(1)
    expect(day.heard('@head').join()).toMatch(/5个错的绑定码：骗子/u)
    expect(day.heard('@liar').join()).toContain('明天再试')
    await day.say('li', '-', `绑定 ${code}`, { name: '李' })
    expect(await roleOf('小李')).toBe('staff')
  })
})

it('whoever takes a staff member’s name stays a resident', async () => {
  await day.say('s-wang', 'g1', '今日清单')
  await day.say('liar', 'g1', '鸡蛋断货了', { name: '小王' })
  await day.say('liar', '-', '今日清单', { name: '小王' })
  await day.minutes(1)
  expect(day.heard('@liar')).toEqual([])
})

it('who is removed may nothing from then on, and a code that waits for them is ended', async () => {
  const code = await invite(48, '小王')
  const people = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/cli/main.js', 'people', ...args, '--db', day.database], { encoding: 'utf8' })
  await day.say('s-wang', 'g1', '今日清单')
  expect(people().stdout).toMatch(/小王　工作人员　1网格\n.*小陈　志愿者　1网格/su)
  expect(people('remove', '小王').stdout).toMatch(/小王　工作人员　1网格：已取消，1 个没用的码作废/u)
  expect(people('remove', '谁').stderr).toMatch(/没有“谁”/u)
  await day.say('s-wang', 'g1', '3栋2单元有确诊')
  expect(await day.office.store.db.selectFrom('risks').selectAll().execute()).toEqual([])
  await day.say('s-wang', '-', `绑定 ${code}`)
  expect(await roleOf('小王')).toBe('resident')
  expect(people().stdout).not.toContain('小王')
})
