/** Every act and every command, by everyone, in every kind of group: what is done, refused in private, read as talk, or met with silence. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { obey } from '../../bot/acts/commands.js'
import { perform } from '../../bot/acts/perform.js'
import type { Scene } from '../../bot/acts/scene.js'
import { VirtualClock } from '../../bot/clock.js'
import type { Office } from '../../bot/office.js'
import { DEEDS, type Deed, PLACES, ROLES, type Where } from '../../bot/permissions.js'
import { workReview } from '../../bot/review.js'
import { openOffice } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import type { Act, Command } from '../../parsers/types.js'
import { chargeFor } from '../../store/accounts.js'
import { raiseAlert } from '../../store/alerts.js'
import { addPerson, addRoom, personById, roomById } from '../../store/community.js'
import { messageById } from '../../store/inbox.js'
import { makeInvite } from '../../store/invites.js'
import type { Db } from '../../store/open.js'
import { setStatus } from '../../store/orders.js'
import { startRound } from '../../store/rounds.js'
import { cause, DAY, householdId, line, message, ordered, orderOf } from '../store/given.js'

const NOW = Date.parse(`${DAY}T12:00:00+08:00`)
const span = { start: 0, end: 4 }
const address = { building: '3', unit: '2', room: '501' }
const rice = { item: '大米', qty: 5, unit: '斤', known: true, span }
const CODE = 'code'

const SAID: Record<Exclude<Deed, 'review'>, Act | Command> = {
  order: { act: 'order', address, lines: [rice], span },
  amend: { act: 'amend', address, changes: [{ ...rice, op: 'add' }], span },
  cancel: { act: 'cancel', address, span },
  receipt: { act: 'receipt', address, span },
  problem: { act: 'problem', address, what: 'missing', span },
  query: { act: 'query', address, span },
  request: { act: 'request', address, span },
  bind: { act: 'bind', address, span },
  delivered: { act: 'delivered', targets: [address], entries: [], except: [], exceptEntries: [], span },
  undelivered: { act: 'undelivered', targets: [address], entries: [], span },
  stock: { act: 'stock', item: '大米', state: 'out', span },
  risk: { act: 'risk', address: { ...address, room: null }, level: 'confirmed', span },
  'round start': { act: 'round', op: 'start', no: 9, targets: [], except: [], span },
  'round done': { act: 'round', op: 'done', targets: [address], except: [], span },
  'round remaining': { act: 'round', op: 'remaining', targets: [], except: [], span },
  'round own': { act: 'round', op: 'own', targets: [address], except: [], span },
  'round excused': { act: 'round', op: 'excused', targets: [], except: [], excuses: [{ address, reason: '住院' }], span },
  'round remind': { act: 'round', op: 'remind', targets: [], except: [], span },
  'round close': { act: 'round', op: 'close', targets: [], except: [], span },
  list: { act: 'list', grid: null, span },
  take: { kind: 'take' },
  undo: { kind: 'undo' },
  'bind-room': { kind: 'bind-room', building: '3', unit: '2', grid: null },
  code: { kind: 'code', code: CODE },
  charge: { kind: 'charge', entries: [], targets: [address], prices: [{ item: '', cents: 4560 }] },
  paid: { kind: 'paid', entries: [], targets: [address] },
  accounts: { kind: 'accounts', daysAgo: 0 },
  owed: { kind: 'owed' },
  passage: { kind: 'passage', way: 'in', building: '3', unit: '2', disinfected: true },
  report: { kind: 'report', day: { daysAgo: 0 } },
  ask: { kind: 'ask', building: null, unit: null },
  picked: { kind: 'picked', place: null, items: [] },
  substitute: { kind: 'substitute', item: '大米', goods: { start: 0, end: 2 } },
  double: { kind: 'double', no: 1, add: true },
  check: { kind: 'check', entries: [] },
  trace: { kind: 'trace', no: null, address },
  carry: { kind: 'carry', op: 'take', targets: [{ ...address, room: null }] },
  standing: { kind: 'standing', op: 'begin', recurrence: { every: 'days', days: 1 }, address, goods: { start: 0, end: 2 }, until: null },
  calls: { kind: 'calls' },
  duty: { kind: 'duty', who: null, day: 'daily', shift: 'night', off: false },
  rota: { kind: 'rota' },
  newcomers: { kind: 'newcomers' },
  close: { kind: 'close', no: null, words: 'w' },
  alerts: { kind: 'alerts', no: null },
  requests: { kind: 'requests' },
  handle: { kind: 'handle', op: 'take', no: 0, words: '' },
  tag: { kind: 'tag', address, tags: ['alone'], phone: null, off: false },
  called: { act: 'called', results: [{ address, result: 'reached' }], span },
}

const ROOMS: Record<Where, { kind: string; building: string | null; unit: string | null; grid: string | null } | null> = {
  unit: { kind: 'unit', building: '3', unit: '2', grid: null },
  building: { kind: 'building', building: '3', unit: null, grid: null },
  'own grid': { kind: 'grid', building: null, unit: null, grid: '1' },
  'other grid': { kind: 'grid', building: null, unit: null, grid: '2' },
  direct: null,
  unknown: { kind: 'unknown', building: null, unit: null, grid: null },
}

const RESIDENTS: Deed[] = ['order', 'amend', 'cancel', 'receipt', 'problem', 'query', 'request', 'bind', 'round own']
const ACCOUNTS: Deed[] = ['charge', 'paid', 'accounts']
const VOLUNTEERS_NEVER: Deed[] = [
  'newcomers',
  ...ACCOUNTS,

  'duty',
  'tag',
  'ask',
  'report',
  'risk',
  'round start',
  'round remind',
  'round close',
  'bind-room',
  'review',
]
const ANYWHERE: Deed[] = ['close', 'round own', 'order', 'problem', 'query', 'request', 'bind', 'take', 'undo']
const WORDS_OF_STAFF: Deed[] = [
  'newcomers',
  ...ACCOUNTS,

  'duty',
  'rota',
  'close',
  'alerts',
  'requests',
  'handle',
  'calls',
  'tag',
  'passage',
  'ask',
  'report',
  'take',
  'undo',
  'bind-room',
  'review',
]
/** Of the day's carrying: staff's alone, of their own grid. */
const CARRYING: Deed[] = ['standing', 'substitute', 'trace', 'double']
/** Of whoever carries in the grid. */
const CARRIERS: Deed[] = ['carry', 'picked', 'check']
const OWN_GRID_ONLY: Deed[] = ['bind-room', 'report', 'accounts', ...CARRYING, ...CARRIERS]

/** The rules as the office would tell them, not as the table holds them. */
const expected = (deed: Deed, role: (typeof ROLES)[number], where: Where): string => {
  // For the head no grid is another's; a resident has no grid of their own.
  if (deed === 'owed') return role === 'resident' ? 'done' : 'talk'
  if (deed === 'code') return where === 'direct' ? 'done' : 'burned'
  if (role === 'resident')
    return RESIDENTS.includes(deed) ? 'done' : [...WORDS_OF_STAFF, ...CARRYING, ...CARRIERS].includes(deed) ? 'talk' : 'silence'
  if (role === 'head') return 'done'
  if (role === 'staff') return OWN_GRID_ONLY.includes(deed) && where === 'other grid' ? 'refused' : 'done'
  if ([...VOLUNTEERS_NEVER, ...CARRYING].includes(deed)) return 'refused'
  return where === 'other grid' && !ANYWHERE.includes(deed) ? 'refused' : 'done'
}

let office: Office
const folder = mkdtempSync(join(tmpdir(), 'linxu-may-'))
beforeAll(async () => {
  const settings = loadSettings(undefined, {})
  const all = { ...settings, modules: { ...settings.modules, accounts: true } }
  office = await openOffice(all, { database: join(folder, 'may.db'), clock: new VirtualClock(NOW), silent: true })
})
afterAll(async () => {
  await office.store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** 3-2-501 has an order under way, an alert and a round are open, and the writer has ordered in a message before this one. */
const sceneOf = async (db: Db, deed: Deed, role: string, where: Where): Promise<Scene> => {
  const home = role === 'resident' ? await householdId(db, '3-2-501') : null
  const personId = await addPerson(
    db,
    { name: '甲', role, grid: role === 'staff' || role === 'volunteer' ? '1' : null, household_id: home, household_from: null },
    cause(),
  )
  const facts = ROOMS[where]
  const roomId = facts === null ? null : await addRoom(db, { topic: 't', ...facts, bound_by: 'topic' }, cause())
  const before = await message(db, 'before')
  const id = await message(db, 'now', { text: '大米' })
  await db.updateTable('inbox').set({ person_id: personId, room_id: roomId }).execute()
  const order = await ordered(db, '3-2-501', [line('大米')], { cause: cause(before), personId })
  if (deed === 'receipt') await setStatus(db, await orderOf(db, order), 'delivered', cause())
  await chargeFor(db, await householdId(db, '3-2-501'), DAY, [{ item: '', cents: 1000 }], cause())
  await startRound(db, { no: 1, place: null, grid: null }, cause())
  const place = { household_id: null, room_id: null, person_id: null, grid: '1', place: '3-2-501', words: 'w' }
  await raiseAlert(db, { kind: 'emergency', ...place, at: 1, next_at: 1 }, cause())
  await raiseAlert(db, { kind: 'emergency', ...place, grid: '2', at: 1, next_at: 1 }, cause())
  const [person, room, row] = [
    await personById(db, personId),
    roomId === null ? null : await roomById(db, roomId),
    await messageById(db, id),
  ]
  if (person === undefined || room === undefined || row === undefined) throw new Error('the scene is not set')
  const understanding = { acts: [], urgent: null, confidence: 1, review: false, command: null, reasons: [] }
  const by = { at: NOW, why: 'message', personId, inboxId: id }
  return { db, office, message: row, room, person, understanding, now: NOW, today: DAY, orderDay: DAY, cause: by }
}

const say = async (deed: Deed, code: string, scene: Scene): Promise<string | null> => {
  if (deed === 'review') {
    const waiting = await message(scene.db, 'waiting')
    await scene.db.updateTable('inbox').set({ review: 1 }).where('id', '=', waiting).execute()
    return workReview({ ...scene, message: { ...scene.message, text: `处理 R${waiting}` } })
  }
  const said = SAID[deed]
  return 'act' in said ? perform(said, scene) : obey(said.kind === 'code' ? { ...said, code } : said, scene)
}

/** What came of it, by what is in the database afterwards. */
const whatCameOf = async (deed: Deed, role: string, where: Where): Promise<string> => {
  const back = new Error('taken back')
  let came = ''
  await office.store.db
    .transaction()
    .execute(async (db) => {
      const scene = await sceneOf(db, deed, role, where)
      const code = await makeInvite(db, { role: 'staff', grid: '2', name: '乙' }, NOW + 1000)
      const told = await say(deed, code, scene)
      const changes = await db.selectFrom('events').select('id').where('inbox_id', '=', scene.message.id).execute()
      const notices = await db.selectFrom('notices').selectAll().where('inbox_id', '=', scene.message.id).execute()
      const lists = await db.selectFrom('outbox').select('id').where('text', 'is not', null).execute()
      const codes = await db.selectFrom('invites').select('used_at').execute()
      const alone = notices.filter((one) => one.room_id === null && one.person_id === scene.person.id)
      if (told === null) came = changes.length + notices.length === 0 ? 'talk' : 'talk that does something'
      else if (alone.some((one) => one.detail.includes(office.words.notAllowed())))
        came = changes.length === 0 ? 'refused' : 'refused and done'
      else if (alone.some((one) => one.detail.includes(office.words.codeShown())))
        came = changes.length === 0 && codes[0]?.used_at === NOW ? 'burned' : 'burned and done'
      else came = changes.length + notices.length + lists.length > 0 ? 'done' : 'silence'
      throw back
    })
    .catch((error: unknown) => {
      if (error !== back) throw error
    })
  return came
}

describe.each(DEEDS)('%s', (deed) => {
  it.each(ROLES)('by a %s', async (role) => {
    const came: Record<string, string> = {}
    const rule: Record<string, string> = {}
    for (const where of PLACES) {
      came[where] = await whatCameOf(deed, role, where)
      rule[where] = expected(deed, role, where)
    }
    expect(came).toEqual(rule)
  })
})

it('leaves no act and no command out', () => {
  expect([...DEEDS].sort()).toEqual([...Object.keys(SAID), 'review'].sort())
})
