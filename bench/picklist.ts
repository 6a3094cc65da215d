/** One pick list of a day on which every one of the 1,404 households ordered. */
import { join } from 'node:path'
import { systemClock } from '../bot/clock.js'
import { openOffice } from '../cli/office.js'
import { loadSettings } from '../config/settings.js'
import { takeOrder } from '../store/orders.js'
import { compilePickList } from '../store/picklist.js'

const DAY = '2021-01-27'
const GOODS = ['大米', '鸡蛋', '豆油', '白菜', '牛奶', '盐', '土豆', '缬沙坦']

export const benchPickList = async (folder: string): Promise<void> => {
  const settings = loadSettings(undefined, {})
  const office = await openOffice(settings, { database: join(folder, 'picklist.db'), silent: true })
  const { db } = office.store
  await db.transaction().execute(async (trx) => {
    for (const household of await trx.selectFrom('households').selectAll().execute()) {
      const lines = [0, 1, 2, 3].map((n) => {
        const item = GOODS[(household.id + n) % GOODS.length] ?? ''
        return {
          item,
          qty: n + 1,
          unit: '斤',
          spec: null,
          place: 'supermarket',
          medicine: '',
          heavy: 0,
          known: 1,
          span_start: 0,
          span_end: 1,
        }
      })
      const facts = { householdId: household.id, roomId: null, personId: null, day: DAY, source: 'chat' as const, urgent: null }
      await takeOrder(trx, facts, lines, { at: systemClock.now(), why: 'bench', personId: null, inboxId: null })
    }
  })
  const times: number[] = []
  let entries = 0
  for (const grid of settings.grids) {
    const from = performance.now()
    entries += (await compilePickList(db, grid.id, DAY, systemClock.now())).entries.length
    times.push(performance.now() - from)
  }
  await office.store.close()
  const sum = times.reduce((a, b) => a + b, 0)
  process.stdout.write(
    `pick lists          ${entries} households in ${times.length} grids in ${Math.round(sum)} ms (longest grid ${Math.round(Math.max(...times))} ms)\n`,
  )
}
