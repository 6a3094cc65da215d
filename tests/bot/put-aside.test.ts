/** A message that cannot be handled goes before a person; those that came with it are handled as if it were not there, and none twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArrivedMessage } from '../../bot/chat/port.js'
import { VirtualClock } from '../../bot/clock.js'
import { openIntake } from '../../bot/intake.js'
import type { Office } from '../../bot/office.js'
import { openOffice } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import { freshUrl, postgresAnswers } from '../store/both.js'

const NOON = Date.parse('2021-01-27T12:00:00+08:00')
const POISON = '这一条谁也读不了'

const engines = (['sqlite', 'postgres'] as const).filter((engine) => engine === 'sqlite' || postgresAnswers)
describe.each(engines)('on %s', (engine) => {
  let office: Office
  let forget = async (): Promise<void> => {}
  let readings = 0
  beforeEach(async () => {
    const fresh = await freshUrl(engine)
    forget = fresh.forget
    office = await openOffice(loadSettings(undefined, {}), { database: fresh.url, clock: new VirtualClock(NOON), silent: true })
    const { reader } = office
    readings = 0
    office.reader = {
      ...reader,
      understand: (text, context) => {
        readings++
        if (text === POISON) throw new Error('a fault of the reader')
        return reader.understand(text, context)
      },
    }
  })
  afterEach(async () => {
    await office.store.close()
    await forget()
  })

  it('between orders that came at the same moment', async () => {
    const { db } = office.store
    const intake = openIntake(
      office,
      'put aside',
      async ({ sender_handle }) => ({ topic: '富通社区3栋2单元', alias: sender_handle, name: sender_handle }),
      () => {},
    )
    const blank = { self: false, kind: 'text', quoted: null, recalls: [], sentAt: NOON, roomHandle: 'r' } satisfies Partial<ArrivedMessage>
    const said = [
      ['3-2-501', '大米10斤'],
      ['3-2-502', POISON],
      ['3-2-502', '盐一袋'],
    ] as const
    await Promise.all(said.map(([senderHandle, text], seq) => intake.take({ ...blank, id: `m-${seq}`, seq, senderHandle, text })))
    await intake.settle()

    const kept = await db.selectFrom('inbox').select(['text', 'outcome', 'review']).orderBy('id').execute()
    expect(kept).toEqual([
      { text: '大米10斤', outcome: 'order', review: 0 },
      { text: POISON, outcome: 'fault', review: 1 },
      { text: '盐一袋', outcome: 'order', review: 0 },
    ])
    expect(readings, 'they were one group, and each was read again alone').toBe(5)
    const lines = await db.selectFrom('order_lines').select('item').orderBy('id').execute()
    expect(lines).toEqual([{ item: '大米' }, { item: '盐' }])
    const notices = await db.selectFrom('notices').select('kind').where('kind', '=', 'taken').execute()
    expect(notices).toHaveLength(2)
  })
})
