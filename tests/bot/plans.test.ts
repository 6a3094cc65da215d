/** What a message asks of the database stays as quick after a year as on the first day: each look-up goes along an index of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ArrivedMessage } from '../../bot/chat/port.js'
import { VirtualClock } from '../../bot/clock.js'
import { openIntake } from '../../bot/intake.js'
import { openOffice } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import type { Statement } from '../../store/open.js'

const NOON = Date.parse('2021-01-27T12:00:00+08:00')
/** A few rows whatever happens. */
const SMALL = ['rooms', 'handles', 'sessions', 'households', 'people']

const folder = mkdtempSync(join(tmpdir(), 'linxu-plans-'))
const file = join(folder, 'plans.db')
let statements: Statement[] = []
let recalling: Statement[] = []
let database: Database.Database

beforeAll(async () => {
  const heard: Statement[] = []
  const clock = new VirtualClock(NOON)
  const office = await openOffice(loadSettings(undefined, {}), {
    database: file,
    clock,
    silent: true,
    onStatement: (one) => heard.push(one),
  })
  const facts = { topic: '富通社区3栋2单元', alias: '3-2-501 张', name: '张' }
  const intake = openIntake(
    office,
    'plans',
    async () => facts,
    () => {},
  )
  const say = async (n: number, text: string, kind: ArrivedMessage['kind'] = 'text'): Promise<void> => {
    const blank = { self: false, kind, quoted: null, recalls: [] } satisfies Partial<ArrivedMessage>
    await intake.take({ ...blank, id: `m-${n}`, seq: n, sentAt: NOON + n * 10_000, roomHandle: 'r', senderHandle: 'p', text })
    await intake.settle()
  }
  await say(1, '大米10斤')
  heard.length = 0
  await say(2, '再加一袋盐')
  statements = heard.splice(0)
  await say(3, '', 'recall')
  recalling = heard
  await office.store.close()
  database = new Database(file, { readonly: true })
})
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const planOf = ({ sql, parameters }: Statement): string =>
  database
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
    .join('; ')

it('reads no table from end to end', () => {
  const plans = statements.filter(({ sql }) => /^\s*(?:select|update|delete)/iu.test(sql)).map(planOf)
  expect(plans.length).toBeGreaterThan(5)
  const scanned = plans.flatMap((plan) => [...plan.matchAll(/\bSCAN (\w+)/gu)].map(([, table]) => table ?? ''))
  expect(scanned.filter((table) => !SMALL.includes(table))).toEqual([])
})

it('finds what is unhandled, what a person wrote last, and the same words once more, without reading what the account or the room ever received', () => {
  const inbox = [...statements, ...recalling].filter(({ sql }) => /^select (?:\*|"id", "account".*) from "inbox"/u.test(sql)).map(planOf)
  expect(inbox.some((plan) => plan.includes('inbox_account_unhandled_at'))).toBe(true)
  expect(inbox.filter((plan) => plan.includes('inbox_person_id_sent_at_at'))).toHaveLength(3)
  expect(inbox.filter((plan) => /inbox_account_message_id_once|inbox_room_id|TEMP B-TREE/u.test(plan))).toEqual([])
})
