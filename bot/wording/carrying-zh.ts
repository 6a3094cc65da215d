/** The day's carrying, in Chinese. */

import type { PartOfRoute } from '../../store/route-parts.js'
import type { OrderSource } from '../../store/schema.js'
import type { Step } from '../../store/shopping.js'
import type { StoredRecurrence } from '../../store/standing.js'
import type { BuildingLoad, Load } from '../load.js'
import type { CarryingWording, StandingFacts, Untaken } from './carrying.js'
import { entry } from './entry-zh.js'
import { dateOf, masked, said } from './said-zh.js'
import type { SaidLine } from './wording.js'

const WEEKDAYS = '一二三四五六日'
const ruleOf = (rule: StoredRecurrence): string =>
  rule.every === 'days'
    ? rule.days === 1
      ? '每天'
      : `每${rule.days}天`
    : rule.on.length === 7
      ? '每天'
      : `每周${rule.on.map((day) => WEEKDAYS[day - 1]).join('、')}`

const goods = (lines: readonly SaidLine[], hide: boolean): string => (hide ? masked(lines) : lines.map(said).join('、'))
const standing = (one: StandingFacts, hide: boolean): string =>
  `S${one.id} ${ruleOf(one.rule)} ${one.door} ${goods(one.lines, hide)}${one.until === null ? '' : `，到${dateOf(one.until)}`}`
const rests = (one: StandingFacts): string => (one.pausedUntil === null ? '已暂停' : `暂停到${dateOf(one.pausedUntil)}`)
const next = (one: StandingFacts): string => (one.next === null ? '' : `，下次${dateOf(one.next)}`)

const WAYS: Record<OrderSource, string> = { chat: '群里', phone: '电话', app: 'APP', standing: '定期' }
const PLACES: Record<string, string> = { supermarket: '🛒超市', pharmacy: '💊药店' }
const STEPS: Record<Step['what'], string> = {
  ordered: '订',
  picked: '备齐',
  checked: '核对',
  delivered: '送达',
  undelivered: '没送成',
  received: '住户签收',
}
const placeOf = ({ building, unit }: PartOfRoute): string => `${building}栋${unit === null ? '' : `${unit}单元`}`
const untaken = (rest: readonly Untaken[]): string =>
  rest.length === 0 ? '都有人送了' : `还没人领：${rest.map(({ building, households }) => `${building}栋${households}户`).join('、')}`

const whole = (kilograms: number): string => `${Math.max(1, Math.round(kilograms))}公斤`
const load = (one: Load, most: number): string =>
  `${one.no}号${one.door}(${one.floor}楼${one.lift ? '' : '无电梯'} ${whole(one.kilograms)}${one.kilograms > most ? ' 两人' : ''})`
/** How a building's load is split, a text each. */
export const loadsZh = (loads: readonly BuildingLoad[], most: number): string[] =>
  loads.map(({ building, kilograms, trips }) =>
    [
      `🏋${building}栋约${whole(kilograms)}，一趟${most}公斤，分${trips.length}趟：`,
      ...trips.map((trip, index) => `第${index + 1}趟 ${trip.map((one) => load(one, most)).join('、')}`),
    ].join('\n'),
  )

export const carryingZh: CarryingWording = {
  standingNoted: ({ what, masked: hide, ...one }) =>
    ({
      begun: `🔁已记下 ${standing(one, hide)}${next(one)}。停一停：暂停 S${one.id}；不要了：结束 S${one.id}`,
      pause: `⏸S${one.id} ${one.door} ${rests(one)}。接着送：恢复 S${one.id}`,
      resume: `▶S${one.id} ${one.door} 接着送${next(one)}`,
      end: `⏹S${one.id} ${one.door} 的定期单已结束`,
    })[what],
  standingList: ({ facts, masked: hide }) =>
    facts.length === 0
      ? '现在没有定期单。要记就写：每周一三五给2-3-101送牛奶1箱'
      : ['定期单：', ...facts.map((one) => `${standing(one, hide)}${one.paused ? `（${rests(one)}）` : next(one)}`)].join('\n'),
  carryNoted: ({ by, parts, households, others, rest, unknown }) =>
    [
      ...(parts.length > 0 ? [`✓${by} 送 ${parts.map(placeOf).join('、')}（${households}户），单子私信给您了`] : []),
      ...others.map(({ part, by: other }) => `${placeOf(part)} ${other}已领`),
      ...(unknown > 0 ? ['有的楼不在本网格，没有记'] : []),
      untaken(rest),
    ].join('\n'),
  carryLeft: ({ by, parts, rest }) =>
    [parts.length > 0 ? `✓${by} 不送 ${parts.map(placeOf).join('、')} 了` : '这些楼您没有领', untaken(rest)].join('\n'),
  untaken: ({ gridName, rest }) => `【${gridName}】${untaken(rest)}。要送请回：我送5栋6栋`,
  noGridNamed: () => '请写明是哪几栋，如：我送5栋6栋',
  route: ({ parts, entries, masked: hide }) =>
    parts.length === 0
      ? ['您今天还没有领。要送请回：我送5栋6栋']
      : [`【您的路线】${parts.map(placeOf).join('、')}：还有${entries.length}户`, ...entries.map((one) => entry(one, hide))],
  pickedNoted: ({ noted, rest }) => {
    const left = rest.map(
      ({ place, items, medicines }) =>
        `${PLACES[place] ?? place}：${[...items, ...(medicines > 0 ? [`药品${medicines}种`] : [])].join('、')}`,
    )
    return [`✓备齐${noted}样`, ...(left.length === 0 ? ['都齐了，出发前请核对：核对'] : ['还差：', ...left])].join('\n')
  },
  offer: ({ door, item, instead, until }) =>
    `${door} 订的${item}没有了，换成${said(instead)}可以吗？请回“可以”或“不要”，${until}前没回就先不送这一样`,
  offered: ({ item, instead, asked, notAsked, until }) =>
    [
      asked.length > 0 ? `✓${item}换${instead}：已问 ${asked.join('、')}，${until}前没回就不送` : `没有新的住户要问（${item}）`,
      ...(notAsked.length > 0 ? [`没有群可以问，请打电话：${notAsked.join('、')}`] : []),
    ].join('\n'),
  notExchanged: ({ item, medicine }) => (medicine ? `药不能这样换，请联系住户或医生` : `没看懂换成什么，请写：${item}没有，换五花肉`),
  offerAnswered: ({ door, yes }) => (yes ? `✅${door} 已换` : `✅${door} 这一样先不送了`),
  offerSettled: ({ door, item, instead, status }) =>
    ({
      taken: `🔁${door} 同意：${item}换${said(instead)}`,
      refused: `🔁${door} 不换，${item}不送了`,
      lapsed: `🔁${door} 没回，${item}不送了`,
    })[status],
  checkList: ({ entries, masked: hide }) =>
    entries.length === 0
      ? ['都核对过了']
      : [
          `【核对】还有${entries.length}袋，对好了回：核对 ${entries
            .map(({ no }) => no)
            .slice(0, 3)
            .join(' ')}`,
          ...entries.map((one) => entry(one, hide)),
        ],
  checked: ({ ticked, unknown, rest }) =>
    [
      ...(ticked.length > 0 ? [`✓已核对 ${ticked.join('、')}号`] : []),
      ...(unknown.length > 0 ? [`没有要送的：${unknown.join('、')}号`] : []),
      rest.length === 0 ? '都核对过了，可以出发' : `还没核对：${rest.join('、')}号`,
    ].join('\n'),
  traced: ({ door, steps, near, masked: hide }) =>
    [
      `🔍${door} 这袋：`,
      ...steps.map(
        ({ time, what, by, lines }) => `${time} ${STEPS[what]}${lines.length > 0 ? goods(lines, hide) : ''}${by === null ? '' : ` ${by}`}`,
      ),
      ...(steps.some(({ what }) => what === 'checked') ? [] : ['出发前没有核对']),
      ...(near.length > 0 ? [`同一个人前后还送了：${near.join('、')}，可能放错了`] : []),
    ].join('\n'),
  doubled: ({ id, door, before, now, source }) =>
    `👥X${id} ${door} ${before.map((line) => `${WAYS[line.source]}已订${said(line)}`).join('、')}，${WAYS[source]}又来${now.map(said).join('、')}。都要请回：加 X${id}；重复了请回：不加 X${id}`,
  doubleHeld: ({ door, lines }) => `${door} 的${masked(lines)}之前已有人登记，工作人员核对后再定`,
  doubleSettled: ({ id, door, added }) => (added ? `✓X${id} ${door} 已加上` : `✓X${id} ${door} 算重复，没有加`),
  noSuchDouble: ({ id }) => `没有待定的 X${id}`,
  noBag: () => '没有找到这袋，请写号码或门牌：追查 3，追查 3-2-501',
  carryNow: ({ id, door, lines, by, repeat }) =>
    `🚚D${id} ${door} 等的${goods(lines, false)}到了，请现在送去${by === null ? '，谁去请回：我去' : `（值班：${by}）`}${repeat > 0 ? `（第${repeat + 1}次提醒）` : ''}。送到请回：${door}已送`,
  carryTaken: ({ id, by }) => `👌D${id} 由${by}去送`,
  askReceipt: ({ door }) => `📦${door} 的东西已放在门口，请看一下，拿到了请回“收到”`,
  notSigned: ({ door }) => `⚠️${door} 送到了还没回“收到”，请打个电话问一声`,
  standingNotUnderstood: () => '定期单没看懂，请写：每周一三五给2-3-101送牛奶1箱（门牌和东西都要写）',
  noSuchStanding: () => '没有找到这张定期单，发“定期单”看看号码',
}
