/** What the bot says of requests, duty and newcomers, in Chinese. */
import { quoted } from '../legible.js'
import type { NewcomerShown, OfficeWording, RequestShown, SaidThen } from './office.js'

const KINDS: Record<string, string> = { medicine: '用药', emergency: '急救', distress: '求助' }
const STEPS: Record<string, string> = {
  duty: '告诉值班',
  grid: '告诉网格',
  heads: '告诉主任',
  all: '告诉所有工作人员',
  taken: '接手',
  asked: '催问',
  closed: '解决',
}
const dateOf = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
const shift = ({ day, from, until }: { day: string | null; from: string; until: string }): string =>
  `${day === null ? '每天' : dateOf(day)} ${from}–${until <= from && until !== '00:00' ? '次日' : ''}${until === '00:00' ? '24:00' : until}`
const STATES: Record<string, string> = { open: '没人认领', taken: '办理中', done: '办结' }
const SHORT = 24

const short = (words: string): string => (words.length > SHORT ? `${quoted(words).slice(0, SHORT)}…` : quoted(words))
const since = (hours: number): string => (hours >= 24 ? `${Math.floor(hours / 24)}天` : `${hours}小时`)
const shown = ({ id, door, words, owner, hours, overdue }: RequestShown): string =>
  `${overdue ? '⏰' : ''}#${id} ${door} “${quoted(words)}” ${owner ?? '没人认领'}，${since(hours)}`

const then = ({ day, time, who, words }: SaidThen): string => `  ${dateOf(day)} ${time} ${who ?? ''}“${quoted(words)}”`
const newcomer = ({ group, name, joined }: NewcomerShown): string =>
  `「${group}」${name}${joined === null ? '' : `（${dateOf(joined)}进群）`}`
const NAMED = 10

export const officeZh: OfficeWording = {
  newcomers: (people) => (people.length === 0 ? ['群里的人都报过门牌了'] : [`还有${people.length}人没报门牌：`, ...people.map(newcomer)]),
  unnamed: (people) =>
    people.length === 0
      ? []
      : [`进群没报门牌的${people.length}人：${people.slice(0, NAMED).map(newcomer).join('、')}${people.length > NAMED ? '…' : ''}`],
  knownOf: ({ group, names, remark, door, joined, earlier, answers }) => [
    '门牌不知道，知道的都在这里，请马上找到人，由您来回：',
    `群：${group}；名字：${names.join('、')}${remark === null ? '' : `；备注：${remark}`}`,
    ...(door === null ? [] : [`门牌：${door}`]),
    joined === null ? '进群时间：没有记录' : `进群时间：${dateOf(joined.day)} ${joined.time}`,
    ...(earlier.length === 0 ? ['以前没有说过话'] : ['以前说过：', ...earlier.map(then)]),
    ...(answers.length === 0 ? ['还没有邻居回应'] : ['邻居回应：', ...answers.map(then)]),
  ],
  saidAfterCry: ({ id, who, own, words }) => `💬#${id} ${own ? '本人又说' : `群里 ${who}`}：“${quoted(words)}”`,
  doorOfCry: ({ id, door }) => `🚪#${id} 门牌是 ${door}`,
  dutyNoted: ({ name, off, changed, ...facts }) =>
    off
      ? changed
        ? `✓取消 ${name} ${shift(facts)} 值班`
        : `值班表里没有 ${name} ${shift(facts)}`
      : `✓${name} ${shift(facts)} 值班${changed ? '' : '（之前已记过）'}`,
  rota: ({ shifts, current }) =>
    [
      current.length === 0 ? '现在没有人值班，警报先发网格群' : `现在值班：${current.join('、')}`,
      ...shifts.map((one) => `${shift(one)} ${one.name}`),
      ...(shifts.length === 0 ? ['排班请写：值班 小王 今天 夜班（早班、晚班，或 20:00-08:00）'] : []),
    ].join('\n'),
  alertClosed: ({ id, place, by, time, words }) => `✅#${id} ${place} 已解决（${by} ${time}）${words === '' ? '' : `：${quoted(words)}`}`,
  alertUnclosed: ({ id, place, by, minutes }) => `⏰#${id} ${place} ${by}接手已${minutes}分钟，怎么样了？办好了请回：解决了：结果`,
  alertPage: ({ open }) => ({ title: '警报', open: open === 0 ? '没有未解决的警报' : `${open}条还没解决` }),
  pageFailed: () => '数据库暂时没有应答，请稍后再打开',
  alertSteps: (alerts) =>
    alerts.length === 0
      ? ['没有警报']
      : alerts.map(({ id, kind, place, time, steps, outcome }) =>
          [
            `🆘【${KINDS[kind] ?? kind}】#${id} ${place} ${time}`,
            ...steps.map((one) => `  ${one.time} ${STEPS[one.step] ?? one.step}${one.name === null ? '' : ` ${one.name}`}`),
            ...(outcome === null || outcome === '' ? [] : [`  结果：${quoted(outcome)}`]),
          ].join('\n'),
        ),
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
