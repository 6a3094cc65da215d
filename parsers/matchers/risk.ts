/** Buildings and units marked by staff: confirmed, contact, clear. */
import type { Clause, Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Act, Address, Context } from '../types.js'

export const CONFIRMED = pattern(
  () =>
    /confirmed|positive case|确诊|阳性|阳了|有阳|[有出是]羊了?(?=$|[,。!])|羊了(?=$|[,。!])|感染者|复(?:核|检|查|测|采)(?:结果)?(?:还|仍|为|是|呈|又|确认)*阳|(?:又|再|刚)?(?:爆|冒|蹦|添|多)(?:出)?(?:了|来)?(?:[一两二三四五六七八九十]|[1-9]\d?)[例]|(?:[一二两三四五六七八九十\d](?:个|例|名|位|户)?|出)阳(?!台|光|历|澄|朔)|阳的|新增病例|(?:有|出|出现|发现|查出|检出|报告|确认)(?:了)?(?:[一两二三四五六七八九十]|[1-9]\d?)?(?:例|个|名)?(?:新?病例)|新增(?:\d|[一二两三四五六七八九十]){1,2}[例个名]/u,
)
export const CONTACT = pattern(
  () => /close contact|密接|[密蜜秘][接结解街姐](?=的?(?:$|[,。!]|那|了|已|被|正|刚|人|一|两|\d|流调))|密切接触|次密|时空伴随/u,
)
export const CLEAR = pattern(
  () =>
    /解除|解封|解控|撤封|恢复正常|取消管控|撤销管控|降级|(?:转|降|调|改)(?:为|成|到|至)?低风险|(?:封控|封闭|封楼)(?:管理|措施|令)?(?:已经?|现在|都|也)*(?:结束|取消|撤销|撤了|停止)|(?:撤销|取消|结束)(?:封控|封闭|封楼)|降(?:为|到|至|成)(?:低风险|常态|防范)|清零|解管|转为正常|降为普通|管控(?:已经?)?(?:结束|取消|撤销)|不再管控|摘[牌帽星]|(?<=[\d栋元楼号幢])(?:已经?|今天|也|都)?放开了?|转为?阴|转(?:为|入)?常态|(?<=[\d栋元楼号幢]|可以|今天|明早|已经?|也|都)解了/u,
)
const RISK_NOT = pattern(
  () =>
    /(?:解封|解除|解控|放开|封控)[^,。]{0,4}(?:通知|日期|时间|条件|流程|标准|前提|消息|公告|办法|问题)|以[^,。]{1,10}为准|看[^,。]{0,4}(?:公告|通知|通报)|(?:什么|哪些|啥)条件|(?:怎么|咋|怎样|如何)(?:才|样|着)*(?:能|可以)?(?:解|放)|(?:^|[^不])(?:若|要是|一旦|万一|假如|倘若|假设|凡是?)[^,。]{0,8}(?:确诊|阳|密接|病例|新增|感染)|如(?:发现|有|出现)|(?:无|没有?|没)(?:新增)?(?:病例|阳性|密接|确诊)|新增(?:病例)?(?:为)?[0零]|不(?:再)?(?:出|有|增)|网传|传言|(?:要是|只要|万一|等)[^。]{0,16}(?:解|放|撤)|差不多就|有人说|听人说|(?:没问题|没事|阴性|都阴|不出事|正常)(?:的话)?,?(?:就|才|便)(?:能|可以|会)?(?:解|放)|如果|有望|可能|预计|争取|谣|没有的事|不实|假消息|别(?:信|传|往外)|(?:解封|解控|解除|放开)了?(?:之?后|以后|的话|前|之前|再|那天|时)|疑似|复核中|等复核|待复核|听说|新闻|是不是|会不会|吗|\?|无确诊|没有确诊|未发现|没确诊|还没|暂未|等待|不能|何时|什么时候|明天|(?:上次|上回|之前|以前|前阵子?|上个?月|那次)[^,。]{0,10}(?:确诊|阳|密接|病例)|(?:确诊|阳性?|密接|病例)[^,。解撤封]{0,8}(?:出院|康复|治愈|痊愈)|等(?:到|着)?(?:解封|解控|解除|放开)|继续封|还得|再等|暂不|没解|没有密接|排除/u,
)

const placesIn = (message: Message, clause: Clause, context: Context): Address[] => {
  let last = context.room.building ?? null
  return message.placesIn(clause).map(({ building, unit, room }) => {
    last = building ?? last
    return { building: last, unit, room }
  })
}

export const riskActs = (message: Message, context: Context): Act[] => {
  const acts: Act[] = []
  let named: Address[] = []
  for (const clause of message.clauses) {
    const { text } = clause
    const here = placesIn(message, clause, context)
    if (here.length > 0) named = here
    const level = message.says(CLEAR, text)
      ? 'clear'
      : message.says(CONTACT, text)
        ? 'contact'
        : message.says(CONFIRMED, text)
          ? 'confirmed'
          : null
    if (level === null || message.says(RISK_NOT, text)) continue
    const own = { building: context.room.building ?? null, unit: context.room.unit ?? null, room: null }
    for (const address of named.length > 0 ? named : context.room.kind === 'grid' || context.room.kind === 'direct' ? [] : [own]) {
      if (address.building === null) continue
      const told = acts.find((act) => act.act === 'risk' && act.address.building === address.building && act.address.unit === address.unit)
      /** 密接两次复核都阴，今天零点解除管控: the end of it is told last. */
      if (told?.act === 'risk' && level === 'clear') told.level = level
      if (told !== undefined) continue
      acts.push({ act: 'risk', address: { ...address, room: null }, level, span: { start: clause.start, end: clause.end } })
    }
  }
  const [only] = acts
  if (acts.length === 1 && only?.act === 'risk' && only.address.unit === null) {
    const rather = message.places.find((place) => message.between(Math.max(0, place.start - 2), place.start, RATHER))?.unit
    const unit = rather ?? onlyUnitOf(message, only.address.building)
    if (unit != null) only.address.unit = unit
  }
  return acts
}
/** 28栋两位密接，2单元501和502: told more closely behind. */
const onlyUnitOf = (message: Message, building: string | null): string | null => {
  const units = new Set(
    message.places.filter((place) => place.building === null || place.building === building).flatMap(({ unit }) => unit ?? []),
  )
  const [unit] = units
  return units.size === 1 ? (unit ?? null) : null
}

/** 不是三单元的，是四单元. */
const RATHER = pattern(() => /(?<!不)(?:是|在)$/u)
