/** The old without a smartphone: noted, listed to be called, answered in one line, and told to the head when nobody hears of them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { householdAt } from '../../store/community.js'
import { forgetHousehold } from '../../store/forget.js'
import { type Day, openDay } from './day.js'

let day: Day
const PHONE = '13812345678'
beforeEach(async () => {
  day = await openDay('08:00')
  await day.say('s-wang', '-', `标记 5-1-302 独居 无手机 80岁以上 电话${PHONE}`)
  await day.say('s-wang', '-', '标记 5-1-102 慢病')
  await day.say('s-wang', '-', '标记 5-1-401 需照护')
  await day.minutes(1)
})
afterEach(() => day.close())

const listAt = async (time: string, of: string): Promise<string> => {
  day.heard('@s-wang')
  day.heard('g1')
  await day.until(time, of)
  return day.heard('@s-wang').join('\n')
}

it('notes what is said of a household, shows it, and takes it back', async () => {
  expect(day.heard('@s-wang').join()).toContain(`5-1-302：独居、无手机、80岁以上、☎${PHONE}`)
  await day.say('s-wang', '-', '取消标记 5-1-302 独居')
  await day.say('s-wang', '-', '标记 5-1-302')
  await day.minutes(1)
  expect(day.heard('@s-wang').join()).toMatch(/✓5-1-302：无手机、80岁以上、☎\d+[\s\S]*5-1-302：无手机/u)
  await day.say('s-wang', '-', '取消标记 5-1-302')
  await day.minutes(1)
  expect(day.heard('@s-wang').join()).toContain('5-1-302：没有标记')
})

it('lists whom to call at 09:00, with notes and phone for staff, doors only where volunteers read', async () => {
  const whole = await listAt('09:01', '2021-01-27')
  expect(whole).toMatch(new RegExp(`3户.*5-1-302 独居、无手机、80岁以上、☎${PHONE}`, 'su'))
  const group = day.heard('g1').join()
  expect(group).toContain('5-1-302')
  expect(group).not.toMatch(/独居|慢病|照护|138/u)
  expect(day.heard('g2').join()).not.toContain('名单')
})

it('leaves out who has ordered', async () => {
  await day.say('s-wang', 'g1', '代5-1-102李奶奶订降压药一盒')
  expect(await listAt('09:01', '2021-01-27')).not.toContain('5-1-102')
})

it('takes one line for several calls, and the order with it', async () => {
  await day.until('09:01')
  day.heard('g1')
  await day.say('s-wang', 'g1', '5-1-302 打了,要小米2斤 · 102 不需要 · 401 没接')
  await day.minutes(1)
  expect(day.heard('g1').join()).toMatch(/打通 5-1-302.*不需要 5-1-102.*没接 5-1-401.*还剩1户/su)
  expect(await day.order('5-1-302', '2021-01-28')).toMatchObject({ source: 'phone', lines: [{ item: '小米', qty: 2, unit: '斤' }] })
  await day.say('s-wang', 'g1', '电话名单')
  await day.minutes(1)
  const left = day.heard('@s-wang').at(-1) ?? ''
  expect(left).toContain('5-1-401 需照护、今天没接')
  expect(left).not.toMatch(/5-1-302|5-1-102/u)
})

it('takes a call back', async () => {
  await day.say('s-wang', 'g1', '5-1-102 不需要')
  await day.say('s-wang', 'g1', '撤销')
  expect(await listAt('09:01', '2021-01-27')).toContain('5-1-102')
})

it('lists again who was not reached, and tells the head after two days', async () => {
  await day.until('09:01')
  await day.say('s-wang', 'g1', '302 打了')
  await day.say('s-wang', 'g1', '5-1-302打通了；102不需要；401没人接')
  const second = await listAt('09:01', '2021-01-28')
  expect(second).toMatch(/5-1-401 需照护、已1天没联系上/u)
  expect(day.heard('@head').join()).not.toContain('5-1-401')
  await day.say('s-wang', 'g1', '5-1-302打过了，5-1-102打过了，5-1-401关机')
  expect(await listAt('09:01', '2021-01-29')).toMatch(/5-1-401 需照护、已2天没联系上/u)
  const head = day.heard('@head').join()
  expect(head).toContain('两天以上没有联系上')
  expect(head).toContain('5-1-401')
  expect(head).not.toContain('5-1-302')
})

describe('what is private', () => {
  it('is forgotten with the household', async () => {
    const { db } = day.office.store
    await day.until('09:01')
    const household = await householdAt(db, { building: '5', unit: '1', room: '302' })
    if (household === undefined) throw new Error('no household')
    await db.transaction().execute((trx) => forgetHousehold(trx, household))
    const after = await householdAt(db, { building: '5', unit: '1', room: '302' })
    expect(after).toMatchObject({ tags: '[]', phone: null })
    expect(await db.selectFrom('calls').selectAll().where('household_id', '=', household.id).execute()).toEqual([])
    for (const { after: kept } of await db.selectFrom('events').select('after').execute()) expect(kept).not.toContain(PHONE)
    for (const { text } of await db.selectFrom('inbox').select('text').execute()) expect(text).not.toContain(PHONE)
    for (const { text } of await db.selectFrom('outbox').select('text').execute()) expect(text ?? '').not.toContain(PHONE)
  })

  it('is not for a resident to note', async () => {
    await day.say('3-2-501', '3-2', '标记 5-1-501 独居')
    expect(await householdAt(day.office.store.db, { building: '5', unit: '1', room: '501' })).toMatchObject({ tags: '[]' })
  })
})
