/** 100,000 inputs that nobody would write: payloads of the network, settings, pasted text, and words for the parser. Nothing throws. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type payloads, types } from 'wechaty-puppet'
import { stringify } from 'yaml'
import { decodeText } from '../../bot/chat/pasted/decode.js'
import { readPasted } from '../../bot/chat/pasted/read.js'
import { readPayload } from '../../bot/chat/read-payload.js'
import { readAlias, readTopic } from '../../bot/doors.js'
import { openReader } from '../../cli/office.js'
import { loadSettings, SettingsRefused } from '../../config/settings.js'
import { type Day, openDay } from '../bot/day.js'

const folder = mkdtempSync(join(tmpdir(), 'linxu-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const settings = loadSettings(undefined, {})
const { reader } = openReader(settings)

const PIECES =
  '要 不要 再加 取消 大米 胰岛素 鸡蛋 10斤 一袋 两 半 3栋 2单元 501 3-2-501 送达 1-3 绑定 撤销 救命 收到 #接龙 1. 「 」 ： : &amp; &lt; <br/> <?xml <title> </title> - - - - - \n \t \u200b \u202e \ufeff \0 🥚 ２ 。 ， @ = '.split(
    ' ',
  )
const spoken = fc.array(fc.constantFrom(...PIECES, '\n'), { maxLength: 16 }).map((parts) => parts.join(''))
const words = fc.oneof(spoken, fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))

describe('words', () => {
  const rooms = [
    { room: { kind: 'unit' as const, building: '3', unit: '2' }, sender: { role: 'resident' as const, alias: '501', home: null } },
    { room: { kind: 'grid' as const, grid: '1' }, sender: { role: 'staff' as const } },
  ]
  it.each(rooms)('are understood without a throw ($room.kind)', (context) => {
    fc.assert(
      fc.property(words, (text) => {
        const { confidence } = reader.understand(text, context)
        return confidence >= 0 && confidence <= 1
      }),
      { numRuns: 42_000 },
    )
  })

  it('as topic or alias name a door of our own form, or none', () => {
    fc.assert(
      fc.property(words, (text) => {
        const door = readAlias(text, { building: '3', unit: '2' })
        if (door !== null && !/^\d{3,4}$/u.test(door.room ?? '')) return false
        return ['unit', 'building', 'grid', 'unknown'].includes(readTopic(text, settings).kind)
      }),
      { numRuns: 8000 },
    )
  })

  it('as a pasted chat lose no line, in whichever encoding', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.constantFrom('张三 19:02', '2021/1/26 19:02 李四', '—— 1月26日 ——', '时间,昵称,内容', '"')), {
          maxLength: 8,
        }),
        (lines) => {
          const { messages } = readPasted(lines.join('\n'), { now: 1_611_700_000_000, timeZone: 'Asia/Shanghai' })
          return messages.every(({ text, at }) => text.trim() === text && text !== '' && (at === null || Number.isFinite(at)))
        },
      ),
      { numRuns: 4000 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof decodeText(bytes) === 'string'),
      { numRuns: 4000 },
    )
  })
})

const payload: fc.Arbitrary<payloads.Message> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 40 }),
    talkerId: fc.oneof(fc.constantFrom('', 'me', '@abc'), fc.string({ maxLength: 20 })),
    roomId: fc.oneof(fc.constantFrom('', 'r@chatroom', '@@r'), fc.string({ maxLength: 20 })),
    listenerId: fc.constant('me'),
    timestamp: fc.oneof(fc.integer({ min: 0 }), fc.constantFrom(0, 1_611_700_000, 1_611_700_000_000)),
    type: fc.constantFrom(...Object.values(types.Message).filter((type) => typeof type === 'number')),
    text: fc.option(words, { nil: undefined }),
  })
  .map(({ text, ...rest }) => (text === undefined ? rest : { ...rest, text }))

describe('payloads', () => {
  it('become messages without a throw', () => {
    fc.assert(
      fc.property(payload, fc.option(words), (given, raw) => {
        const read = readPayload(given, 1, 'me', raw)
        return typeof read.text === 'string' && Number.isFinite(read.sentAt) && Array.isArray(read.recalls)
      }),
      { numRuns: 6000 },
    )
  })

  it('go the whole way in: each is kept once, handled, and none is a fault', async () => {
    const day: Day = await openDay('08:00')
    let count = 0
    try {
      await fc.assert(
        fc.asyncProperty(words, words, async (text, name) => {
          const who = `p${count % 40}`
          await day.say(who, count++ % 3 === 0 ? 'g1' : '3-2', text, { name })
        }),
        { numRuns: 120 },
      )
      const rows = await day.office.store.db.selectFrom('inbox').select(['outcome', 'handled_at']).execute()
      expect(rows).toHaveLength(count)
      expect(rows.filter(({ handled_at, outcome }) => handled_at === null || outcome === 'fault')).toEqual([])
    } finally {
      await day.close()
    }
  })
})

describe('settings', () => {
  const path = join(folder, 'linxu.yaml')
  const taken = (content: string | Uint8Array): boolean => {
    writeFileSync(path, content)
    try {
      loadSettings(path, {})
      return true
    } catch (error) {
      if (!(error instanceof SettingsRefused)) throw error
      expect(error.message).toMatch(/：[^\n]*\p{Script=Han}|: [^\n]*(write|is |are |one |use)/u)
      return false
    }
  }
  const keys = [
    'layout',
    'grids',
    'people',
    'rooms',
    'schedule',
    'pace',
    'backup',
    'chat',
    'database',
    'timeZone',
    'buildings',
    'units',
    'id',
    'name',
    'ask',
    '__proto__',
    'constructor',
    '1-4',
  ]
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, 0, -1, 1e9, Number.NaN, '', '06:00', '1-6', '5,11', 'A', 'sqlite:x'),
      fc.string({ maxLength: 8 }),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('any'), { maxKeys: 4 }),
    ),
  })).any
  it('of any form are taken, or refused with sentences', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 5 }), (given) => {
        taken(stringify(given, { aliasDuplicateObjects: false }))
      }),
      { numRuns: 500 },
    )
  })

  it('of any text and any bytes are taken, or refused with sentences', () => {
    const line = fc.constantFrom(
      'layout:',
      ' - buildings: "1-3"',
      'grids:',
      ' - { id: 1, name: 一, buildings: 1-3 }',
      '\task: 1',
      'a: &a [*a]',
      '<<: *a',
      '---',
      '? [',
      '- -',
      '\u202ex: 1',
      'language: en',
      '%YAML',
      '!!js/function x',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(line, words), { maxLength: 6 }), (lines) => void taken(lines.join('\n'))),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void taken(bytes)),
      { numRuns: 500 },
    )
  })
})
