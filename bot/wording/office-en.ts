/** What the bot says of requests, duty and newcomers, in English. */
import { quoted } from '../legible.js'
import type { OfficeWording, RequestShown } from './office.js'

const STATES: Record<string, string> = { open: 'not taken', taken: 'under way', done: 'done' }
const SHORT = 40

const short = (words: string): string => (words.length > SHORT ? `${quoted(words).slice(0, SHORT)}…` : quoted(words))
const since = (hours: number): string => (hours >= 24 ? `${Math.floor(hours / 24)} days` : `${hours} h`)
const shown = ({ id, door, words, owner, hours, overdue }: RequestShown): string =>
  `${overdue ? '⏰' : ''}#${id} ${door} "${quoted(words)}" ${owner ?? 'nobody took it'}, ${since(hours)}`

export const officeEn: OfficeWording = {
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
