/** What the bot says of requests, duty and newcomers, in English. */
import { quoted } from '../legible.js'
import type { NewcomerShown, OfficeWording, RequestShown, SaidThen } from './office.js'

const KINDS: Record<string, string> = { medicine: 'medicine', emergency: 'emergency', distress: 'distress' }
const STEPS: Record<string, string> = {
  duty: 'told to duty',
  grid: 'told to the grid',
  heads: 'told to the head',
  all: 'told to all staff',
  taken: 'taken by',
  asked: 'asked',
  closed: 'closed by',
}
const shift = ({ day, from, until }: { day: string | null; from: string; until: string }): string =>
  `${day ?? 'every day'} ${from}–${until === '00:00' ? '24:00' : until}${until <= from && until !== '00:00' ? ' (next day)' : ''}`
const STATES: Record<string, string> = { open: 'not taken', taken: 'under way', done: 'done' }
const SHORT = 40

const short = (words: string): string => (words.length > SHORT ? `${quoted(words).slice(0, SHORT)}…` : quoted(words))
const since = (hours: number): string => (hours >= 24 ? `${Math.floor(hours / 24)} days` : `${hours} h`)
const shown = ({ id, door, words, owner, hours, overdue }: RequestShown): string =>
  `${overdue ? '⏰' : ''}#${id} ${door} "${quoted(words)}" ${owner ?? 'nobody took it'}, ${since(hours)}`

const then = ({ day, time, who, words }: SaidThen): string => `  ${day} ${time} ${who ?? ''} "${quoted(words)}"`
const newcomer = ({ group, name, joined }: NewcomerShown): string => `"${group}" ${name}${joined === null ? '' : ` (joined ${joined})`}`
const NAMED = 10

export const officeEn: OfficeWording = {
  newcomers: (people) =>
    people.length === 0
      ? ['Everyone in the groups has said where they live']
      : [`${people.length} have not said where they live:`, ...people.map(newcomer)],
  unnamed: (people) =>
    people.length === 0
      ? []
      : [
          `Joined and never said where they live (${people.length}): ${people.slice(0, NAMED).map(newcomer).join(', ')}${people.length > NAMED ? '…' : ''}`,
        ],
  knownOf: ({ group, names, remark, door, joined, earlier, answers }) => [
    'Their door is not known. All that is known; please find them now, and answer them yourself:',
    `Group: ${group}; names: ${names.join(', ')}${remark === null ? '' : `; remark: ${remark}`}`,
    ...(door === null ? [] : [`Door: ${door}`]),
    joined === null ? 'Joined: not seen' : `Joined: ${joined.day} ${joined.time}`,
    ...(earlier.length === 0 ? ['Never wrote before'] : ['Wrote before:', ...earlier.map(then)]),
    ...(answers.length === 0 ? ['No neighbour has answered yet'] : ['Neighbours who answered:', ...answers.map(then)]),
  ],
  saidAfterCry: ({ id, who, own, words }) => `💬#${id} ${own ? 'they wrote again' : `in their group, ${who}`}: "${quoted(words)}"`,
  doorOfCry: ({ id, door }) => `🚪#${id} lives at ${door}`,
  dutyNoted: ({ name, off, changed, ...facts }) =>
    off
      ? changed
        ? `✓${name} is off duty ${shift(facts)}`
        : `${name} is not on the rota for ${shift(facts)}`
      : `✓${name} is on duty ${shift(facts)}${changed ? '' : ' (known already)'}`,
  rota: ({ shifts, current }) =>
    [
      current.length === 0 ? 'Nobody is on duty now: alerts go to the grid first' : `On duty now: ${current.join(', ')}`,
      ...shifts.map((one) => `${shift(one)} ${one.name}`),
      ...(shifts.length === 0 ? ['Write 值班 小王 今天 夜班 (早班, 晚班, or 20:00-08:00)'] : []),
    ].join('\n'),
  alertClosed: ({ id, place, by, time, words }) => `✅#${id} ${place} closed (${by} ${time})${words === '' ? '' : `: ${quoted(words)}`}`,
  alertUnclosed: ({ id, place, by, minutes }) =>
    `⏰#${id} ${place} taken by ${by} ${minutes} minutes ago: how does it go? To close it reply: 解决了：RESULT`,
  alertPage: ({ open }) => ({ title: 'Alerts', open: open === 0 ? 'No alert is open' : `${open} not closed yet` }),
  pageFailed: () => 'The database does not answer just now, please open the page again later',
  alertSteps: (alerts) =>
    alerts.length === 0
      ? ['No alerts']
      : alerts.map(({ id, kind, place, time, steps, outcome }) =>
          [
            `🆘[${KINDS[kind] ?? kind}] #${id} ${place} ${time}`,
            ...steps.map((one) => `  ${one.time} ${STEPS[one.step] ?? one.step}${one.name === null ? '' : ` ${one.name}`}`),
            ...(outcome === null || outcome === '' ? [] : [`  Result: ${quoted(outcome)}`]),
          ].join('\n'),
        ),
  requestList: ({ gridName, open }) =>
    open.length === 0
      ? [`[${gridName}] No open requests`]
      : [`[${gridName}, requests] ${open.length} open:`, ...open.map(shown), '认领 NUMBER · 回复 NUMBER：… · 办结 NUMBER：…'],
  overdue: (open) => (open.length === 0 ? [] : [`${open.length} requests are overdue:`, ...open.map(shown)]),
  requestNoted: ({ id, door, status, owner, back }) =>
    `✓#${id} ${door} ${STATES[status] ?? status}${owner === null ? '' : `, ${owner}`}${back === 'passed' ? ', passed back to the resident' : back === 'nobody' ? ', no group of theirs is known: please call' : ''}`,
  requestAnswered: ({ door, asked, words, done }) =>
    `${door}${asked === null ? '' : `: "${short(asked)}"`} ${done ? 'is done' : 'the office answers'}${words === '' ? '' : `: ${quoted(words)}`}`,
  noSuchRequest: ({ id }) => `There is no request #${id}; see 请求清单`,
  noSuchStaff: ({ name }) => `Nobody of the staff is called "${name}", or more than one`,
  someNumber: () => '(number sent in private)',
}
