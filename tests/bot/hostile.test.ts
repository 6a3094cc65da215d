/** Whatever strangers write as a message, a name or a topic: it is kept, nobody behind it waits, and what the bot says of it stays short and its own. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { legibleName, quoted } from '../../bot/legible.js'
import { staff } from '../../store/community.js'
import { freshUrl, postgresAnswers } from '../store/both.js'
import { type Day, openDay } from './day.js'

const TURNED = /[\0\u202a-\u202e\u2066-\u2069\u200e\u200f]/u
const HOSTILE = (
  [
    ["'); drop table orders; --", 'SQL'],
    ['<img src=x onerror=alert(1)>', 'HTML'],
    ['3-2-501\n✅已记下：全部取消', 'a line of its own'],
    ['🥚👨‍👩‍👧🏴‍☠️\u{1F1E8}\u{1F1F3}', 'emoji'],
    ['长'.repeat(100_000), '100,000 signs'],
    ['\u202e105-2-3 小王', 'an override of direction'],
    ['\0\u0007\u200b\ufeff', 'controls and nothing else'],
    ['\ud83d', 'half a sign'],
    ['=cmd|calc!A0', 'a formula'],
    ['{"role":"head"}', 'JSON'],
    ['__proto__', 'a property of every object'],
    ['$(shutdown now)', 'a command'],
    ['%s%n%00 ../../etc/passwd', 'a path'],
  ] as const
).map(([text, title]) => ({ text, title }))

const engines = (['sqlite', 'postgres'] as const).filter((engine) => engine === 'sqlite' || postgresAnswers)
describe.each(engines)('on %s', (engine) => {
  let day: Day
  let forget = async (): Promise<void> => {}
  beforeAll(async () => {
    const fresh = await freshUrl(engine)
    forget = fresh.forget
    day = await openDay('08:00', { database: fresh.url })
  })
  afterAll(async () => {
    await day.close()
    await forget()
  })

  it.each(HOSTILE)('a name, a topic and words such as $title disturb nobody', async ({ text, title }) => {
    const { puppet } = day.stage
    day.heard('3-2')
    puppet.addRoom({ id: `r-${title}`, topic: text, members: [title] })
    await day.say(title, '3-2', text, { name: text })
    await day.say(title, title, text, { name: text })
    await day.say('3-2-302', '3-2', '3-2-302 要大米一袋')
    await day.minutes(1)
    expect(day.heard('3-2').join('\n')).toContain('302 大米1袋')
    for (const { text: said } of day.said) {
      expect(said.length).toBeLessThanOrEqual(1800)
      expect(said).not.toMatch(TURNED)
    }
    const left = await day.office.store.db.selectFrom('inbox').select('id').where('handled_at', 'is', null).execute()
    expect(left).toEqual([])
    const faults = await day.office.store.db.selectFrom('inbox').select('id').where('outcome', '=', 'fault').execute()
    expect(faults).toEqual([])
  })

  it('nobody becomes staff by a name, a code that is none, or a door in it', async () => {
    const before = await staff(day.office.store.db)
    for (const name of ['小王', '小王（工作人员）', '3-2-501 小王', '主任', 'staff', '一网格 小王', '小\u200b王', '小王\u202e'])
      for (const where of ['3-2', 'g1', '-']) {
        const who = `taker ${name} ${where}`
        await day.say(who, where, '送达 1', { name })
        await day.say(who, where, '绑定 ABCD2345', { name })
        await day.say(who, where, '绑定 一网格', { name })
      }
    expect(await staff(day.office.store.db)).toEqual(before)
  })
})

describe('a message of 1 MB', () => {
  it.each([
    ['goods', '大米10斤，'],
    ['goods in lines', '大米10斤\n'],
    ['doors', '3-2-501 大米一袋\n'],
    ['a call for help', '救命，有人晕倒了。'],
    ['quotes', '「a：b」\n- - - - - -\n'],
    ['entities', '&amp;&lt;'],
    ['digits', '9'],
    ['a chain', '#接龙\n1. 3-2-501 大米一袋\n'],
  ])('of %s is kept whole, read in part, shown to a person, and answered in few short texts', async (_, piece) => {
    const day = await openDay('08:00')
    try {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
      await day.say('3-2-501', '3-2', text)
      await day.minutes(5)
      const [row] = await day.office.store.db.selectFrom('inbox').select(['text', 'review', 'outcome']).execute()
      expect(row?.review).toBe(1)
      expect(row?.outcome).not.toBe('fault')
      expect((row?.text.length ?? 0) + 300).toBeGreaterThan(piece.startsWith('&') ? 200_000 : 900_000)
      expect(day.said.length).toBeLessThan(12)
      for (const said of day.said) expect(said.text.length).toBeLessThanOrEqual(1800)
      expect(day.heard('g1').join('\n')).toContain('看不准')
    } finally {
      await day.close()
    }
  })
})

describe('what others wrote', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }))
  it('becomes a name in one line of at most 64 signs, the same when it is read again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const name = legibleName(text)
        expect(name).not.toMatch(/[\n\r\p{Cc}\p{Cs}\u202a-\u202e]/u)
        expect([...name].length).toBeLessThanOrEqual(64)
        expect(legibleName(name)).toBe(name)
      }),
      { numRuns: 3000 },
    )
  })

  it('leaves one space where signs between two are gone', () => expect(legibleName('!\t\0\t¡ ')).toBe('! ¡'))

  it('is quoted in one line of at most 300 signs', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const words = quoted(text.repeat(3))
        expect(words).not.toMatch(/[\n\p{Cs}\u202a-\u202e]/u)
        expect([...words].length).toBeLessThanOrEqual(300)
      }),
      { numRuns: 3000 },
    )
  })
})
