/** Real Wechaty behind the port: what came in at the puppet, what arrives at the bot, what goes out. */
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArrivedMessage, ChatPort } from '../../../bot/chat/port.js'
import { decodeEntities, recalledIds, splitQuote, wholeText } from '../../../bot/chat/read-payload.js'
import { plainId, SimPuppet } from '../../../bot/chat/sim-puppet.js'
import { ChatRefused, openWechaty } from '../../../bot/chat/wechaty.js'

const NOON = Date.parse('2021-01-26T12:00:00+08:00')
const log = pino({ level: 'silent' })

let puppet: SimPuppet
let port: ChatPort
let arrived: ArrivedMessage[]
let faults: string[]
let refuse: (message: ArrivedMessage) => boolean

const open = async (): Promise<void> => {
  arrived = []
  faults = []
  refuse = () => false
  puppet = new SimPuppet({ now: () => NOON })
  puppet.addPerson({ id: 'p-501', name: '张阿姨', remark: 'R1' })
  puppet.addRoom({ id: 'r-3-2', topic: '富通社区3栋2单元', members: ['p-501'] })
  puppet.setAlias('r-3-2', 'p-501', '3-2-501 张阿姨')
  port = await openWechaty({ puppet, name: 'test', dataFolder: '', log, pauses: [1, 1, 1] })
  await port.start({
    message: async (message) => {
      if (refuse(message)) throw new Error('the disk is full')
      arrived.push(message)
    },
    login: async () => {},
    lost: async () => {},
    ready: async () => {},
    scan: () => {},
    fault: (what) => faults.push(what),
  })
  puppet.loginAs('邻需')
  await port.idle()
}
const say = (
  id: string,
  text: string,
  more: { quote?: { name: string; text: string }; kind?: 'text' | 'note' | 'other'; room?: null } = {},
): void =>
  puppet.say({
    id,
    room: more.room === null ? null : 'r-3-2',
    from: 'p-501',
    text,
    at: NOON,
    ...(more.quote ? { quote: more.quote } : {}),
    ...(more.kind ? { kind: more.kind } : {}),
  })
const texts = (): string[] => arrived.map((message) => message.text)

beforeEach(open)
afterEach(() => port.stop())

describe('takes in', () => {
  it('words, with room, sender and time', async () => {
    say('m-1', '要大米&amp;面 &lt;一袋&gt;')
    await port.idle()
    expect(arrived).toMatchObject([{ id: 'm-1', text: '要大米&面 <一袋>', kind: 'text', sentAt: NOON, self: false, quoted: null }])
    const [message] = arrived
    expect(plainId(message?.roomHandle ?? '')).toBe('r-3-2')
    expect(await port.topic(message?.roomHandle ?? '')).toBe('富通社区3栋2单元')
    expect(await port.sender(message?.roomHandle ?? null, message?.senderHandle ?? '')).toMatchObject({
      name: '张阿姨',
      alias: '3-2-501 张阿姨',
      remark: 'R1',
    })
  })

  it('a quote apart from the reply', async () => {
    say('m-1', '我也要一袋', { quote: { name: '李姐', text: '大米 两袋' } })
    await port.idle()
    expect(arrived).toMatchObject([{ text: '我也要一袋', quoted: { name: '李姐', text: '大米 两袋' } }])
  })

  it('a 接龙 as a note, a picture as something else, a private chat without a room', async () => {
    say('m-1', '#接龙\n1. 501 一份', { kind: 'note' })
    say('m-2', 'a.jpg', { kind: 'other' })
    say('m-3', '清单', { room: null })
    await port.idle()
    expect(arrived.map(({ kind, text, roomHandle }) => [kind, text, roomHandle === null])).toEqual([
      ['note', '#接龙\n1. 501 一份', false],
      ['other', '', false],
      ['text', '清单', true],
    ])
  })

  it('a recall, and who enters', async () => {
    puppet.recall({ id: 'm-2', room: 'r-3-2', from: 'p-501', at: NOON, original: 'm-1' })
    puppet.addPerson({ id: 'p-new', name: '新邻居' })
    puppet.join({ room: 'r-3-2', person: 'p-new', at: NOON })
    await port.idle()
    expect(arrived.map(({ kind, recalls, senderHandle }) => [kind, recalls, senderHandle])).toEqual([
      ['recall', ['m-1'], 'p-501'],
      ['join', [], 'p-new'],
    ])
  })

  it('a redelivered message again, for the inbox to know it', async () => {
    say('m-1', '要大米')
    say('m-1', '要大米')
    await port.idle()
    expect(arrived.map(({ id, seq }) => [id, seq])).toEqual([
      ['m-1', 1],
      ['m-1', 2],
    ])
  })
})

describe('keeps', () => {
  it('the order of arrival, whatever each payload takes', async () => {
    const fetch = puppet.messagePayload.bind(puppet)
    let turn = 0
    puppet.messagePayload = async (id) => {
      await new Promise((done) => setTimeout(done, [9, 1, 6, 2][turn++ % 4]))
      return fetch(id)
    }
    for (let n = 1; n <= 8; n++) say(`m-${n}`, `第${n}句`)
    await port.idle()
    expect(texts()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `第${n}句`))
  })

  it('a message whose payload fails twice', async () => {
    const fetch = puppet.messagePayload.bind(puppet)
    let failures = 3
    puppet.messagePayload = (id) => (failures-- > 0 ? Promise.reject(new Error('14 UNAVAILABLE')) : fetch(id))
    say('m-1', '要大米')
    say('m-2', '要面')
    await port.idle()
    expect(texts()).toEqual(['要大米', '要面'])
    expect(faults.length).toBeGreaterThan(0)
  })

  it('a message that could not be written down, until it can', async () => {
    let failures = 5
    refuse = () => failures-- > 0
    say('m-1', '要大米')
    say('m-2', '要面')
    await port.idle()
    expect(texts()).toEqual(['要大米', '要面'])
  })
})

describe('sends', () => {
  it('to a room and to a person, and says when the network refuses', async () => {
    const sent: string[] = []
    puppet.onSent = ({ to, toRoom, text }) => sent.push(`${toRoom ? 'room' : 'person'} ${to} ${text}`)
    const [room] = await port.rooms()
    await port.send({ room: room?.handle ?? '' }, '好的')
    await port.send({ person: 'p-501' }, '收到')
    expect(sent).toEqual(['room r-3-2 好的', 'person p-501 收到'])
    puppet.failNextSends(1)
    await expect(port.send({ room: room?.handle ?? '' }, '再来')).rejects.toThrow('操作过于频繁')
    await expect(port.send({ room: 'nowhere' }, '?')).rejects.toThrow()
  })
})

it('shows new ids after a login of the web protocol, for the same topics', async () => {
  const before = await port.rooms()
  await puppet.relogin({ suffix: '2' })
  await port.idle()
  const after = await port.rooms()
  expect(after.map(({ topic }) => topic)).toEqual(before.map(({ topic }) => topic))
  expect(after[0]?.handle).not.toBe(before[0]?.handle)
  say('m-9', '还是我')
  await port.idle()
  expect(arrived.at(-1)).toMatchObject({ text: '还是我', roomHandle: after[0]?.handle })
})

it('refuses a puppet that is not installed with a sentence', async () => {
  await expect(openWechaty({ puppet: 'wechaty-puppet-nowhere', name: 'x', dataFolder: '', log })).rejects.toThrow(ChatRefused)
  await expect(openWechaty({ puppet: 'wechaty-puppet-nowhere', name: 'x', dataFolder: '', log })).rejects.toThrow(/npm install/u)
})

describe('reads what puppets write', () => {
  it.each([
    ['抽纸&amp;牙膏', '抽纸&牙膏'],
    ['&amp;lt;', '&lt;'],
    ['5&#39;', "5'"],
    ['一袋 & 两袋', '一袋 & 两袋'],
  ])('entities once: %s', (given, want) => {
    expect(decodeEntities(given)).toBe(want)
  })

  it.each([
    ['m-1', ['m-1']],
    ['', []],
    [
      '<sysmsg type="revokemsg"><revokemsg><oldmsgid>111</oldmsgid><msgid>222</msgid><newmsgid>333</newmsgid></revokemsg></sysmsg>',
      ['333', '222', '111'],
    ],
  ])('recalls: %s', (given, want) => {
    expect(recalledIds(given)).toEqual(want)
  })

  it.each([
    ['3栋501', '@abc:<br/>3栋501:<br/>大米 2袋<br/>鸡蛋 1盒', '3栋501:\n大米 2袋\n鸡蛋 1盒'],
    ['要大米', null, '要大米'],
    ['要大米', '@abc:\n别的话', '要大米'],
  ])('cut texts made whole: %s', (cut, raw, want) => {
    expect(wholeText(cut, raw)).toBe(want)
  })

  it.each([
    ['「a：b」\n- - - - - - - - - - - - - - -\nc', { name: 'a', text: 'b' }, 'c'],
    ['「这不是引用」', null, '「这不是引用」'],
    [`「${'「a：'.repeat(2000)}`, null, `「${'「a：'.repeat(2000)}`],
  ])('quotes: %s', (given, quoted, text) => {
    expect(splitQuote(given)).toEqual({ quoted, text })
  })
})
