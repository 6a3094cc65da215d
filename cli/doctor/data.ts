/** What is inside the database, what waits there, and how old the backups are. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { backupsIn } from '../../store/backup/make.js'
import { brokenParts, pending, refuseOtherVersion } from '../../store/health.js'
import { VERSION, versionOf } from '../../store/migrate.js'
import type { Store } from '../../store/open.js'
import { type Finding, finding, hours } from './finding.js'

export const database = async ({ db, engine }: Pick<Store, 'db' | 'engine'>): Promise<Finding> => {
  refuseOtherVersion(await versionOf(db, engine), VERSION)
  const broken = await brokenParts(db, engine)
  return broken === null
    ? finding('database', 'ok', '数据库完好', 'the database is sound')
    : finding(
        'database',
        'act',
        `数据库坏了（${broken}）。请停掉机器人，linxu restore 最近的备份；原来的文件会留着`,
        `the database is damaged (${broken}): stop the bot and linxu restore the newest backup; the file is kept`,
      )
}

const LATE = 10 * 60_000

export const waiting = async ({ db }: Pick<Store, 'db'>, now: number): Promise<Finding[]> => {
  const { inbox, outbox, review, alerts } = await pending(db, now)
  const late = (since: number | null): boolean => since !== null && now - since > LATE
  return [
    inbox.count === 0
      ? finding('waiting', 'ok', '收到的消息都处理了', 'all that arrived is handled')
      : finding(
          'waiting',
          late(inbox.since) ? 'act' : 'look',
          `${inbox.count} 条消息还没处理${late(inbox.since) ? '，最早的已等了十分钟以上。请看机器人是不是在运行（linxu start）' : ''}`,
          `${inbox.count} messages are not handled${late(inbox.since) ? ' for ten minutes or more: is the bot running (linxu start)?' : ''}`,
        ),
    outbox.count === 0
      ? finding('waiting', 'ok', '要说的话都发出去了', 'all that was due is said')
      : finding(
          'waiting',
          late(outbox.since) ? 'act' : 'look',
          `${outbox.count} 条要发的还没发出去${late(outbox.since) ? '，已晚十分钟以上。请看账号是否还登录着、群还在不在' : ''}`,
          `${outbox.count} texts are not sent${late(outbox.since) ? ', ten minutes late or more: is the account logged in, are the groups there?' : ''}`,
        ),
    review.count === 0
      ? finding('waiting', 'ok', '没有要人看的消息', 'nothing waits for a person')
      : finding(
          'waiting',
          'look',
          `${review.count} 条看不准的消息等人看：linxu export review`,
          `${review.count} messages wait for a person: linxu export review`,
        ),
    alerts.count === 0
      ? finding('waiting', 'ok', '没有没接的警报', 'no alert is open')
      : finding(
          'waiting',
          'act',
          `${alerts.count} 条警报没人接！请马上看：linxu export alerts`,
          `${alerts.count} alerts that nobody took: linxu export alerts, now`,
        ),
  ]
}

/** What came while the database could not be written; `files` are those of `linxu start`. */
export const spooled = (files: readonly string[], now: number): Finding[] => {
  const there = files.filter((file) => existsSync(file))
  const torn = files.map((file) => `${file}.unreadable`).filter((file) => existsSync(file))
  const late = there.some((file) => now - statSync(file).mtimeMs > LATE)
  const lines = there.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').filter(Boolean).length, 0)
  return [
    lines === 0
      ? finding('waiting', 'ok', '备用文件里没有消息', 'no message waits in the spare file')
      : finding(
          'waiting',
          late ? 'act' : 'look',
          `备用文件 ${there.join('、')} 里有 ${lines} 条还没补记。请启动 linxu start，它会自己补记；不要删除这个文件`,
          `${lines} entries wait in the spare file ${there.join(', ')}: run linxu start, which takes them in; do not delete the file`,
        ),
    ...(torn.length === 0
      ? []
      : [
          finding(
            'waiting',
            'look',
            `备用文件里有读不出的行，放在 ${torn.join('、')}；请人看一眼再删`,
            `lines of the spare file that could not be read are in ${torn.join(', ')}: look at them before you delete it`,
          ),
        ]),
  ]
}

const OLD_HOURS = 36

export const backups = (folder: string, now: number): Finding => {
  const [newest] = backupsIn(folder)
  const how = '每晚由 linxu start 自动做，也可以马上运行 linxu backup'
  if (newest === undefined)
    return finding(
      'backup',
      'act',
      `${folder} 里还没有备份。${how}`,
      `there is no backup in ${folder}: linxu start makes one each night, or run linxu backup now`,
    )
  const age = hours(now - newest.at)
  if (age > OLD_HOURS || newest.bytes === 0)
    return finding(
      'backup',
      'act',
      `最近的备份是 ${age} 小时前的（${newest.file}）。${how}`,
      `the newest backup is ${age} hours old (${newest.file}): run linxu backup and see why the night’s failed`,
    )
  return finding('backup', 'ok', `最近的备份：${age} 小时前，${newest.file}`, `newest backup: ${age} hours ago, ${newest.file}`)
}

export const noDatabase = (path: string): Finding | null =>
  existsSync(path)
    ? null
    : finding(
        'database',
        'look',
        `还没有数据库 ${path}，第一次 linxu start 会建好；不该是空的话请检查 database 的路径`,
        `there is no database ${path} yet: linxu start makes it; if there should be one, check the path`,
      )
