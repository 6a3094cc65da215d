/** `linxu review`: what waits for a person to look at; `linxu review done ID` takes it off the list, as an order where words say so. */
import { Command } from 'commander'
import { dayOf, orderDay, stampOf } from '../../bot/days.js'
import type { Office } from '../../bot/office.js'
import { type Settled, settleWaiting } from '../../bot/review.js'
import { loadSettings } from '../../config/settings.js'
import { householdById, personById, roomById } from '../../store/community.js'
import { messageById, NOBODY, noteHandled, receive, reviewList } from '../../store/inbox.js'
import { doorOf } from '../../store/picklist.js'
import { openOffice } from '../office.js'

interface Flags {
  asOrder?: string
  json?: boolean
  db?: string
  settings?: string
}

const withOffice = async (flags: Flags, work: (office: Office) => Promise<void>): Promise<void> => {
  const office = await openOffice(loadSettings(flags.settings), {
    silent: true,
    ...(flags.db === undefined ? {} : { database: flags.db }),
  })
  try {
    await work(office)
  } finally {
    await office.store.close()
  }
}

const withFlags = (command: Command): Command =>
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')

export const reviewCommand = (): Command => {
  const command = new Command('review').description('看不准、等人看的消息 / messages that wait for a person')
  command.option('--json', 'JSON').addCommand(doneCommand())
  return withFlags(command).action((flags: Flags) => withOffice(flags, (office) => show(office, flags.json === true)))
}

const show = async ({ store: { db }, settings }: Office, json: boolean): Promise<void> => {
  for (const { id, sent_at, text, person_id, room_id } of await reviewList(db)) {
    const person = person_id === null ? undefined : await personById(db, person_id)
    const household = person?.household_id ? await householdById(db, person.household_id) : undefined
    const room = room_id === null ? undefined : await roomById(db, room_id)
    const place = household === undefined ? null : doorOf(household)
    const at = stampOf(sent_at, settings.timeZone)
    if (json) process.stdout.write(`${JSON.stringify({ id, at, room: room?.topic ?? null, household: place, text })}\n`)
    else
      process.stdout.write(`R${id}\t${at.slice(0, 16).replace('T', ' ')}\t${place ?? room?.topic ?? '-'}\t${text.replaceAll('\n', '⏎')}\n`)
  }
}

const doneCommand = (): Command => {
  const command = new Command('done').description('看过了 / a person has looked at it').argument('<id>', 'R12')
  command.option('--as-order <words>', '记成订单，如 "大米10斤" / as an order')
  return withFlags(command).action((id: string, _: Flags, self: Command) => {
    const flags = self.optsWithGlobals<Flags>()
    const number = Number(/^[Rr#]?(\d{1,9})$/u.exec(id)?.[1])
    if (Number.isNaN(number)) command.error(`${id}：请写 linxu review 列出的编号，如 R12 / write a number that linxu review lists`)
    return withOffice(flags, async (office) => {
      const settled = await settle(number, flags.asOrder?.trim() ?? '', office)
      if (settled === 'done' || settled === 'ordered') process.stdout.write(`${office.words.reviewed({ id: number, settled })}\n`)
      else command.error(office.words.reviewed({ id: number, settled }))
    })
  })
}

/** What was ordered is traced to the words, as those of a message to the office itself. */
const settle = (id: number, words: string, office: Office): Promise<Settled> =>
  office.store.db.transaction().execute(async (trx) => {
    const { schedule, timeZone } = office.settings
    const at = office.clock.now()
    const said = await receive(trx, {
      account: 'office',
      message_id: `review-${id}-${at}`,
      seq: 0,
      sent_at: at,
      received_at: at,
      room_handle: null,
      sender_handle: 'office',
      kind: 'text',
      text: `处理 R${id} ${words}`.trimEnd(),
      quoted: null,
      recalls: '[]',
    })
    const message = said === null ? undefined : await messageById(trx, said)
    if (message === undefined) throw new Error('the message to the office was not kept')
    const day = orderDay(at, schedule.cutOff, timeZone)
    const settled = await settleWaiting(id, words, { message, personId: null, at, today: dayOf(at, timeZone), orderDay: day }, trx, office)
    await noteHandled(trx, message.id, { ...NOBODY, handled_at: at, outcome: `review ${settled}`, review: 0, understanding: '[]' })
    return settled
  })
