/** Who joins is asked once where they live; and when somebody without a door cries for help, staff see all that is known, and answer. */
import { afterEach, describe, expect, it } from 'vitest'
import { type Day, openDay } from './day.js'

let day: Day
afterEach(() => day.close())

const told = async (where: string): Promise<string> => {
  await day.minutes(1)
  return day.heard(where).join('\n')
}

describe('a newcomer', () => {
  it('is greeted once, asked for building, unit and room, and bound by the answer', async () => {
    day = await openDay('10:00')
    await day.join('p-new', '7-1', '小林')
    expect(await told('7-1')).toMatch(/@小林 欢迎.*几栋几单元几号/su)
    await day.join('p-new', '7-1', '小林')
    expect(await told('7-1')).toBe('')
    await day.say('p-new', '7-1', '7-1-302', { name: '小林' })
    await day.say('s-su', 'g2', '没报门牌')
    expect(await told('g2')).toContain('群里的人都报过门牌了')
  })

  it('who never says it is listed, on demand and in the morning', async () => {
    day = await openDay('10:00')
    await day.join('p-new', '7-1', '小林')
    await day.say('p-other', '7-1', '大家好', { name: '老吴' })
    await day.say('s-su', 'g2', '没报门牌')
    const list = await told('g2')
    expect(list).toContain('还有2人没报门牌')
    expect(list).toContain('「7栋1单元邻居群」小林（1月27日进群）')
    expect(list).toContain('老吴')
    await day.say('s-wang', 'g1', '没报门牌')
    expect(await told('g1')).toContain('都报过门牌了')
    await day.until('06:01', '2021-01-28')
    expect(day.heard('g2').join()).toContain('进群没报门牌的1人：「7栋1单元邻居群」小林')
  })
})

describe('distress by somebody without a door', () => {
  const cry = async (): Promise<void> => {
    day = await openDay('10:00')
    await day.join('p-new', '7-1', '小林')
    await day.say('p-new', '7-1', '刚搬来，谁知道快递放哪', { name: '小林' })
    await day.say('7-1-302', '7-1', '小林，快递在门卫那里', { name: '302王姐' })
    await day.until('23:40')
    day.heard('7-1')
    day.heard('g2')
    await day.say('p-new', '7-1', '我真的撑不下去了，不想活了', { name: '小林' })
  }

  it('shows staff at once all that is known', async () => {
    await cry()
    const alert = await told('g2')
    expect(alert).toMatch(/🆘【求助】.*撑不下去/su)
    expect(alert).toContain('群：7栋1单元邻居群；名字：小林')
    expect(alert).toContain('进群时间：1月27日 10:00')
    expect(alert).toMatch(/以前说过：\n {2}1月27日 10:0\d “刚搬来，谁知道快递放哪”/u)
    expect(alert).toMatch(/邻居回应：\n.*7-1-302 302王姐“小林，快递在门卫那里”/u)
  })

  it('is answered by people, never by the bot', async () => {
    await cry()
    await day.say('p-new', '7-1', '7-1-401', { name: '小林' })
    await day.until('07:00', '2021-01-28')
    expect(day.heard('7-1').join()).not.toContain('小林')
    expect(day.heard('@p-new')).toEqual([])
    expect(day.heard('g2').join()).toMatch(/🚪#1 门牌是 7-1-401/u)
  })

  it('sends no confirmation of what was asked for with it', async () => {
    day = await openDay('14:00')
    await day.say('p-new', '7-1', '我真的撑不下去了，不想活了，要一瓶水', { name: '小林' })
    expect(await told('7-1')).toBe('')
  })

  it('passes on what the neighbours write then, until it is closed', async () => {
    await cry()
    await told('g2')
    await day.say('7-1-302', '7-1', '这是601新来的租客吧', { name: '302王姐' })
    expect(await told('g2')).toContain('💬#1 群里 7-1-302 302王姐：“这是601新来的租客吧”')
    await day.say('s-su', 'g2', '解决了：已经上门陪着')
    await told('g2')
    await day.say('7-1-302', '7-1', '好的好的', { name: '302王姐' })
    expect(await told('g2')).toBe('')
  })

  it('says nothing of that where the door is known', async () => {
    day = await openDay('14:00')
    await day.say('5-4-102', '5-4', '我真的撑不下去了，不想活了')
    expect(await told('g1')).not.toContain('进群时间')
    await day.say('5-4-302', '5-4', '怎么了，我来陪你说说话')
    expect(await told('g1')).not.toContain('💬')
  })
})
