/** What the bot says in English. */
import type { Settings } from '../../config/settings.js'
import type { TagName } from '../../parsers/types.js'
import type { StoreFault } from '../../store/faults.js'
import { quoted } from '../legible.js'
import type { JobName } from '../schedule.js'
import { accountsEn } from './accounts-en.js'
import { carryingEn, loadsEn } from './carrying-en.js'
import { entry, mark } from './entry-en.js'
import { officeEn } from './office-en.js'
import { amount, goodsOf, masked, medicinesOf, some } from './said-en.js'
import type { Gathered, Listed, MissingFacts, Reported, ToCallFacts, Wording } from './wording.js'

const KINDS: Record<string, string> = { medicine: 'MEDICINE', emergency: 'EMERGENCY', distress: 'DISTRESS' }
const GAPS: Record<string, string> = {
  logout: 'the account was logged out',
  connection: 'the connection was lost',
  down: 'the program did not run',
}
const LEVELS: Record<string, string> = { confirmed: 'has a confirmed case', contact: 'has a close contact', clear: 'is cleared' }
const REQUESTS: Record<string, string> = {
  request: 'Request',
  query: 'Question',
  missing: 'Something missing',
  wrong: 'Wrong goods',
  damaged: 'Damaged',
  late: 'Not there yet',
  visit: 'To be visited',
}
const MODULES: Record<keyof Settings['modules'], string> = {
  marks: 'Marks on units',
  disinfection: 'Notes of disinfection',
  rounds: 'Test rounds',
  accounts: 'Accounts',
}
const disinfection = (place: string): string => `Disinfect on the way in and out, and send: 进${place} 已消毒`
const PLACES: Record<string, string> = { supermarket: '🛒Supermarket', pharmacy: '💊Pharmacy' }

const FAULTS: Record<StoreFault, string> = {
  locked: 'another program holds the database',
  full: 'the disk is full',
  readOnly: 'the database cannot be written',
  away: 'the database does not answer',
  damaged: 'the database file is damaged',
}
const REMEDIES: Record<StoreFault, string> = {
  locked: 'end the program that holds it',
  full: 'free some space',
  readOnly: 'check the permissions of the database file and its folder',
  away: 'check that the database and its disk are well',
  damaged: 'stop the bot and restore the newest backup',
}
const JOBS: Record<JobName, string> = {
  ask: 'question for needs',
  calls: 'call list',
  lastCall: 'last call before the cut-off',
  cutOff: 'cut-off',
  digest: 'pick list',
  remind: 'reminder of what is not delivered',
  thanks: 'question to sign',
  passages: 'question for disinfection',
  report: 'daily report',
  backup: 'backup of the data',
  clean: 'removing what is not kept',
}

const gathered = (facts: Gathered, today: string): string => {
  const out: string[] = []
  if (facts.taken.length > 0) out.push('✅Noted:')
  for (const order of facts.taken) out.push(`${order.door} ${masked(order.lines)} (for ${order.day === today ? 'today' : order.day})`)
  for (const change of facts.changed) {
    if ([...change.set, ...change.removed].some((line) => line.item === '')) {
      out.push(`✅${change.door}: the order is changed`)
      continue
    }
    const parts = [
      ...(change.added.length > 0 ? [`added ${masked(change.added)}`] : []),
      ...(change.set.length > 0 ? [`changed to ${masked(change.set)}`] : []),
      ...(change.removed.length > 0 ? [`removed ${masked(change.removed.map((line) => ({ ...line, qty: null })))}`] : []),
    ]
    out.push(`✅${change.door}: ${parts.join('; ')}`)
  }
  if (facts.cancelled.length > 0) out.push(`✅Cancelled: ${facts.cancelled.join(', ')}`)
  for (const one of facts.bound) out.push(`✅${one.name} is ${one.door}`)
  for (const one of facts.out) out.push(`${one.door}: ${goodsOf(one)} out of stock, left out`)
  for (const one of facts.arrived) out.push(`${one.door}: ${goodsOf(one)} arrived and will be brought to you`)
  if (facts.atDoor.length > 0) out.push(`📦At the door: ${facts.atDoor.join(', ')}. Please reply "received" (收到) when you have it`)
  for (const name of facts.askDoor) out.push(`@${name} noted; please reply with your door number (such as 202 or 3-2-202) 门牌号`)
  for (const one of facts.askNeed)
    out.push(`❓${one.door}: do you want to order ${masked(one.lines)}? Reply "yes" (是) to have it noted, "no" (不) to drop it`)
  if (facts.gaps.length > 0)
    out.push(
      `🙏I was not connected ${facts.gaps.map(({ from, until }) => `${from}–${until}`).join(', ')} and may have missed what was written then. If you saw no "Noted", please send it again. Sorry and thank you`,
    )
  out.push(...facts.texts)
  return out.join('\n')
}

const list = (facts: Listed): string[] => {
  const head = `[${facts.gridName} ${facts.day}] ${facts.entries.length} households`
  const marked = ({ place, level, carrier, households }: Listed['marked'][number]): string =>
    `☣️${place} ${LEVELS[level] ?? level}: ${households} households, carried by ${carrier ?? 'staff'} only, last`
  const disinfects = facts.disinfect && facts.marked.length > 0
  if (facts.entries.length + facts.marked.length === 0)
    return [[`${head}: nothing to carry today`, ...officeEn.overdue(facts.overdue), ...officeEn.unnamed(facts.unnamed)].join('\n')]
  const total = (item: Listed['places'][number]['items'][number]): string =>
    `${item.item}${item.qty > 0 ? amount(item.qty, item.unit) : ''}${item.unstated > 0 ? ` +${item.unstated} without a quantity` : ''}${item.specs.length > 0 ? ` (${item.specs.join(', ')})` : ''}${mark(item)}`
  const totals = facts.places.map(
    ({ place, items, medicines }) =>
      `${PLACES[place] ?? place}: ${[...items.map(total), ...(medicines > 0 ? [medicinesOf(medicines)] : [])].join(', ')}`,
  )
  const more = [
    ...(facts.openAlerts > 0 ? [`alerts nobody took: ${facts.openAlerts}`] : []),
    ...(facts.openDoubles > 0 ? [`doubles to settle: ${facts.openDoubles}`] : []),
    ...(facts.openRequests > 0 ? [`open requests: ${facts.openRequests}`] : []),
    ...(facts.waitingReview > 0 ? [`messages to look at: ${facts.waitingReview}`] : []),
  ]
  return [
    [
      head,
      ...totals,
      ...facts.marked.map(marked),
      ...(disinfects ? [`🧴${disinfection(facts.marked[0]?.place ?? '')}`] : []),
      ...(more.length > 0 ? [`⚠️${more.join(', ')}`] : []),
    ].join('\n'),
    ...facts.entries.map((one) => entry(one, facts.masked)),
    ...loadsEn(facts.loads, facts.kilogramsPerTrip),
    ...officeEn.overdue(facts.overdue),
    ...officeEn.unnamed(facts.unnamed),
    ...(facts.unknown.length === 0
      ? []
      : [
          `Not in the catalogue: ${facts.unknown.map(({ item, times }) => `${item}${times > 1 ? ` ×${times}` : ''}`).join(', ')}. To file them: linxu catalogue add`,
        ]),
  ]
}
const noted = (sign: string, what: string, { doors, none }: { doors: string[]; none: string[] }): string =>
  [
    ...(doors.length > 0 ? [`${sign}${what} ${doors.join(', ')}`] : []),
    ...(none.length > 0 ? [`No open order for: ${none.join(', ')}`] : []),
  ].join('\n')

const report = (facts: Reported): string[] => {
  const sum = (of: 'households' | 'bags' | 'lines' | 'medicines'): number => facts.grids.reduce((total, grid) => total + grid[of], 0)
  const brought = (of: { households: number; bags: number; lines: number; medicines: number }): string =>
    `${of.households} households, ${of.bags} bags, ${of.lines} lines (${medicinesOf(of.medicines)})`
  const all = { households: sum('households'), bags: sum('bags'), lines: sum('lines'), medicines: sum('medicines') }
  const alert = ({ kind, place, at, takenAt, takenBy, closedAt }: Reported['alerts'][number]): string =>
    `${KINDS[kind] ?? kind} ${place} ${at}, ${takenAt === null ? 'nobody took it' : `taken ${takenAt} by ${takenBy ?? ''}`}${closedAt === null ? '' : `, closed ${closedAt}`}`
  return [
    `[${facts.name}: report of ${facts.day}]`,
    all.bags === 0
      ? 'Delivered: nothing'
      : `Delivered: ${brought(all)}${facts.first === null ? '' : `, the first ${facts.first}, the last ${facts.last}`}`,
    ...(facts.grids.length > 1 ? facts.grids.map((grid) => `${grid.name}: ${brought(grid)}; ${grid.undelivered} not delivered`) : []),
    facts.undelivered.length === 0 ? 'Not delivered: none' : `Not delivered, ${facts.undelivered.length}:`,
    ...facts.undelivered.map(({ door, reason }) => `${door} ${reason === null ? 'no reason given' : quoted(reason)}`),
    `Requests: ${facts.requests.came}, open ${facts.requests.open}`,
    facts.alerts.length === 0 ? 'Alerts: none' : `Alerts, ${facts.alerts.length}:`,
    ...facts.alerts.map(alert),
    ...facts.rounds.map(({ no, done }) => `Test round ${no}: ${done} households today`),
  ]
}

const missingLines = ({ byUnit }: Pick<MissingFacts, 'byUnit'>): string[] =>
  byUnit.map(({ unit, all, homes }) => {
    const home = ({ room, reason, phone }: MissingFacts['byUnit'][number]['homes'][number]): string => {
      const more = [reason, phone].filter((part) => part !== null)
      return more.length === 0 ? room : `${room} (${more.join(', ')})`
    }
    return `${unit}: ${all ? `all ${homes.length}` : homes.map(home).join(', ')}`
  })

const TAGS: Record<TagName, string> = {
  alone: 'lives alone',
  'no-phone': 'no smartphone',
  'over-80': 'over 80',
  chronic: 'chronic illness',
  carer: 'needs a carer',
}
const toCall = (one: ToCallFacts, hide: boolean): string => {
  const known = hide ? [] : [...one.tags.map((tag) => TAGS[tag]), ...(one.phone === null ? [] : [`☎${one.phone}`])]
  const news = [...(one.tried ? ['no answer today'] : []), ...(one.days > 0 ? [`not heard of for ${one.days} days`] : [])]
  return `${one.door} ${[...known, ...news].join(', ')}`.trim()
}

export const en: Wording = {
  ...officeEn,
  ...accountsEn,
  ...carryingEn,
  ask: ({ day, until, words }) =>
    words?.replaceAll('{day}', day).replaceAll('{until}', until) ??
    `Hello neighbours, orders for ${day}: write your door number, what you need (food, household goods, regular medicines) and how much. Until ${until}.`,
  lastCall: ({ day, until }) =>
    `📣Nobody of this unit has ordered for ${day} yet. Write what you need (regular medicines, too) and your door number before ${until}; if you need nothing, just say so (不需要).`,
  asked: ({ groups }) => (groups === 0 ? 'No group of these units is known' : `✓Asked in ${groups} groups`),
  callList: ({ gridName, entries, masked: hide }) =>
    entries.length === 0
      ? [`[${gridName}] Everyone to be called today was reached`]
      : [
          `[${gridName}, to call] ${entries.length} households have not ordered:`,
          ...entries.map((one) => toCall(one, hide)),
          'Reply: DOOR 打了,要小米2斤 · DOOR 不需要 · DOOR 没接',
        ],
  unheard: ({ entries, masked: hide }) => [
    `⚠️Nobody has heard of these ${entries.length} households for two days or more; please send somebody:`,
    ...entries.map((one) => toCall(one, hide)),
  ],
  callsNoted: ({ reached, noNeed, unreached, unknown, left }) =>
    [
      ...(reached.length > 0 ? [`✓Reached ${reached.join(', ')}`] : []),
      ...(noNeed.length > 0 ? [`✓Nothing needed ${noNeed.join(', ')}`] : []),
      ...(unreached.length > 0 ? [`✗No answer ${unreached.join(', ')}`] : []),
      ...(unknown.length > 0 ? [`No such door: ${unknown.join(', ')}`] : []),
      left === 0 ? 'The call list of today is done' : `${left} left on the list`,
    ].join('\n'),
  tagged: ({ door, tags, phone, changed }) => {
    const known = [...tags.map((tag) => TAGS[tag]), ...(phone === null ? [] : [`☎${phone}`])]
    return `${changed ? '✓' : ''}${door}: ${known.length === 0 ? 'nothing noted' : known.join(', ')}${changed ? '' : '\nTo note: 独居, 无手机, 80岁以上, 慢病, 需照护, 电话'}`
  },
  gathered,
  list,
  notDelivered: ({ gridName, entries, masked: hide, staffOnly }) => [
    `[${gridName}] ${entries.length} not delivered yet${staffOnly > 0 ? `, and ${staffOnly} that staff carry` : ''}:`,
    ...entries.map((one) => entry(one, hide)),
  ],
  report,
  askToSign: (doors) => `Brought today: ${doors.join(', ')}. Please check and reply "received" (收到). Thank you all!`,
  alert: ({ id, kind, place, words, time, repeat }) =>
    `🆘[${KINDS[kind] ?? kind}] #${id} ${place} ${time}${repeat > 0 ? ` (told ${repeat + 1} times, nobody took it)` : ''}\n"${quoted(words)}"\nTo take it reply: 我去`,
  alertTaken: ({ id, place, by, time }) => `👌#${id} ${place} taken by ${by} (${time})`,
  request: ({ id, door, words, kind }) => `📝${REQUESTS[kind] ?? kind} #${id} ${door}: "${quoted(words)}"`,
  review: ({ id, place, words }) =>
    `❓R${id} Not sure, please look: ${place}: "${quoted(words)}"\nNothing to do: reply 处理 R${id}; an order: 处理 R${id} 大米10斤`,
  reviewed: ({ id, settled }) =>
    ({
      done: `✓R${id} looked at`,
      ordered: `✓R${id} is an order now`,
      'not waiting': `R${id} does not wait; somebody may have worked it`,
      'not understood': `R${id}: the words behind it are not clear; write 处理 R${id} 大米10斤, with the door where it is not known`,
    })[settled],
  deliveredNoted: (facts) => noted('✓', 'Delivered', facts),
  undeliveredNoted: (facts) => noted('✗', 'Not delivered', facts),
  stockNoted: ({ item, state, doors, counted }) =>
    doors.length === 0
      ? `${item} ${state === 'out' ? 'out of stock' : 'arrived'}: nobody waits for it`
      : `${item} ${state === 'out' ? 'out of stock' : 'arrived'}: ${counted ? doors.length : doors.join(', ')}${state === 'out' ? ' (told)' : ''}`,
  riskNoted: ({ place, level, changed, until, disinfect }) =>
    `${place} ${LEVELS[level] ?? level}${changed ? ', noted' : ', known already'}${level === 'clear' ? '' : `, staff only, ends by itself on ${until}${disinfect ? `. ${disinfection(place)}` : ''}`}`,
  markEnded: ({ place, level }) =>
    `The time of ${place} (${LEVELS[level] ?? level}) is over and the mark lifted. If it still holds, send it again`,
  passageNoted: ({ place, way, disinfected, time }) =>
    `✓${time} ${{ in: 'into ', out: 'out of ', clean: '' }[way]}${place}${disinfected ? ', disinfected' : `, not disinfected yet; afterwards send: ${place} 已消毒`}`,
  passagesMissing: ({ places }) =>
    `🧴Somebody was in ${places.join(', ')} today and no disinfection is noted. ${disinfection(places[0] ?? '')}`,
  moduleOff: ({ module }) => `${MODULES[module]} are not in use here; whoever runs the bot can turn them on: modules.${module}`,
  roundStarted: ({ no, place, grid }) =>
    `Test round ${no} begins${grid === null ? '' : ` in grid ${grid}`}${place === null ? '' : place === 'home' ? ', at the doors' : ', downstairs'}`,
  roundNoted: ({ no, doors, reasons, left }) =>
    `Round ${no}: ${doors} noted${reasons > 0 ? `, ${reasons} with a reason` : ''}, ${left} left in this grid`,
  roundReminder: ({ no, atHome }) =>
    `Test round ${no}: some neighbours are still to come. ${atHome ? 'Please wait at home for the staff' : 'Please come down'}. When done write: 501做完了; say so if you cannot come down`,
  roundReminded: ({ no, groups, visits }) => `Round ${no}: ${groups} groups reminded${visits > 0 ? `, ${visits} to be visited` : ''}`,
  roundOpen: (facts) =>
    `Round ${facts.no} cannot be closed: ${facts.total} neither done nor with a reason:\n${missingLines(facts).join('\n')}\nTo give one write: 核酸 5-1-302 住院`,
  roundClosed: ({ no, reasons }) =>
    `Test round ${no} is closed${reasons > 0 ? `, ${reasons} not tested, each with a reason` : ', all done'}`,
  testedNoted: ({ no, doors }) => `✅${doors.join(', ')}: round ${no} noted`,
  visitFor: ({ no }) => `Did not come down for test round ${no}, please visit`,
  visitsAsked: ({ no, visits }) =>
    `🚪Round ${no}: these did not come down, please visit: ${visits.map(({ id, door }) => `#${id} ${door}`).join(', ')}\nWhoever goes: 认领 ${visits[0]?.id ?? ''}`,
  roundMissing: ({ no, byUnit, total }) =>
    total === 0 ? `Round ${no}: all done` : [`Round ${no}, ${total} to go:`, ...missingLines({ byUnit })].join('\n'),
  noRound: () => 'No test round is running; send 开始第N轮核酸 first',
  undone: ({ changes }) => `↩Taken back (${changes} changes)`,
  nothingToUndo: () => 'Nothing to take back',
  roomBound: ({ place }) => `This group is ${place}`,
  roomNotBound: () => 'Please write 绑定 3栋2单元 or 绑定 一网格',
  staffBound: ({ name, role, grid }) => `${name} is now ${role}${grid === null ? '' : ` of grid ${grid}`}`,
  codeRefused: () => 'This code is wrong, expired or used; ask for a new one',
  codesLocked: () => 'Too many wrong codes: try again tomorrow, or ask the head for a new one',
  codesTried: ({ name, times }) => `⚠️${name} has tried ${times} wrong codes in a day. Give no code to whom you do not know`,
  codeShown: () => 'That code was shown to a group and is worth nothing now. Ask for a new one and send it to me in private',
  codeBurned: ({ name }) => `The code for ${name} was shown to a group and is worth nothing now; make a new one with linxu invite`,
  notAllowed: () => 'You may not do that here; ask the staff of this grid',
  someMedicine: () => 'a medicine',
  noSuchDoor: ({ doors }) => `No such door: ${doors.join(', ')}`,
  lateChange: ({ door, no, lines, kind }) => {
    const what = { added: 'add', set: 'change to', removed: 'leave out', cancelled: 'cancelled' }[kind]
    return `🔔${no === null ? '' : `No. ${no} `}${door}: ${what} ${some(lines).join(', ')}`
  },
  correction: ({ doors }) => `Correction: ${doors.join(', ')} not delivered yet, to follow`,
  gap: ({ from, until, minutes, why, groups }) =>
    `⚠️${from}–${until} (about ${minutes} min) ${GAPS[why] ?? why}: what was written in groups then may be missing.${groups > 0 ? ` ${groups} groups will be asked to repeat.` : ''} Please check by phone what is urgent`,
  unmatched: ({ doubtful, nameless, claimed, lost, staff }) => [
    '❗I cannot match these groups and people, please help:',
    ...[...doubtful, ...nameless].map(
      ({ id, topic }) => `What is group ${id} "${topic}"? Write 绑定 3栋2单元 in it, or run linxu rooms bind ${id} 3-2`,
    ),
    ...claimed.map(
      ({ id, topic, grid }) =>
        `Group ${id} "${topic}" calls itself a staff group, and no bound staff wrote there yet: no list and no alert goes there. If it is yours, write in it, or run linxu rooms bind ${id} ${grid}网格; if not, leave it`,
    ),
    ...lost.map(({ topic }) => `The earlier group "${topic}" is not shown any more`),
    ...(staff.length > 0 ? [`Staff not recognised: ${staff.join(', ')}. Please ask for a new code (linxu invite) and send it to me`] : []),
  ],
  refused: ({ place, tries, words }) =>
    `⚠️Cannot send to "${place}" (${tries} tries): is the account muted, removed from the group or limited?${words === null ? '' : ` It was to say:\n${words}`}`,
  helloNew: ({ name }) => `@${name} welcome! Please tell us your building, unit and room (such as 3-2-501)`,
  storeFault: ({ fault }) => `${FAULTS[fault]}; messages are kept in a spare file and taken in afterwards. What to do: ${REMEDIES[fault]}`,
  spooling: () => 'messages are kept in a spare file and taken in when the database is back: do not delete it',
  storeAgain: ({ fault, from, until, kept }) =>
    `⚠️From ${from} to ${until} ${fault === null ? 'the database could not be written' : FAULTS[fault]}; it is well again. ${kept > 0 ? `${kept} messages of that time were taken in, in order` : 'No messages came in that time'}`,
  jobMissed: ({ job, day, time, skipped }) =>
    `⏰The ${JOBS[job]} of ${day} ${time} ${skipped ? 'was missed for too long and is left out; do it by hand if it is needed' : 'was missed and runs now'}`,
  cleaningFailed: () => '⚠️What is not kept any more was not all removed last night: whoever runs the bot should look (linxu doctor)',
  backupFailed: () => '⚠️ Last night’s backup of the data failed: whoever runs the bot should look (linxu doctor)',
}
