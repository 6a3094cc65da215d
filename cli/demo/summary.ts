/** What came of the day, read from the database. */
import { withAmount } from '../../bot/legible.js'
import { exportAlerts, exportOrders } from '../../store/exports.js'
import type { Theatre } from './theatre.js'

const STATUS: Record<string, string> = { open: '待送', delivered: '已送到', received: '已签收', undelivered: '没送到', cancelled: '已取消' }

export const summary = async ({ office, screen }: Theatre, day: string, file: string): Promise<void> => {
  const { db } = office.store
  screen.line(`\n── ${day} 的单`, 'yellow')
  for (const order of await exportOrders(db, day)) {
    const lines = order.lines.map(
      (line) => `${withAmount(line.item, `${line.qty ?? ''}${line.unit ?? ''}`)}${line.status === 'out' ? '(缺货)' : ''}`,
    )
    screen.line(
      `${order.household.padEnd(9)} ${STATUS[order.status] ?? order.status}  ${order.urgent === null ? '' : '【急】'}${lines.join('、')}`,
    )
  }
  const alerts = await exportAlerts(db)
  screen.line(
    `警报 ${alerts.length} 条，已接 ${alerts.filter(({ acked }) => acked).length} 条。数据在 ${file}：npx linxu export orders --day ${day} --db ${file}`,
  )
}
