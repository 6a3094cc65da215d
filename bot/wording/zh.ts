/** What the bot says in Chinese: short, for a phone held with gloves on. */
import type { Settings } from '../../config/settings.js'
import type { TagName } from '../../parsers/types.js'
import type { StoreFault } from '../../store/faults.js'
import { quoted, withAmount } from '../legible.js'
import type { JobName } from '../schedule.js'
import { accountsZh } from './accounts-zh.js'
import { carryingZh, loadsZh } from './carrying-zh.js'
import { entry, mark } from './entry-zh.js'
import { officeZh } from './office-zh.js'
import { amount, dateOf, goodsOf, masked, some } from './said-zh.js'
import type { Gathered, Listed, MissingFacts, Reported, ToCallFacts, Wording } from './wording.js'

const KINDS: Record<string, string> = { medicine: '用药', emergency: '急救', distress: '求助' }
const GAPS: Record<string, string> = { logout: '账号掉线', connection: '网络断开', down: '程序没有运行' }
const LEVELS: Record<string, string> = { confirmed: '有确诊', contact: '有密接', clear: '已解除' }
const REQUESTS: Record<string, string> = {
  request: '请求',
  query: '询问',
  missing: '少了东西',
  wrong: '送错了',
  damaged: '有损坏',
  late: '还没送到',
  visit: '请上门',
}
const MODULES: Record<keyof Settings['modules'], string> = {
  marks: '确诊密接标记',
  disinfection: '进出消毒登记',
  rounds: '核酸登记',
  accounts: '账目',
}
const PLACES: Record<string, string> = { supermarket: '🛒超市', pharmacy: '💊药店' }
const ROLES: Record<string, string> = { staff: '工作人员', volunteer: '志愿者', head: '主任' }

const FAULTS: Record<StoreFault, string> = {
  locked: '数据库被别的程序占用',
  full: '磁盘满了',
  readOnly: '数据库只能读、不能写',
  away: '数据库没有应答',
  damaged: '数据库文件坏了',
}
const REMEDIES: Record<StoreFault, string> = {
  locked: '请关掉占用它的程序',
  full: '请清出磁盘空间',
  readOnly: '请检查数据库文件和文件夹的权限',
  away: '请检查数据库和磁盘是否正常',
  damaged: '请停下机器人，用最近的备份恢复',
}
const JOBS: Record<JobName, string> = {
  ask: '问需求',
  calls: '电话名单',
  lastCall: '截止前再问一遍',
  cutOff: '截止',
  digest: '发清单',
  remind: '提醒未送',
  thanks: '请签收',
  passages: '催登记消毒',
  report: '日报',
  backup: '数据备份',
  clean: '删去到期的记录',
}

const disinfection = (place: string): string => `进出请消毒并回：进${place} 已消毒`

const gathered = (facts: Gathered, today: string): string => {
  const out: string[] = []
  if (facts.taken.length > 0) {
    const days = new Set(facts.taken.map((order) => order.day))
    const same = days.size === 1 ? `（${facts.taken[0]?.day === today ? '今天' : dateOf(facts.taken[0]?.day ?? '')}送）` : ''
    out.push(`✅已记下${same}：`)
    for (const order of facts.taken)
      out.push(`${order.door} ${masked(order.lines)}${same === '' ? `（${order.day === today ? '今天' : dateOf(order.day)}送）` : ''}`)
  }
  for (const change of facts.changed) {
    if ([...change.set, ...change.removed].some((line) => line.item === '')) {
      out.push(`✅${change.door} 的单改好了`)
      continue
    }
    const parts = [
      ...(change.added.length > 0 ? [`加${masked(change.added)}`] : []),
      ...(change.set.length > 0 ? [`改为${masked(change.set)}`] : []),
      ...(change.removed.length > 0 ? [`去掉${masked(change.removed.map((line) => ({ ...line, qty: null })))}`] : []),
    ]
    out.push(`✅${change.door} 已${parts.join('，')}`)
  }
  if (facts.cancelled.length > 0) out.push(`✅${facts.cancelled.join('、')} 的单已取消`)
  for (const one of facts.bound) out.push(`✅${one.name} 记为 ${one.door}`)
  for (const one of facts.out) out.push(`${one.door} 订的${goodsOf(one)}缺货，先不送了`)
  for (const one of facts.arrived) out.push(`${one.door} 等的${goodsOf(one)}到货了，会给您送去`)
  if (facts.atDoor.length > 0) out.push(`📦${facts.atDoor.join('、')} 的东西放在门口了，取走后请回复“收到”`)
  for (const name of facts.askDoor) out.push(`@${name} 您的需要记下了，请回复门牌号（如 202 或 3-2-202）`)
  for (const one of facts.askNeed) out.push(`❓${one.door} 是要订 ${masked(one.lines)} 吗？回“是”就记下，回“不”就不记`)
  if (facts.gaps.length > 0)
    out.push(
      `🙏${facts.gaps.map(({ from, until }) => `${from}–${until}`).join('、')} 我没连上群，那时写的需要可能没收到。还没看到“已记下”的，请再发一次，麻烦大家了`,
    )
  out.push(...facts.texts)
  return out.join('\n')
}

const list = (facts: Listed): string[] => {
  const head = `【${facts.gridName} ${dateOf(facts.day)}清单】${facts.entries.length}户`
  if (facts.entries.length + facts.marked.length === 0)
    return [[`${head}，今天没有要送的`, ...officeZh.overdue(facts.overdue), ...officeZh.unnamed(facts.unnamed)].join('\n')]
  const marked = ({ place, level, carrier, households }: Listed['marked'][number]): string =>
    `☣️${place}${LEVELS[level] ?? level}：${households}户，${carrier === null ? '工作人员' : carrier}专人送，排在最后`
  const disinfects = facts.disinfect && facts.marked.length > 0
  const total = (item: Listed['places'][number]['items'][number]): string =>
    `${withAmount(item.item, item.qty > 0 ? amount(item.qty, item.unit) : '')}${item.unstated > 0 ? `${item.qty > 0 ? '+' : ''}${item.unstated}户未说数量` : ''}${item.specs.length > 0 ? `(${item.specs.join('、')})` : ''}${mark(item)}`
  const totals = facts.places.map(
    ({ place, items, medicines }) =>
      `${PLACES[place] ?? place}：${[...items.map(total), ...(medicines > 0 ? [`药品${medicines}种`] : [])].join('、')}`,
  )
  const more = [
    ...(facts.openAlerts > 0 ? [`未接警报${facts.openAlerts}条`] : []),
    ...(facts.openDoubles > 0 ? [`疑似重复${facts.openDoubles}条未定`] : []),
    ...(facts.openRequests > 0 ? [`未办请求${facts.openRequests}件`] : []),
    ...(facts.waitingReview > 0 ? [`看不准的消息${facts.waitingReview}条`] : []),
  ]
  return [
    [
      head,
      ...totals,
      ...facts.marked.map(marked),
      ...(disinfects ? [`🧴${disinfection(facts.marked[0]?.place ?? '')}`] : []),
      ...(more.length > 0 ? [`⚠️${more.join('，')}`] : []),
    ].join('\n'),
    ...facts.entries.map((one) => entry(one, facts.masked)),
    ...loadsZh(facts.loads, facts.kilogramsPerTrip),
    ...officeZh.overdue(facts.overdue),
    ...officeZh.unnamed(facts.unnamed),
    ...(facts.unknown.length === 0
      ? []
      : [
          `目录里没有的：${facts.unknown.map(({ item, times }) => `${item}${times > 1 ? `×${times}` : ''}`).join('、')}。请管理员登记：linxu catalogue add`,
        ]),
  ]
}

const report = (facts: Reported): string[] => {
  const sum = (of: 'households' | 'bags' | 'lines' | 'medicines'): number => facts.grids.reduce((total, grid) => total + grid[of], 0)
  const brought = (of: { households: number; bags: number; lines: number; medicines: number }): string =>
    `${of.households}户${of.bags}袋${of.lines}样（药品${of.medicines}样）`
  const all = { households: sum('households'), bags: sum('bags'), lines: sum('lines'), medicines: sum('medicines') }
  const alert = ({ kind, place, at, takenAt, takenBy, closedAt }: Reported['alerts'][number]): string =>
    `${KINDS[kind] ?? kind} ${place} ${at}，${takenAt === null ? '还没人接' : `${takenAt} ${takenBy ?? ''}接手`}${closedAt === null ? '' : `，${closedAt}解决`}`
  return [
    `【${facts.name} ${dateOf(facts.day)}日报】`,
    all.bags === 0 ? '送达：没有' : `送达：${brought(all)}${facts.first === null ? '' : `，第一单${facts.first}，最后一单${facts.last}`}`,
    ...(facts.grids.length > 1 ? facts.grids.map((grid) => `${grid.name}：送达${brought(grid)}，没送到${grid.undelivered}户`) : []),
    facts.undelivered.length === 0 ? '没送到：没有' : `没送到${facts.undelivered.length}户：`,
    ...facts.undelivered.map(({ door, reason }) => `${door} ${reason === null ? '没说原因' : quoted(reason)}`),
    `请求：${facts.requests.came}件，未办${facts.requests.open}件`,
    facts.alerts.length === 0 ? '警报：没有' : `警报${facts.alerts.length}条：`,
    ...facts.alerts.map(alert),
    ...facts.rounds.map(({ no, done }) => `第${no}轮核酸：今天做了${done}户`),
  ]
}

const missingLines = ({ byUnit }: Pick<MissingFacts, 'byUnit'>): string[] =>
  byUnit.map(({ unit, all, homes }) => {
    const home = ({ room, reason, phone }: MissingFacts['byUnit'][number]['homes'][number]): string => {
      const more = [reason, phone].filter((part) => part !== null)
      return more.length === 0 ? room : `${room}（${more.join('，')}）`
    }
    return `${unit}：${all ? `全部${homes.length}户` : homes.map(home).join('、')}`
  })

const TAGS: Record<TagName, string> = {
  alone: '独居',
  'no-phone': '无手机',
  'over-80': '80岁以上',
  chronic: '慢病',
  carer: '需照护',
}

const toCall = (one: ToCallFacts, hide: boolean): string => {
  const known = hide ? [] : [...one.tags.map((tag) => TAGS[tag]), ...(one.phone === null ? [] : [`☎${one.phone}`])]
  const news = [...(one.tried ? ['今天没接'] : []), ...(one.days > 0 ? [`已${one.days}天没联系上`] : [])]
  return `${one.door} ${[...known, ...news].join('、')}`.trim()
}

export const zh: Wording = {
  ...officeZh,
  ...accountsZh,
  ...carryingZh,
  ask: ({ day, until, words }) =>
    words?.replaceAll('{day}', dateOf(day)).replaceAll('{until}', until) ??
    `各位邻居好，登记${dateOf(day)}的采购：需要什么（菜、米面油、日用品、慢性病的药都可以），请在群里写明门牌号、东西和数量。${until}截止。`,
  lastCall: ({ day, until }) =>
    `📣还没有看到本单元登记${dateOf(day)}的采购。有需要的（慢性病的药也算）请在${until}前说一声，写明门牌号；不需要的回一句“不需要”，我们也放心。`,
  asked: ({ groups }) => (groups === 0 ? '没有找到这些单元的群' : `✓已在${groups}个群里问需求`),
  callList: ({ gridName, entries, masked: hide }) =>
    entries.length === 0
      ? [`【${gridName}】今天要打电话的都联系上了`]
      : [
          `【${gridName} 电话名单】${entries.length}户没有下单，请打个电话问问：`,
          ...entries.map((one) => toCall(one, hide)),
          '打完回：门牌 打了,要小米2斤 · 门牌 不需要 · 门牌 没接',
        ],
  unheard: ({ entries, masked: hide }) => [
    `⚠️这${entries.length}户已经两天以上没有联系上，请安排人上门看看：`,
    ...entries.map((one) => toCall(one, hide)),
  ],
  callsNoted: ({ reached, noNeed, unreached, unknown, left }) =>
    [
      ...(reached.length > 0 ? [`✓打通 ${reached.join('、')}`] : []),
      ...(noNeed.length > 0 ? [`✓不需要 ${noNeed.join('、')}`] : []),
      ...(unreached.length > 0 ? [`✗没接 ${unreached.join('、')}`] : []),
      ...(unknown.length > 0 ? [`没有这个门牌：${unknown.join('、')}`] : []),
      left === 0 ? '今天的电话名单打完了' : `名单上还剩${left}户`,
    ].join('\n'),
  tagged: ({ door, tags, phone, changed }) => {
    const known = [...tags.map((tag) => TAGS[tag]), ...(phone === null ? [] : [`☎${phone}`])]
    return `${changed ? '✓' : ''}${door}：${known.length === 0 ? '没有标记' : known.join('、')}${changed ? '' : '\n可以标记：独居、无手机、80岁以上、慢病、需照护、电话'}`
  },
  gathered,
  list,
  notDelivered: ({ gridName, entries, masked: hide, staffOnly }) => [
    `【${gridName}】还有${entries.length}户没送到${staffOnly > 0 ? `，另有${staffOnly}户由专人送` : ''}：`,
    ...entries.map((one) => entry(one, hide)),
  ],
  report,
  askToSign: (doors) => `今天送到的 ${doors.join('、')}，请看看东西齐不齐，回复“收到”就算签收了。谢谢大家！`,
  alert: ({ id, kind, place, words, time, repeat }) =>
    `🆘【${KINDS[kind] ?? kind}】#${id} ${place} ${time}${repeat > 0 ? `（第${repeat + 1}次提醒，还没人接）` : ''}\n“${quoted(words)}”\n接手请回复：我去`,
  alertTaken: ({ id, place, by, time }) => `👌#${id} ${place} 由${by}接手（${time}）`,
  request: ({ id, door, words, kind }) => `📝${REQUESTS[kind] ?? kind}#${id} ${door}：“${quoted(words)}”`,
  review: ({ id, place, words }) =>
    `❓R${id} 看不准，请看一眼 ${place}：“${quoted(words)}”\n看过了回：处理 R${id}；要订就写：处理 R${id} 大米10斤`,
  reviewed: ({ id, settled }) =>
    ({
      done: `✓R${id} 看过了`,
      ordered: `✓R${id} 已记成订单`,
      'not waiting': `R${id} 不在待看的里面，可能已经处理了`,
      'not understood': `R${id} 后面的话没看懂，请写成：处理 R${id} 大米10斤，住户不清楚就加上门牌`,
    })[settled],
  deliveredNoted: ({ doors, none }) =>
    [
      ...(doors.length > 0 ? [`✓已送达 ${doors.join('、')}`] : []),
      ...(none.length > 0 ? [`没有找到待送的单：${none.join('、')}`] : []),
    ].join('\n'),
  undeliveredNoted: ({ doors, none }) =>
    [
      ...(doors.length > 0 ? [`✗未送到 ${doors.join('、')}`] : []),
      ...(none.length > 0 ? [`没有找到待送的单：${none.join('、')}`] : []),
    ].join('\n'),
  stockNoted: ({ item, state, doors, counted }) =>
    doors.length === 0
      ? `${item}${state === 'out' ? '缺货' : '到货'}，没有住户在等`
      : `${item}${state === 'out' ? '缺货' : '到货'}：${counted ? `${doors.length}户` : doors.join('、')}${state === 'out' ? '，已告知住户' : ' 在等，可以送了'}`,
  riskNoted: ({ place, level, changed, until, disinfect }) =>
    `${place} ${LEVELS[level] ?? level}${changed ? '，已记下' : '，之前已记过'}${level === 'clear' ? '' : `，只由工作人员送，${dateOf(until)}自动解除${disinfect ? `。${disinfection(place)}` : ''}`}`,
  markEnded: ({ place, level }) => `${place}（${LEVELS[level] ?? level}）的标记到期，已解除。还没好的请再发一次`,
  passageNoted: ({ place, way, disinfected, time }) =>
    `✓${time} ${{ in: '进', out: '出', clean: '' }[way]}${place}${disinfected ? ' 已消毒' : `，还没消毒；消毒后请回：${place} 已消毒`}`,
  passagesMissing: ({ places }) => `🧴今天去过 ${places.join('、')}，还没有消毒登记。${disinfection(places[0] ?? '')}`,
  moduleOff: ({ module }) => `这里没有用“${MODULES[module]}”，要用请让管机器人的人在设置里打开 modules.${module}`,
  roundStarted: ({ no, place, grid }) =>
    `第${no}轮核酸开始登记${grid === null ? '' : `（${grid}网格）`}${place === null ? '' : place === 'home' ? '，上门做' : '，下楼做'}`,
  roundNoted: ({ no, doors, reasons, left }) =>
    `第${no}轮：记下${doors}户${reasons > 0 ? `，没做的原因${reasons}户` : ''}，本网格还剩${left}户`,
  roundReminder: ({ no, atHome }) =>
    `第${no}轮核酸还有邻居没做，${atHome ? '请在家等工作人员上门' : '请没做的尽快下楼'}。做完了请回：501做完了；下不了楼请说一声`,
  roundReminded: ({ no, groups, visits }) => `第${no}轮：已提醒${groups}个群${visits > 0 ? `，请上门${visits}户` : ''}`,
  roundOpen: (facts) =>
    `第${facts.no}轮还不能结束，${facts.total}户没做也没说原因：\n${missingLines(facts).join('\n')}\n说明原因请写：核酸 5-1-302 住院`,
  roundClosed: ({ no, reasons }) => `第${no}轮核酸结束${reasons > 0 ? `，${reasons}户没做，都有原因` : '，都做完了'}`,
  testedNoted: ({ no, doors }) => `✅${doors.join('、')} 第${no}轮核酸记下了`,
  visitFor: ({ no }) => `第${no}轮核酸没下楼，请上门`,
  visitsAsked: ({ no, visits }) =>
    `🚪第${no}轮核酸，这些老人没下楼，请上门：${visits.map(({ id, door }) => `#${id} ${door}`).join('、')}\n谁去请回：认领 ${visits[0]?.id ?? ''}`,
  roundMissing: ({ no, byUnit, total }) =>
    total === 0 ? `第${no}轮：都做完了` : [`第${no}轮还有${total}户没做：`, ...missingLines({ byUnit })].join('\n'),
  noRound: () => '现在没有进行中的核酸，先发“开始第N轮核酸”',
  undone: ({ changes }) => `↩已撤销（${changes}处）`,
  nothingToUndo: () => '没有可以撤销的',
  roomBound: ({ place }) => `本群记为 ${place}`,
  roomNotBound: () => '没看懂，请写：绑定 3栋2单元，或 绑定 一网格',
  staffBound: ({ name, role, grid }) => `${name} 已登记为${ROLES[role] ?? role}${grid === null ? '' : `（${grid}网格）`}`,
  codeRefused: () => '这个码不对，或者已过期、已用过，请重新要一个',
  codesLocked: () => '错的码试得太多了，请明天再试，或请主任重新给一个',
  codesTried: ({ name, times }) => `⚠️有人一天里试了${times}个错的绑定码：${name}。不认识就不要给码`,
  codeShown: () => '码发在群里，大家都看到了，已作废。请重新要一个，私信发给我',
  codeBurned: ({ name }) => `给${name}的绑定码被发在群里，已作废，请用 linxu invite 重新给一个`,
  notAllowed: () => '这件事您不能在这里做，请找本网格的工作人员',
  someMedicine: () => '药品',
  noSuchDoor: ({ doors }) => `没有这个门牌：${doors.join('、')}`,
  lateChange: ({ door, no, lines, kind }) => {
    const what = { added: '加', set: '改为', removed: '去掉', cancelled: '整单取消' }[kind]
    return `🔔${no === null ? '' : `${no}号 `}${door} ${what}${some(lines).join('、')}`
  },
  correction: ({ doors }) => `更正：${doors.join('、')} 的东西还没送到，稍后送来`,
  gap: ({ from, until, minutes, why, groups }) =>
    `⚠️${from}–${until}（约${minutes}分钟）${GAPS[why] ?? why}，这段时间群里写的我可能没收到。${groups > 0 ? `会请${groups}个楼栋群重发；` : ''}急事请打电话核实`,
  unmatched: ({ doubtful, nameless, claimed, lost, staff }) => [
    '❗这些群和人我对不上，请帮我认一下：',
    ...[...doubtful, ...nameless].map(
      ({ id, topic }) => `群 ${id}「${topic}」是哪里？请在群里写“绑定 3栋2单元”，或运行 linxu rooms bind ${id} 3-2`,
    ),
    ...claimed.map(
      ({ id, topic, grid }) =>
        `群 ${id}「${topic}」自称是工作群，还没有登记过的工作人员在里面说过话，清单和警报先不发进去。是的话请在群里说句话，或运行 linxu rooms bind ${id} ${grid}网格；不是请退出`,
    ),
    ...lost.map(({ topic }) => `之前的「${topic}」现在看不到`),
    ...(staff.length > 0 ? [`认不出的工作人员：${staff.join('、')}，请重新要一个码（linxu invite）发给我`] : []),
  ],
  refused: ({ place, tries, words }) =>
    `⚠️发不进「${place}」（试了${tries}次），请看看账号是不是被禁言、移出群或限制了${words === null ? '' : `。要说的是：\n${words}`}`,
  helloNew: ({ name }) => `@${name} 欢迎！请告诉大家您住几栋几单元几号（如 3-2-501），方便给您登记`,
  storeFault: ({ fault }) => `${FAULTS[fault]}，消息先存进备用文件，好了会自动补记。${REMEDIES[fault]}`,
  spooling: () => '消息存进了备用文件，好了会自动补记，请不要删除它',
  storeAgain: ({ fault, from, until, kept }) =>
    `⚠️${from}至${until} ${fault === null ? '数据库出了故障' : FAULTS[fault]}，现在好了。${kept > 0 ? `这期间的${kept}条消息已按顺序补记` : '这期间没有消息要补记'}`,
  jobMissed: ({ job, day, time, skipped }) =>
    `⏰${dateOf(day)}${time}的“${JOBS[job]}”${skipped ? '错过太久，这次不补了，需要的话请人工处理' : '晚了，现在补上'}`,
  cleaningFailed: () => '⚠️昨晚到期的记录没有删干净，请管机器人的人看一下（运行 linxu doctor）',
  backupFailed: () => '⚠️昨晚的数据备份没有做成，请管机器人的人看一下（运行 linxu doctor）',
}
