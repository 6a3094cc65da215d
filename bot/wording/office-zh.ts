/** What the bot says of requests, duty and newcomers, in Chinese. */
import { quoted } from '../legible.js'
import type { OfficeWording, RequestShown } from './office.js'

const STATES: Record<string, string> = { open: '没人认领', taken: '办理中', done: '办结' }
const SHORT = 24

const short = (words: string): string => (words.length > SHORT ? `${quoted(words).slice(0, SHORT)}…` : quoted(words))
const since = (hours: number): string => (hours >= 24 ? `${Math.floor(hours / 24)}天` : `${hours}小时`)
const shown = ({ id, door, words, owner, hours, overdue }: RequestShown): string =>
  `${overdue ? '⏰' : ''}#${id} ${door} “${quoted(words)}” ${owner ?? '没人认领'}，${since(hours)}`

export const officeZh: OfficeWording = {
  requestList: ({ gridName, open }) =>
    open.length === 0
      ? [`【${gridName}】没有未办的请求`]
      : [`【${gridName} 请求】${open.length}件未办：`, ...open.map(shown), '认领 编号 · 回复 编号：… · 办结 编号：…'],
  overdue: (open) => (open.length === 0 ? [] : [`超时未办的请求${open.length}件：`, ...open.map(shown)]),
  requestNoted: ({ id, door, status, owner, back }) =>
    `✓#${id} ${door} ${STATES[status] ?? status}${owner === null ? '' : `，${owner}负责`}${back === 'passed' ? '，已回给居民' : back === 'nobody' ? '，找不到居民的群，请打电话告诉' : ''}`,
  requestAnswered: ({ door, asked, words, done }) =>
    `${door}${asked === null ? '' : ` 您说的“${short(asked)}”`}${done ? '已经办好了' : '，社区回复'}${words === '' ? '' : `：${quoted(words)}`}`,
  noSuchRequest: ({ id }) => `没有 #${id} 这件请求，请看“请求清单”`,
  noSuchStaff: ({ name }) => `没有叫“${name}”的工作人员或志愿者，或不止一个`,
  someNumber: () => '（电话私信给您）',
}
