/** Requests of residents: a number, an owner, a state, an answer passed back, and the overdue in the morning's list. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { exportRequests } from '../../store/exports.js'
import { type Day, openDay } from './day.js'

let day: Day
let no = ''
beforeEach(async () => {
  day = await openDay('14:00')
  await day.say('3-2-501', '3-2', '厕所下水道堵了，能派人来修吗', { name: '501张阿姨' })
  await day.minutes(1)
  no = /📝请求#(\d+) 3-2-501/u.exec(day.heard('g1').join())?.[1] ?? ''
  day.heard('3-2')
})
afterEach(() => day.close())

const told = async (where: string): Promise<string> => {
  await day.minutes(1)
  return day.heard(where).join('\n')
}
const first = async () => (await exportRequests(day.office.store.db))[0]

it('has an owner from 认领 on', async () => {
  await day.say('s-wang', 'g1', `认领 ${no}`)
  expect(await told('g1')).toContain(`✓#${no} 3-2-501 办理中，小王负责`)
  expect(await first()).toMatchObject({ status: 'taken', owner: '小王' })
  expect(await told('3-2')).toBe('')
})

it('is given to somebody by name, and nobody of an unknown name', async () => {
  await day.say('s-wang', 'g1', `派 ${no} 给 小陈`)
  expect(await first()).toMatchObject({ status: 'taken', owner: '小陈' })
  await day.say('s-wang', 'g1', `派 ${no} 给 老张`)
  expect(await told('g1')).toContain('没有叫“老张”的')
  expect(await first()).toMatchObject({ owner: '小陈' })
})

it('is answered, and the answer reaches the resident where it was asked', async () => {
  await day.say('s-wang', 'g1', `回复 ${no}：师傅明天上午10点到`)
  expect(await told('g1')).toContain('已回给居民')
  expect(day.heard('3-2').join()).toBe('501 您说的“厕所下水道堵了，能派人来修吗”，社区回复：师傅明天上午10点到')
  expect(await first()).toMatchObject({ status: 'taken', owner: '小王', answer: '师傅明天上午10点到' })
})

it('takes the quoted one where no number is said, and says that it is done', async () => {
  await day.say('s-wang', 'g1', `📝请求#${no} 3-2-501：“厕所下水道堵了”`, { id: 'bot' })
  await day.say('s-wang', 'g1', '办结：修好了', { quote: 'bot' })
  expect(await told('3-2')).toContain('已经办好了：修好了')
  expect(await first()).toMatchObject({ status: 'done', answer: '修好了' })
})

it('says no medicine and no number in a group: those go to the resident alone', async () => {
  await day.say('s-wang', 'g1', `回复 ${no}：师傅电话13812345678，顺便带缬沙坦`)
  const group = await told('3-2')
  expect(group).not.toMatch(/138|缬沙坦/u)
  expect(group).toContain('（电话私信给您）')
  expect(day.heard('@3-2-501').join()).toMatch(/13812345678.*缬沙坦/su)
})

it('answers in private what was asked in private, and in the unit’s group what staff noted on behalf', async () => {
  await day.say('3-2-501', '-', '家里没水了，麻烦问问物业', { name: '501张阿姨' })
  await day.say('s-wang', 'g1', '3-2-302家里钥匙锁在屋里了，要开锁')
  await day.minutes(1)
  const shown = day.heard('g1').join()
  const [own, behalf] = [/#(\d+) 3-2-501：“家里没水/u.exec(shown)?.[1], /#(\d+) 3-2-302/u.exec(shown)?.[1]]
  await day.say('s-wang', 'g1', `办结 ${own}：下午五点来水`)
  await day.say('s-wang', 'g1', `回复 ${behalf}：开锁师傅到楼下了`)
  await day.minutes(1)
  expect(day.heard('@3-2-501').join()).toContain('下午五点来水')
  const group = day.heard('3-2').join()
  expect(group).toContain('302，社区回复：开锁师傅到楼下了')
  expect(group).not.toMatch(/下午五点|钥匙/u)
})

it('is taken back by 撤销', async () => {
  await day.say('s-wang', 'g1', `办结 ${no}：修好了`)
  await day.say('s-wang', 'g1', '撤销')
  expect(await first()).toMatchObject({ status: 'open', owner: null, answer: null })
  expect(await told('3-2')).not.toContain('修好了')
})

it('is listed, and overdue in the morning after a day', async () => {
  await day.say('s-wang', 'g1', `认领 ${no}`)
  await day.say('s-wang', 'g1', '请求清单')
  expect(await told('g1')).toContain(`#${no} 3-2-501 “厕所下水道堵了，能派人来修吗” 小王，0小时`)
  await day.until('06:01', '2021-01-28')
  expect(day.heard('g1').join()).not.toContain('超时')
  await day.until('06:01', '2021-01-29')
  expect(day.heard('g1').join()).toMatch(new RegExp(`超时未办的请求1件：\\n⏰#${no} 3-2-501.*小王，1天`, 'su'))
  await day.say('s-wang', 'g1', `办结 ${no}`)
  await day.until('06:01', '2021-01-30')
  expect(day.heard('g1').join()).not.toContain('超时')
})

it('is nothing that a resident or another grid’s volunteer can do', async () => {
  await day.say('3-2-302', '3-2', `办结 ${no}：修好了`)
  await day.say('v-chen', 'g2', `办结 ${no}`)
  expect(await first()).toMatchObject({ status: 'open' })
})

it('leaves everyday words alone', async () => {
  await day.say('s-wang', 'g1', '回复晚了，不好意思')
  await day.say('s-wang', 'g1', '派3个人去门口')
  expect(await told('g1')).toBe('')
  expect(await first()).toMatchObject({ status: 'open' })
})
