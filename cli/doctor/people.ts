/** Which units have no group, which groups are not matched, and whether each grid has staff. */

import { CLAIMED } from '../../bot/staff-groups.js'
import { householdsOf } from '../../config/layout.js'
import type { Settings } from '../../config/settings.js'
import { rooms, staff } from '../../store/community.js'
import type { Store } from '../../store/open.js'
import { type Finding, few, finding } from './finding.js'

export const groups = async ({ db }: Pick<Store, 'db'>, settings: Settings): Promise<Finding[]> => {
  const known = await rooms(db)
  if (known.length === 0)
    return [
      finding(
        'rooms',
        'look',
        '还没见过任何群：linxu start 登录后，把账号拉进各个群',
        'no group was seen yet: linxu start, log in, and put the account into the groups',
      ),
    ]
  const covered = new Set(
    known.flatMap((room) =>
      room.kind === 'unit' ? [`${room.building}-${room.unit}`] : room.kind === 'building' ? [`${room.building}`] : [],
    ),
  )
  const units = [...new Set(householdsOf(settings).map(({ building, unit }) => `${building}-${unit}`))]
  const without = units.filter((unit) => !covered.has(unit) && !covered.has(unit.slice(0, unit.indexOf('-'))))
  const withoutGrid = settings.grids
    .filter(({ id }) => !known.some((room) => room.kind === 'grid' && room.grid === id))
    .map(({ name }) => name)
  const claimed = known.filter((room) => room.kind === CLAIMED)
  const unmatched = known.filter((room) => room.kind === 'unknown' && room.bound_by !== 'doubtful').map(({ topic }) => topic)
  const doubtful = known.filter((room) => room.bound_by === 'doubtful').map(({ topic }) => topic)
  const found: Finding[] = []
  if (doubtful.length > 0)
    found.push(
      finding(
        'rooms',
        'act',
        `同名的群，分不清是哪个：${few(doubtful, '、')}。请工作人员在群里发“绑定 3栋2单元”或“绑定 一网格”`,
        `groups of one name, not told apart: ${few(doubtful, ', ')}; staff should write 绑定 3栋2单元 in each`,
      ),
    )
  if (unmatched.length > 0)
    found.push(
      finding(
        'rooms',
        'look',
        `认不出是哪里的群：${few(unmatched, '、')}。是本社区的就在群里发“绑定 3栋2单元”`,
        `groups that are not matched: ${few(unmatched, ', ')}; if they are yours, staff should write 绑定 3栋2单元 there`,
      ),
    )
  const [claim] = claimed
  if (claim !== undefined) {
    const topics = claimed.map(({ topic }) => topic)
    const how = `linxu rooms bind ${claim.id} ${claim.grid}网格`
    found.push(
      finding(
        'rooms',
        'act',
        `自称工作群，还没有登记过的工作人员在里面说过话：${few(topics, '、')}。清单和警报先不发进去。是的话请在群里说句话，或 ${how}；不是请退出`,
        `groups that call themselves a staff group where no bound staff wrote yet: ${few(topics, ', ')}; no list and no alert goes there. If yours, write in it, or ${how}; if not, leave it`,
      ),
    )
  }
  if (withoutGrid.length > 0)
    found.push(
      finding(
        'rooms',
        'act',
        `没有可信工作群的网格：${few(withoutGrid, '、')}。清单和警报只能私发给工作人员，请把账号拉进去`,
        `grids without a trusted staff group: ${few(withoutGrid, ', ')}; lists and alerts go to staff in private: put the account into it`,
      ),
    )
  if (without.length > 0)
    found.push(
      finding(
        'rooms',
        'look',
        `没有群的单元：${few(without, '、')}。请把账号拉进去，或用 linxu import chat`,
        `units without a group: ${few(without, ', ')}; put the account into it, or use linxu import chat`,
      ),
    )
  return found.length > 0 ? found : [finding('rooms', 'ok', `${units.length} 个单元都有群`, `all ${units.length} units have a group`)]
}

export const bound = async ({ db }: Pick<Store, 'db'>, settings: Settings): Promise<Finding> => {
  const people = await staff(db)
  const without = settings.grids.filter(({ id }) => !people.some((person) => person.role === 'staff' && person.grid === id))
  const heads = people.filter(({ role }) => role === 'head').length
  if (without.length === 0)
    return finding(
      'staff',
      'ok',
      `每个网格都有工作人员，共 ${people.length} 人，主任 ${heads} 人`,
      `each grid has staff, ${people.length} in all, ${heads} of them heads`,
    )
  const [first] = without
  return finding(
    'staff',
    'act',
    `没有登记工作人员的网格：${few(
      without.map(({ name }) => name),
      '、',
    )}。请 linxu invite --role staff --grid ${first?.id} --name 姓名，把码给本人`,
    `grids without staff: ${few(
      without.map(({ name }) => name),
      ', ',
    )}; linxu invite --role staff --grid ${first?.id} --name NAME, and give them the code`,
  )
}
