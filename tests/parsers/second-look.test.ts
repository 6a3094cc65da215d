/** What a message is like as a whole, beside what its single words say. */
import { describe, expect, it } from 'vitest'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import { loadTurns, readTurns } from '../../config/turns.js'
import { KINDS, STAFF_KINDS } from '../../parsers/gist.js'
import type { Context } from '../../parsers/types.js'
import { told } from './score.js'

const { reader } = openReader(loadSettings(undefined, {}))
const RESIDENT: Context = {
  room: { kind: 'unit', building: '3', unit: '2' },
  sender: { role: 'resident', alias: '张阿姨', home: { building: '3', unit: '2', room: '501' } },
}
const STAFF: Context = { room: RESIDENT.room, sender: { role: 'staff', alias: '小王', home: null } }
const read = (text: string) => reader.understand(text, RESIDENT)

describe('takes a message for what it is like as a whole', () => {
  it.each<[string, string[]]>([
    ['我家那口子昨天把两瓶白酒全干了，睡到现在', []],
    ['能不能来个懂电脑的，老人打不开健康码了', ['request 3-2-501']],
  ])('%s', (text, acts) => {
    expect(read(text).acts.map(told)).toEqual(acts)
    const [reason] = reader.understand(text, RESIDENT, { explain: true }).reasons.filter(({ rule }) => rule === 'as a whole')
    expect(reason?.says).toMatch(/^\w+ → \w+: “/u)
  })

  it.each<[string, string[]]>([
    ['402已经拿到了，他自己开的门', ['delivered 3-2-402']],
    ['8-3-501刚说全都退掉', ['cancel 8-3-501']],
    ['药到了，硝苯地平50盒', ['stock 硝苯地平 arrived']],
    ['四网格的，清单', ['list 4']],
    ['缺两个搬货的，谁有空来南门', ['request 3-2-·']],
    ['下午还有一趟车吗', ['query 3-2-·']],
    ['昨天7栋解封，大家都很高兴，但还是要戴口罩', []],
  ])('of staff: %s', (text, acts) => {
    expect(reader.understand(text, STAFF).acts.map(told)).toEqual(acts)
  })

  it('puts before a person whether a bag was carried, where words and turns do not agree', () => {
    expect(reader.understand('10单里送掉九单，剩下4号没接电话', STAFF).review).toBe(true)
  })

  it('never makes talk of a cry for help, or of a medicine that somebody lives on', () => {
    for (const text of ['我爸昏倒了，昨天还好好的呢', '听说你们买药，我胰岛素没了'])
      expect(read(text)).toMatchObject({ urgent: expect.any(String) })
  })
})

it.each(['Здравствуйте, нужно: картошка 3 кг, яйца 10 шт.', '우유 2병 주세요'])(
  'puts before a person what is counted in a language that is not read: %s',
  (text) => {
    expect(read(text)).toMatchObject({ acts: [], review: true })
  },
)

describe('the table of turns', () => {
  it.each([
    ['residents', KINDS],
    ['staff', STAFF_KINDS],
  ] as const)('weighs each turn once, for every kind: %s', (writer, expected) => {
    const { kinds, turns } = loadTurns()[writer]
    expect(kinds).toEqual([...expected])
    expect(new Set(turns.map(({ turn }) => turn)).size).toBe(turns.length)
    expect(turns.length).toBeGreaterThan(5000)
  })

  it.each([
    ['sign,a,b\n要,1,2\n', 'residents.csv:1'],
    ['turn,a,b\n要,1\n', 'residents.csv:2'],
    ['turn,a,b\n要,1,2\n买,1,200\n', 'residents.csv:3'],
    ['turn,a,b\n,1,2\n', 'residents.csv:2'],
    ['turn,a,b\n要,1,much\n', 'residents.csv:2'],
  ])('refuses %j', (text, place) => {
    expect(() => readTurns(text, 'residents.csv')).toThrow(place)
  })

  it('keeps spaces, commas and line ends of a turn', () => {
    expect(readTurns('turn,a\n了<comma>我,5\nG<line>G,-3\n<space>N,\n', 'residents.csv').turns).toEqual([
      { turn: '了,我', weights: [5] },
      { turn: 'G\nG', weights: [-3] },
      { turn: ' N', weights: [0] },
    ])
  })
})
