/** What comes in at night: whom it is told, and that it is asked for until it is signed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { householdAt } from '../../store/community.js'
import { belongingsOf, forgetHousehold } from '../../store/forget.js'
import { type Day, openDay } from './day.js'

let day: Day
beforeEach(async () => {
  day = await openDay('00:30')
  await day.say('3-2-501', '3-2', '胰岛素没了,急,要一支')
  await day.say('s-wang', 'g1', '我去')
  await day.minutes(1)
  for (const where of ['3-2', 'g1', '@s-wang', '@v-chen']) day.heard(where)
})
afterEach(() => day.close())

describe('with a rota', () => {
  beforeEach(async () => {
    const { db } = day.office.store
    const chen = await db.selectFrom('people').select('id').where('name', '=', '小陈').executeTakeFirstOrThrow()
    const duty = { person_id: chen.id, grid: '1', day: null, from_time: '22:00', until_time: '06:00', status: 'on' as const }
    await db.insertInto('duties').values(duty).execute()
  })

  it('is told to the one on duty by name, who need not take it', async () => {
    await day.say('s-wang', 'g1', '胰岛素到货了')
    await day.minutes(1)
    expect(day.heard('@v-chen').join()).toContain('3-2-501 等的胰岛素1支到了，请现在送去（值班：小陈）')
    expect(day.heard('g1').join()).not.toContain('谁去请回')
  })
})

it('is told once, however often it is said to have arrived, and not of goods that can wait', async () => {
  await day.say('3-2-302', '3-2', '大米10斤')
  await day.say('s-wang', 'g1', '胰岛素到货了')
  await day.say('s-wang', 'g1', '胰岛素到货了')
  await day.say('s-wang', 'g1', '大米到货了')
  await day.minutes(1)
  expect(day.heard('@s-wang').filter((text) => text.includes('🚚'))).toHaveLength(1)
})

it('is not asked for any more when it could not be brought, or when it was taken back', async () => {
  await day.say('s-wang', 'g1', '胰岛素到货了')
  await day.say('s-wang', 'g1', '撤销')
  await day.minutes(1)
  day.heard('@s-wang')
  await day.minutes(30)
  expect(day.heard('@s-wang').filter((text) => text.includes('🚚'))).toEqual([])
})

it('is forgotten with its household, and so are standing orders, offers and doubles', async () => {
  const { db } = day.office.store
  await day.say('s-wang', 'g1', '每天给3-2-501送牛奶1箱')
  await day.say('3-2-501', '3-2', '排骨2斤,盐1袋')
  await day.say('s-wang', 'g1', '代3-2-501订盐1袋')
  await day.say('s-wang', 'g1', '排骨没有,换五花肉')
  const household = await householdAt(db, { building: '3', unit: '2', room: '501' })
  if (household === undefined) throw new Error('no household')
  const own = await belongingsOf(db, household)
  expect([own.standing.length, own.substitutions.length, own.doubles.length]).toEqual([1, 1, 1])
  await db.transaction().execute((trx) => forgetHousehold(trx, household))
  for (const table of ['standing_orders', 'substitutions', 'doubles', 'deliveries'] as const)
    expect(await db.selectFrom(table).select('id').execute(), table).toEqual([])
  const left = await db
    .selectFrom('events')
    .select('after')
    .where('entity', 'in', ['standing_orders', 'substitutions', 'doubles'])
    .execute()
  expect(left).toEqual([])
})
