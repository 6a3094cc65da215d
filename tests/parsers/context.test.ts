/** Messages that lean on what was said before, and words to the bot itself. */
import { describe, expect, it } from 'vitest'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import type { Context, Role } from '../../parsers/types.js'
import { told } from './score.js'

const { reader } = openReader(loadSettings(undefined, {}))
const resident: Context = {
  room: { kind: 'unit', building: '3', unit: '2' },
  sender: { role: 'resident', alias: '张阿姨', home: { building: '3', unit: '2', room: '501' } },
}
const unbound: Context = { room: resident.room, sender: { role: 'resident', alias: '豆豆妈', home: null } }
const read = (text: string, context: Context) => reader.understand(text, context)

describe('reads with what was before', () => {
  it.each<[string, string, Context, string[]]>([
    ['a bare door number', '202', unbound, ['bind 3-2-202']],
    ['a door in a sentence', '我家202的', unbound, ['bind 3-2-202']],
    ['more of the same order', '再加一袋盐', resident, ['amend 3-2-501 add盐 1袋']],
    ['something more', '还有两瓶醋', resident, ['amend 3-2-501 add醋 2瓶']],
    ['me too, with its own quantity', '我也要一袋', { ...resident, quoted: { text: '大米 两袋' } }, ['order 3-2-501 大米 1袋']],
    ['the same as above', '同上', { ...resident, quoted: { text: '大米 10斤，鸡蛋一板' } }, ['order 3-2-501 大米 10斤; 鸡蛋 1板']],
    [
      'a 接龙 that goes on: only what is new',
      '#接龙\n鸡蛋\n1. 101 一板\n2. 302 两板',
      { ...resident, chain: '#接龙\n鸡蛋\n1. 101 一板' },
      ['order 3-2-302 鸡蛋 2板'],
    ],
  ])('%s', (_, text, context, want) => {
    expect(read(text, context).acts.map(told)).toEqual(want)
  })

  it('asks a person where nobody can know what is meant', () => {
    expect(read('我家也要一份', resident)).toMatchObject({ acts: [], review: true })
  })
})

describe('commands', () => {
  it.each<[string, Role, unknown]>([
    ['收到', 'staff', { kind: 'take' }],
    ['我去', 'volunteer', { kind: 'take' }],
    ['撤销', 'staff', { kind: 'undo' }],
    ['绑定 3栋2单元', 'staff', { kind: 'bind-room', building: '3', unit: '2', grid: null }],
    ['绑定 一网格', 'staff', { kind: 'bind-room', building: null, unit: null, grid: '1' }],
    ['绑定 K7QX2MPA', 'resident', { kind: 'code', code: 'K7QX2MPA' }],
    ['今天天气不错', 'staff', null],
  ])('%s from %s', (text, role, want) => {
    const { command, acts } = read(text, { ...resident, sender: { ...resident.sender, role } })
    expect(command).toEqual(want)
    expect(acts).toEqual([])
  })

  it('leaves 收到 of a resident a receipt', () => {
    expect(read('收到', resident).acts.map(told)).toEqual(['receipt 3-2-501'])
  })
})

it('says which words led to what', () => {
  const { reasons } = reader.understand('3栋2单元501 要胰岛素一盒，大米10斤', unbound, { explain: true })
  expect(reasons.map(({ rule, says }) => `${rule} ${says.split(' (')[0]}`)).toEqual([
    'address 3-2-501',
    'want 要',
    'goods 胰岛素 1盒',
    'medicine medicine',
    'goods 大米 10斤',
  ])
})

it.each<[string, string[]]>([
  ['东西收到了，谢谢', ['receipt “收到了”']],
  ['鸡蛋改成３个', ['changes an order “改成”']],
  ['少给我一袋盐', ['missing “少给”']],
  ['菜什么时候到', ['question “什么时候”']],
  ['我爸昏倒了', ['danger “昏倒”']],
  ['葱还有，不要了', ['is there already “还有”', 'takes away “不要了”']],
])('says which words of %s it went by', (text, want) => {
  const { reasons } = reader.understand(text, resident, { explain: true })
  const told = reasons.map(({ rule, span }) => `${rule} “${text.slice(span.start, span.end)}”`)
  for (const one of want) expect(told).toContain(one)
})

it('gives the same reading with its reasons as without', () => {
  for (const text of ['东西收到了，谢谢', '鸡蛋改成３个', '我爸昏倒了', '3栋2单元501 要胰岛素一盒，大米10斤'])
    expect({ ...reader.understand(text, resident, { explain: true }), reasons: [] }).toEqual(reader.understand(text, resident))
})
