/** What a message of staff or a volunteer does, besides ordering on behalf. */

import { goodsIn, isNothing, lastOf, type Named, readNamed } from './matchers/staff.js'
import { type Clause, has, type Message } from './message.js'
import { pattern } from './pattern.js'
import type { Act, Address, Context, Span } from './types.js'

const spanOf = (clauses: readonly Clause[]): Span => ({ start: clauses[0]?.start ?? 0, end: clauses.at(-1)?.end ?? 0 })

const ROUND = pattern(/核酸|采样|第?[一二三四五六七八九十\d]{1,3}轮|抗原检测|全员/u)
const ROUND_NO = pattern(/第?([一二三四五六七八九十\d]{1,3})轮/u)
const START = pattern(/开始|启动|开采|开做|开测|现在做/u)
const NOT_START = pattern(/什么时候|几点|明天|通知|预计|准备|结束|吗|\?|推迟|取消|没开始|还没/u)
const REMAINING = pattern(
  /还?剩(?:谁|下谁|哪|哪些|几户|多少)|还有(?:谁|哪)|(?:谁|哪家|哪户|哪些人?|哪几户)(?:还)?(?:没|未)|没(?:做|采|测)的?(?:还有|有|是)?(?:谁|哪)|漏(?:了|采|做)?(?:谁|哪)|还?差(?:谁|哪|几户|多少)|缺(?:谁|哪)|未(?:做|采)(?:名单|人员|的)|(?:谁|哪).{0,4}没(?:做|采|下来)/u,
)
const DONE = pattern(
  /(?:做|采|测|捅)(?:完|了|好|过|毕)|(?:已|都|全)(?:做|采|测|完成)|扫尾|采样完|核酸.{0,4}(?:完成|结束|完事|完|搞定|齐了)|做核酸了/u,
)
const LIST = pattern(
  /清单|(?:看|发|查|要|给|来)(?:一?下|我|份|看)?.{0,8}(?:单子|名单|订单)|(?:今天|今日|网格)的?(?:单子?|名单|任务)|^(?:list|名单|单子|订单)$/u,
)
const LIST_NOT = pattern(
  /(?:按|照|贴|打印|核对|对照|拿着|以).{0,4}(?:清单|单子|名单)|清单(?:已|上|里|有|没|错|发了|收到|附后|如下)|单子(?:上|里|错|丢|已|收到|都|太|有点)|合计|报名单|明[早天]|大家|点发/u,
)
const GRID = pattern(/([一二三四五六七八九十\d]{1,2})\s?(?:号)?网格/u)
const DIGITS: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 十: '10' }

const CONFIRMED = pattern(/确诊|阳性|阳了|感染者|复核阳/u)
const CONTACT = pattern(/密接|密切接触|次密/u)
const CLEAR = pattern(/解除|解封|解控|撤封|恢复正常|取消管控|撤销管控|降级|清零|解管|转为正常|不再管控|摘牌/u)
const RISK_NOT = pattern(
  /疑似|等复核|待复核|听说|新闻|是不是|会不会|吗|\?|无确诊|没有确诊|未发现|没确诊|还没|暂未|等待|不能|何时|什么时候|明天|继续封|还得|再等|暂不|没解/u,
)

const place = (message: Message, clause: Clause, context: Context): Address | null => {
  const [found] = message.placesIn(clause)
  if (found === undefined) return null
  return { building: found.building ?? context.room.building ?? null, unit: found.unit, room: found.room }
}

const riskActs = (message: Message, context: Context): Act[] => {
  const acts: Act[] = []
  let named: Address | null = null
  for (const clause of message.clauses) {
    const text = clause.text
    named = place(message, clause, context) ?? named
    const level = message.says(CLEAR, text)
      ? 'clear'
      : message.says(CONTACT, text)
        ? 'contact'
        : message.says(CONFIRMED, text)
          ? 'confirmed'
          : null
    if (level === null || message.says(RISK_NOT, text)) continue
    const address =
      named ??
      (context.room.kind === 'unit' || context.room.kind === 'building'
        ? { building: context.room.building ?? null, unit: context.room.unit ?? null, room: null }
        : null)
    if (address === null || address.building === null) continue
    if (acts.some((act) => act.act === 'risk' && act.address.building === address.building && act.address.unit === address.unit)) continue
    acts.push({ act: 'risk', address: { ...address, room: null }, level, span: { start: clause.start, end: clause.end } })
  }
  return acts
}

const roundActs = (message: Message, context: Context): Act[] => {
  const { text } = message
  const span = { start: 0, end: text.length }
  const asRound = message.says(ROUND, text)
  if ((asRound || /没做|没采|漏采|未采/u.test(text)) && message.says(REMAINING, text))
    return [{ act: 'round', op: 'remaining', targets: [], except: [], span }]
  const no = message.find(ROUND_NO, text)?.[1]
  if (asRound && message.says(START, text) && !message.says(NOT_START, text) && !message.says(DONE, text))
    return [
      { act: 'round', op: 'start', ...(no === undefined ? {} : { no: Number(DIGITS[no] ?? no) || 1 }), targets: [], except: [], span },
    ]
  if (
    message.says(DONE, text) &&
    !/送/u.test(text) &&
    !/没做|没采|未做|\?|吗$/u.test(text.replace(/除了?[^,。]*|[^,。]*(?:没做|没采|没下来|未做)[^,。]*/gu, ''))
  ) {
    const named = readNamed(message, message.clauses, context.room, null)
    const left = message.clauses.filter((clause) => /没做|没采|没下来|没开门|未做|不在/u.test(clause.text) && !/除/u.test(clause.text))
    const missing = readNamed(message, left, context.room, lastOf(named))
    const outside = (address: Address): boolean =>
      !missing.targets.some((other) => other.building === address.building && other.unit === address.unit && other.room === address.room)
    const targets = named.targets.filter(outside)
    if (targets.length === 0 && /都|全/u.test(text) && context.room.kind === 'unit')
      targets.push({ building: context.room.building ?? null, unit: context.room.unit ?? null, room: null })
    if (targets.length > 0) return [{ act: 'round', op: 'done', targets, except: [...named.except, ...missing.targets], span }]
  }
  return []
}

const SENT = pattern(
  /送(?:到|达|了|完|好|齐|出|去|上|毕|妥|过|啦|咗|进|讫|货搞定|货完|至)|已送|都送|全送|送(?:$|[,。!\s:\d])|放(?:门口|到|家门|下|门外|好)|给了|搁|挂(?:门|上)|搞定|签收|配送|交(?:到|给)|到手|已放|都放|拿走|取走|完事|投递|派完|分完|发完|delivered|done|ok/u,
)
const NOT_SENT = pattern(
  /没(?:人|应|送|开|敲|接|反应|动静|能|放|来得及|在|回)|无人|未送|不在|拒收|退回|联系不上|打不通|不接|带回|不应|进不去|送不|敲不开|叫不开|找不到|搬不|改天|明天再|下午再|晚点再|no answer|not home|锁着|不开门|不要了/u,
)
const TALKS = pattern(
  /大家|请各|注意|通知|提醒|记得|麻烦大家|准备送|开始送|去送|在送|正在|马上送|一会儿?送|等会|待会|要送|帮我送|谁送|送谁|怎么送|先送|\d份|几份|出发/u,
)

const deliveryActs = (message: Message, context: Context): Act[] => {
  if (!message.says(SENT) && !message.says(NOT_SENT)) return []
  const groups: { sent: boolean; clauses: Clause[] }[] = []
  let open: Clause[] = []
  for (const clause of message.clauses) {
    const not = message.says(NOT_SENT, clause)
    const sent = !not && message.says(SENT, clause)
    const lacking =
      /(?:就|只|还)(?:差|剩)/u.test(clause.text) &&
      message.clauses.some((other) => other !== clause && /其他|其余|别的|都|全/u.test(other.text) && message.says(SENT, other.text))
    if (lacking) {
      open.push(clause)
      continue
    }
    const excepting = /^(?:除|只有|就差|就剩|except)/u.test(clause.text)
    if (!sent && !not) {
      if (excepting && groups.length > 0) groups.at(-1)?.clauses.push(clause)
      else open.push(clause)
      continue
    }
    const names = !isNothing(readNamed(message, [clause], context.room, null))
    const last = groups.at(-1)
    if (!names && open.length === 0 && last !== undefined && !(not && last.sent)) continue
    groups.push({ sent, clauses: [...open, clause] })
    open = []
  }
  const last = groups.at(-1)
  if (open.length > 0 && last !== undefined) last.clauses.push(...open)
  const acts: Act[] = []
  let before: Address | null = null
  for (const { sent, clauses } of groups) {
    const named: Named = readNamed(message, clauses, context.room, before)
    before = lastOf(named) ?? before
    if (isNothing(named)) continue
    if (sent) acts.push({ act: 'delivered', ...named, span: spanOf(clauses) })
    else
      acts.push({
        act: 'undelivered',
        targets: named.targets,
        entries: named.entries,
        reason: clauses.map((clause) => clause.text).join(','),
        span: spanOf(clauses),
      })
  }
  return merged(acts)
}

/** 2号送到,4号送到 is one act. */
const merged = (acts: readonly Act[]): Act[] => {
  const out: Act[] = []
  for (const act of acts) {
    const same = out.find((other) => other.act === act.act)
    if (same?.act === 'delivered' && act.act === 'delivered') {
      same.targets.push(...act.targets)
      same.entries.push(...act.entries)
      same.except.push(...act.except)
      same.exceptEntries.push(...act.exceptEntries)
    } else if (same?.act === 'undelivered' && act.act === 'undelivered') {
      same.targets.push(...act.targets)
      same.entries.push(...act.entries)
    } else out.push(act)
  }
  const failed = out.find((act) => act.act === 'undelivered')
  const done = out.find((act) => act.act === 'delivered')
  if (done?.act === 'delivered' && failed?.act === 'undelivered') done.entries = done.entries.filter((no) => !failed.entries.includes(no))
  return out.sort((a, b) => a.act.localeCompare(b.act))
}

const OUT = pattern(
  /断货|没有?货|缺货|卖光|卖完|售罄|没有了|没了|断供|脱销|抢光|抢空|卖没|没进货|停售|下架|无货|买不到|没买[到着上]|今天没有|没到货|暂时没有|sold out|out of stock|不卖了|厂家封|空了/u,
)
const ARRIVED = pattern(
  /到货|到了|来货|有货了|补货|补上了|回货|又有了|有了|全到|到齐|已到|到位|买到了|上架|恢复供应|运到|都到|in stock|来了/u,
)

const stockActs = (message: Message): Act[] => {
  const acts: Act[] = []
  let held: { item: string; clause: Clause }[] = []
  for (const clause of message.clauses) {
    const items = goodsIn(message, clause)
    const state = message.says(OUT, clause) ? 'out' : message.says(ARRIVED, clause) ? 'arrived' : null
    held.push(...items.map((item) => ({ item, clause })))
    if (state === null) continue
    for (const { item, clause: said } of held)
      if (!acts.some((act) => act.act === 'stock' && act.item === item))
        acts.push({ act: 'stock', item, state, span: { start: said.start, end: clause.end } })
    held = []
  }
  return message.places.length > 0 || /\?|吗|还有没有|什么时候|吃饭|开饭/u.test(message.text) ? [] : acts
}

export const staffActs = (message: Message, context: Context): Act[] => {
  const { text } = message
  const risk = context.sender.role === 'volunteer' ? [] : riskActs(message, context)
  if (risk.length > 0) return risk
  const round = roundActs(message, context)
  if (round.length > 0) return round
  if (message.says(LIST, text) && !message.says(LIST_NOT, text) && text.length <= 24 && message.places.length === 0) {
    const grid = message.find(GRID, text)?.[1]
    return [{ act: 'list', grid: grid === undefined ? null : (DIGITS[grid] ?? grid), span: { start: 0, end: text.length } }]
  }
  if (!message.says(TALKS, text)) {
    const delivery = deliveryActs(message, context)
    if (delivery.length > 0) return delivery
  }
  return has(message.cues, 'announce') && text.length > 30 ? [] : stockActs(message)
}
