/** Chat that was copied or exported, in the forms in which phones and PCs write it, and its way through the intake. */
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../bot/chat/pasted/decode.js'
import { pastedId, readPasted } from '../../../bot/chat/pasted/read.js'
import { readTopic } from '../../../bot/doors.js'
import { takePasted } from '../../../bot/pasted.js'
import { openDay } from '../day.js'

const NOW = Date.parse('2021-01-26T20:00:00+08:00')
const read = (text: string) =>
  readPasted(text, { now: NOW, timeZone: 'Asia/Shanghai' }).messages.map(
    ({ at, name, text: words }) => `${at === null ? '-' : new Date(at + 8 * 3600_000).toISOString().slice(5, 16)} ${name ?? '-'}: ${words}`,
  )

describe('reads', () => {
  it.each([
    [
      'PC, name and full time',
      '张阿姨 2021/1/26 19:02:10\n要大米10斤\n老孙 2021/1/26 19:03:00\n鸡蛋一板',
      ['01-26T19:02 张阿姨: 要大米10斤', '01-26T19:03 老孙: 鸡蛋一板'],
    ],
    ['PC, name and colon', '张阿姨:\n要大米\n302老孙:\n鸡蛋一板', ['- 张阿姨: 要大米', '- 302老孙: 鸡蛋一板']],
    ['one line each', '张阿姨: 要大米\n3-2-302 老孙：鸡蛋一板', ['- 张阿姨: 要大米', '- 3-2-302 老孙: 鸡蛋一板']],
    [
      'a phone’s forwarded record',
      '—————  2021-1-25  —————\n\n3-2-501 张阿姨  19:02\n\n要大米\n面粉也要\n\n老孙  19:05\n\n鸡蛋',
      ['01-25T19:02 3-2-501 张阿姨: 要大米\n面粉也要', '01-25T19:05 老孙: 鸡蛋'],
    ],
    ['yesterday', '张阿姨 昨天 19:02\n要大米', ['01-25T19:02 张阿姨: 要大米']],
    ['evening in twelve hours', '张阿姨 1月25日 晚上7:02\n要大米', ['01-25T19:02 张阿姨: 要大米']],
    ['afternoon', '张阿姨 下午3:05\n要大米', ['01-26T15:05 张阿姨: 要大米']],
    ['date first, number behind', '2021-01-26 19:02:10 张阿姨(12345)\n要大米', ['01-26T19:02 张阿姨: 要大米']],
    [
      'a list of several lines',
      '张阿姨 19:02\n1.大米10斤\n2.鸡蛋一板\n地址：3-2-501',
      ['01-26T19:02 张阿姨: 1.大米10斤\n2.鸡蛋一板\n地址：3-2-501'],
    ],
    ['words with a colon that are no name', '张阿姨 19:02\n需要：\n大米', ['01-26T19:02 张阿姨: 需要：\n大米']],
    ['a bare 接龙', '#接龙\n蔬菜包\n1. 101 一份\n2. 302 两份', ['- -: #接龙\n蔬菜包\n1. 101 一份\n2. 302 两份']],
    [
      'a 接龙 inside',
      '张阿姨 19:02\n#接龙\n1. 101 一份\n2. 302: 两份\n老孙 19:05\n好的',
      ['01-26T19:02 张阿姨: #接龙\n1. 101 一份\n2. 302: 两份', '01-26T19:05 老孙: 好的'],
    ],
    ['no name at all', '要大米10斤\n鸡蛋一板', ['- -: 要大米10斤\n鸡蛋一板']],
    ['a table', '时间,昵称,内容\n2021-01-26 19:02,张阿姨,"要大米,10斤"', ['01-26T19:02 张阿姨: 要大米,10斤']],
    ['Windows line ends', '张阿姨 19:02\r\n要大米\r\n', ['01-26T19:02 张阿姨: 要大米']],
  ])('%s', (_, text, want) => {
    expect(read(text)).toEqual(want)
  })

  it.each([
    ['UTF-8', new TextEncoder().encode('要大米')],
    ['UTF-8 with its mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode('要大米'))],
    ['GB18030', Uint8Array.of(0xd2, 0xaa, 0xb4, 0xf3, 0xc3, 0xd7)],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x81, 0x89, 0x27, 0x59, 0x73, 0x7c)],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toBe('要大米')
  })

  it('gives the same message the same id, and equal ones of one paste different ids', () => {
    const message = { at: NOW, name: '张阿姨', text: '要大米' }
    expect(pastedId('3-2', message, 0)).toBe(pastedId('3-2', { ...message }, 0))
    expect(pastedId('3-2', message, 1)).not.toBe(pastedId('3-2', message, 0))
  })
})

it('goes through the same intake, and the same text twice adds nothing', async () => {
  const day = await openDay('20:00')
  const text = '3-2-501 张阿姨 2021/1/27 19:02:10\n要大米10斤\n302老孙 2021/1/27 19:03:00\n鸡蛋30个\n302老孙 2021/1/27 19:04:00\n哈哈天真冷'
  const place = { kind: 'unit' as const, building: '3', unit: '2', grid: null }
  const first = await takePasted(text, place, day.office)
  expect(first.map(({ known, outcome }) => [known, outcome])).toEqual([
    [false, 'order'],
    [false, 'order'],
    [false, 'talk'],
  ])
  expect((await takePasted(text, place, day.office)).every(({ known }) => known)).toBe(true)
  expect((await day.orders('2021-01-28')).map(({ household, lines }) => [household, lines[0]?.item])).toEqual([
    ['3-2-501', '大米'],
    ['3-2-302', '鸡蛋'],
  ])
  await day.close()
})

describe('a group’s topic', () => {
  it.each([
    ['富通社区3栋2单元', 'unit 3 2'],
    ['富通社区 5号楼4单元群', 'unit 5 4'],
    ['7栋1单元邻居群', 'unit 7 1'],
    ['3-2群', 'unit 3 2'],
    ['3#2单元业主', 'unit 3 2'],
    ['十二号楼三单元', 'unit 12 3'],
    ['９栋２单元', 'unit 9 2'],
    ['21栋业主群', 'building 21'],
    ['一网格工作群', 'grid 1'],
    ['第3网格志愿者', 'grid 3'],
    ['网格6配送', 'grid 6'],
    ['快乐一家人', 'unknown'],
    ['2021新年快乐', 'unknown'],
  ])('%s is %s', async (topic, want) => {
    const { loadSettings } = await import('../../../config/settings.js')
    const { kind, building, unit, grid } = readTopic(topic, loadSettings(undefined, {}))
    expect([kind, building, unit, grid].filter((part) => part !== null).join(' ')).toBe(want)
  })
})
