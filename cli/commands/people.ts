/** `linxu people`: who may do what, and `linxu people remove`, which makes one a resident again. */
import { Command } from 'commander'
import { DateTime } from 'luxon'
import { loadSettings } from '../../config/settings.js'
import { changePerson, type Person, staff } from '../../store/community.js'
import { endInvites, openInvites } from '../../store/invites.js'
import { openStore, type Store } from '../../store/open.js'
import { databaseUrl } from '../office.js'

interface Flags {
  db?: string
  settings?: string
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const ROLES: Record<string, string> = { staff: '工作人员', volunteer: '志愿者', head: '主任' }
const described = ({ name, role, grid }: Pick<Person, 'name' | 'role' | 'grid'>): string =>
  `${name}　${ROLES[role] ?? role}${grid === null ? '' : `　${grid}网格`}`

const withStore = async (flags: Flags, work: (store: Store, zone: string) => Promise<void>): Promise<void> => {
  const settings = loadSettings(flags.settings)
  const store = await openStore(databaseUrl(flags.db ?? settings.database))
  try {
    await work(store, settings.timeZone)
  } finally {
    await store.close()
  }
}

const withFlags = (command: Command): Command =>
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')

export const peopleCommand = (): Command => {
  const command = withFlags(new Command('people').description('工作人员和志愿者：列出、取消 / list and remove staff and volunteers'))
  command.addCommand(removeCommand())
  return command.action((flags: Flags) => withStore(flags, list))
}

const list = async ({ db }: Store, zone: string): Promise<void> => {
  const people = await staff(db)
  for (const person of people) say(`${person.id}　${described(person)}`)
  for (const invite of await openInvites(db, Date.now()))
    say(
      `-　${described(invite)}　码未用，${DateTime.fromMillis(invite.expires_at, { zone }).toFormat('MM-dd HH:mm')} 前有效 / code not used yet`,
    )
  if (people.length === 0) say('还没有工作人员：linxu invite --role staff --grid 1 --name 姓名 / nobody yet')
}

const removeCommand = (): Command => {
  const command = new Command('remove').description('取消一个人的身份，没用的码一起作废 / make one a resident again')
  command.argument('<who>', '编号或姓名 / number or name')
  return withFlags(command).action((who: string, _: Flags, self: Command) =>
    withStore(self.optsWithGlobals<Flags>(), async ({ db }) => {
      const found = (await staff(db)).filter((person) => String(person.id) === who || person.name === who)
      const [person] = found
      if (found.length > 1)
        command.error(`有 ${found.length} 个人叫“${who}”，请写编号：${found.map(({ id }) => id).join('、')} / name the number`)
      const now = Date.now()
      const cause = { at: now, why: 'removed', personId: null, inboxId: null }
      const ended = await endInvites(db, person?.name ?? who, now)
      if (person === undefined && ended === 0) command.error(`没有“${who}”，请看 linxu people / nobody of this number or name`)
      if (person !== undefined) await changePerson(db, person.id, { role: 'resident', grid: null }, cause)
      say(`${person === undefined ? who : described(person)}：已取消${ended > 0 ? `，${ended} 个没用的码作废` : ''} / removed`)
      if (person !== undefined)
        say('设置文件的 people 里若有此人，请一并删去，否则下次启动会再给一个码 / take the name out of the settings, too')
    }),
  )
}
