/** Looks at everything and changes nothing; one part that fails does not hide the others. */
import { pino } from 'pino'
import { openWechaty } from '../../bot/chat/wechaty.js'
import { spoolFiles } from '../../bot/rescue.js'
import type { Settings } from '../../config/settings.js'
import { sqlitePath } from '../../store/backup/make.js'
import { newestMoment } from '../../store/health.js'
import { openStore, type Store } from '../../store/open.js'
import { sentenceFor } from '../faults.js'
import { backups, database, noDatabase, spooled, waiting } from './data.js'
import { type Finding, finding } from './finding.js'
import { clock, disk } from './machine.js'
import { bound, groups } from './people.js'

export const examine = async (settings: Settings, url: string, now: number): Promise<Finding[]> => {
  const path = sqlitePath(url)
  const { folder, keepDays } = settings.backup
  const found: Finding[] = []
  const look = async (check: Finding['check'], work: () => Promise<Finding | Finding[]>): Promise<void> => {
    try {
      found.push(...[await work()].flat())
    } catch (error) {
      found.push(finding(check, 'act', sentenceFor(error), sentenceFor(error)))
    }
  }
  await look('settings', async () =>
    finding('settings', 'ok', `设置没有错：${settings.community.name}`, `the settings are right: ${settings.community.name}`),
  )
  await look('disk', async () => disk(path, folder, keepDays))
  const missing = path === null ? null : noDatabase(path)
  if (missing !== null) found.push(missing, clock(now, null, settings.timeZone))
  else await look('database', () => inDatabase(url, settings, now, look))
  await look('waiting', async () => spooled(spoolFiles(url, settings.spareFolder), now))
  await look('backup', async () => (missing === null ? backups(folder, now) : []))
  await look('puppet', () => puppet(settings))
  return found
}

const inDatabase = async (
  url: string,
  settings: Settings,
  now: number,
  look: (check: Finding['check'], work: () => Promise<Finding | Finding[]>) => Promise<void>,
): Promise<Finding[]> => {
  const store: Store = await openStore(url, { asIs: true })
  try {
    const sound = await database(store)
    await look('clock', async () => clock(now, await newestMoment(store.db), settings.timeZone))
    await look('waiting', () => waiting(store, now))
    await look('rooms', () => groups(store, settings))
    await look('staff', () => bound(store, settings))
    return [sound]
  } finally {
    await store.close()
  }
}

const MOCK = 'wechaty-puppet-mock'

const puppet = async ({ chat }: Settings): Promise<Finding> => {
  await openWechaty({
    puppet: chat.puppet,
    puppetOptions: chat.options,
    name: chat.account,
    dataFolder: '',
    log: pino({ level: 'silent' }),
  })
  return chat.puppet === MOCK
    ? finding(
        'puppet',
        'look',
        `chat.puppet 是 ${MOCK}，只是演示，收不到真的群。请改成 wechaty-puppet-wechat4u 或您的网关`,
        `chat.puppet is ${MOCK}, which is a simulation: set wechaty-puppet-wechat4u or your gateway`,
      )
    : finding('puppet', 'ok', `${chat.puppet} 已安装，能加载`, `${chat.puppet} is installed and loads`)
}
