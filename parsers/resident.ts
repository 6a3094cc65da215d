/** What a resident's message does: which of the acts that its words allow it is. */
import {
  asksNeighbours,
  asksOffice,
  bindsBeside,
  clauseAsking,
  clausesCalling,
  complains,
  isLateBeside,
  isOnlyTold,
  isPlainProblem,
  listsReceived,
  OFFERS,
  offersToNeighbours,
  problemsIn,
  readsAsBind,
  readsAsCancel,
  readsAsQuery,
  readsAsReceipt,
  readsAsRequest,
  signsBefore,
  wantedAfterCancel,
  wantedBesides,
} from './acts-of-resident.js'
import { atAnotherDoor } from './forms-of-problems.js'
import type { scopesOf } from './households.js'
import { type Need, TAKE } from './matchers/need.js'
import { ASKS } from './matchers/stories.js'
import type { Message } from './message.js'
import { orderActs } from './orders.js'
import { pattern } from './pattern.js'
import type { Act, Address, Context } from './types.js'
import { BROUGHT_BY_OTHERS } from './words/from-elsewhere.js'
import { LATE } from './words/problems.js'
import { NOTED_DOWN } from './words/queries.js'
import { TO_A_MACHINE } from './words/talk.js'

/** A door that is not the writer's: who speaks of it signs nothing for it. */
const isAnothers = (here: Address, own: Address): boolean =>
  own.room !== null && here.room !== null && (here.room !== own.room || here.unit !== own.unit || here.building !== own.building)

/** 301跟302的全退了吧: each of the doors named in one breath. */
const TOGETHER = pattern(() => /^\s?[跟和与及、,]\s?$/u)
const doorsOf = (message: Message, scopes: ReturnType<typeof scopesOf>, here: Address): readonly Address[] => {
  const [first, second, more] = message.places
  if (first?.room == null || second?.room == null || more !== undefined || !message.between(first.end, second.start, TOGETHER))
    return [here]
  const doors = [first, second].map((place) => scopes.find((scope) => scope.said && scope.start === place.start)?.address ?? here)
  return doors[0]?.room === doors[1]?.room ? [here] : doors
}

/** 6栋3单元的菜全部派发完毕，请后台销单: no resident takes back a whole unit's orders. */
export const isOfMany = (message: Message, here: Address): boolean => message.places.length > 0 && here.room === null

/** Goods of another door stand at the writer's, or the other way round. */
const OF_ANOTHER = pattern(
  () =>
    /[放搁](?:在)?我(?:家|们家|门口)|(?:写|贴|标|印|打)(?:的|着)|[在到搁放]我(?:这|家|屋)|我(?:\d{3})?门|名字|不是我|别人家?的|人家的|写(?:的|着)|(?:送|拿|给|发|装)成(?=[^,。]{0,10}(?:的(?:$|[,。!了])|\d{3}))|(?:this one|label|tag|sticker|name|bag|box|it) (?:says|is for|reads)|this one is|是[^,。]{0,12}的吧|我家?的?[^,。]{0,4}(?:送|放|给|跑|搁|拎)(?:到|去|在)|送到我|[送放](?:到|去)?[^,。]{0,6}(?:去|那)了|是(?:＃|[\d一二三四五六][^,。]{0,10})的(?:$|[,。!])|是[^,。]{0,12}的(?:东西|菜|货|药|米|袋)/u,
)
/** The goods of a problem were to come to the writer, whosever door is named with them; a label's door never is. */
export const ofProblem = (message: Message, here: Address, own: Address): Address =>
  (isAnothers(here, own) && message.says(OF_ANOTHER)) || atAnotherDoor(message) ? own : here

/** Who is blamed for it, beside who asks. */
const BLAMED = pattern(
  () =>
    /漏水(?=[^。]*(?:我|俺|咱)家)|吵|闹|噪|音响|音乐|蹦|跳绳|跳操|装修|电钻|麻将|狗叫|漏到|漏下|漏进|滴到|渗到|扔[^,。]{0,4}垃圾|堆|占|抽烟|天天|弹琴|唱歌/u,
)

/** 402家漏水漏到我家了，302: the writer's home asks, not the one that is blamed. */
const askerOf = (message: Message, scopes: ReturnType<typeof scopesOf>, here: Address, own: Address): Address => {
  if (message.places.length === 0 || !message.says(BLAMED)) return here
  if (own.room !== null) return own
  return scopes.at(-1)?.address ?? here
}

/** 牛奶那箱撤了吧，亲戚给捎来了: what came is not of the shop. */
const isReplaced = (message: Message, needs: readonly Need[]): boolean =>
  needs.some(({ good, negated }) => negated && good !== null) && message.says(BROUGHT_BY_OTHERS)

/** 周一订的菜到现在还没来，给我退了吧: why it is taken back. */
const isLate = (message: Message, needs: readonly Need[]): boolean =>
  message.says(LATE) && problemsIn(message, needs, true).includes('late')

/** 热水袋也漏了，所以请买热水袋一个: the old one, where nothing that was brought is spoken of. */
const isToReplace = (message: Message, wanted: readonly Need[]): boolean =>
  wanted.some(
    ({ item, qty, clause }) =>
      qty !== null &&
      message.clauses.some(
        (one) =>
          one.end < clause.start &&
          complains(message, one) &&
          !message.says(BROUGHT, message.sentences[one.sentence] ?? one) &&
          message.tokens.slice(one.from, one.to).some(({ good }) => good?.name === item),
      ),
  )
const BROUGHT = pattern(() => /送|收到|拿到|发(?:的|来)|订|你们|到(?:了|手)|少|漏(?:了一|发|给)/u)

/** What of a resident's message is known before its acts are told apart. */
interface Told {
  needs: readonly Need[]
  scopes: ReturnType<typeof scopesOf>
  /** The address that it speaks of, and the writer's. */
  here: Address
  own: Address
}

/** 孩子发烧了，有没有美林: who is ill and asks for it wants it. */
const AILS = pattern(
  () =>
    /发(?:高|低)?烧|烧到|[345]\d(?:\.\d)?度|疼(?!药|膏|片)|痛(?!药|膏|片|贴)|咳(?!药|糖)|腹泻|拉肚子|窜稀|过敏(?!药)|呕|吐|感冒(?!药|灵|冲|颗|胶|片)|不舒服|难受|病了|犯了|起疹/u,
)
const ASKED_FOR = pattern(() => /有没有|有冇|有[^,。]{1,8}(?:吗|么|没|不)|(?:能|可以|可否)[^,。]{0,4}(?:买|弄|搞|带|捎)|买得到/u)
const isCure = ({ good, negated }: Need): boolean => good !== null && good.medicine !== '' && !negated

/** 东西都到了，再要一袋盐: on top of what came. */
const ON_TOP = pattern(() => /再|加|还(?:要|想|得)/u)
/** 菜收到了，另外订一箱橙子: beside what is done with, what is added is ordered anew. */
export const asNew = (act: Act): Act => {
  if (act.act !== 'amend' || act.changes.some(({ op }) => op !== 'add')) return act
  return { act: 'order', address: act.address, lines: act.changes.map(({ op: _, ...line }) => line), span: act.span }
}

/** 之前的都退了，换成两斤排骨: where all is taken back, nothing is left that could be changed. */
const asNothingStands = (act: Act): Act =>
  act.act === 'amend' && act.changes.every(({ op }) => op !== 'remove')
    ? asNew({ ...act, changes: act.changes.map((change) => ({ ...change, op: 'add' })) })
    : act

/** 缺一袋辣椒面，另外今天要登两斤黄豆芽: no change of what was brought. */
const FOR_ANOTHER_DAY = pattern(() => /(?:另外|还有|再就是|顺便)[^,。]{0,2}(?:今|明)[天儿日]/u)

/** 我之前登成301了，实际住302: the last door is the right one. */
const NOTED_WRONG = pattern(
  () => /(?:登|写|报|填|记|绑|标|改)(?:记|定|注)?(?:成|错)[^。]{0,16}(?:实际|其实|应该|应为|正确|真实|现在|是|住)/u,
)

/** 之前填成了501. */
const NOTED_BEFORE = pattern(
  () =>
    /(?:(?:登|写|报|填|记|绑|标|打)(?:记|定|注)?(?:成|错)(?:了|的是)?|(?:之前|原来|先前)(?:登|写|报|填|记|绑|标)?(?:记|定)?的?(?:是|了)?)\s?$/u,
)

/** 我家的取消吧，楼下101要一袋小米: whosever door is named behind. */
const MINE_BACK = pattern(() => /^(?:我|俺|咱)(?:们)?(?:家|自己)?(?:的|那[份单个])/u)
/** 我家那份取消吧，楼下101老太太的别动. */
const NOT_THEIRS = pattern(() => /别动|不动|不变|照旧|照送|留着|保留|还要|别(?:给)?(?:取消|撤|退)/u)

/** 现在让不让买烟: asked of the rule, and no order yet. */
const ALLOWED = pattern(() => /(?:让不让|给不给|准不准|许不许)[^,。]{0,3}[买订带送]/u)

/** 我老伴腌的咸菜谁要尝尝说一声。帮我带盐两袋: what is offered takes nothing back of what another sentence asks for. */
const askedApart = (message: Message, wanted: readonly Need[]): Need[] =>
  wanted.filter(({ qty, good, clause }) => {
    const sentence = message.sentences[clause.sentence]
    return qty !== null && good !== null && sentence !== undefined && message.says(ASKS, sentence) && !message.says(OFFERS, sentence)
  })

/** 给我家补个抗原登记，昨天的忘报了: the result is to be noted, and no test is bought. */
const NOTED_LATER = pattern(() => /补(?:登|报|录|传|填)[^,。]{0,6}抗原|补[^,。]{0,3}抗原(?:登记|结果)|抗原[^。]{0,12}补(?:登|报|录|传|填)/u)

/** A paper of the office and what is paid for a service stand in no shop: 开一张居住证明, 要不要付跑腿费. */
const PAPER = pattern(() => /(?:证明|通行证|出入证|居住证|暂住证|请假条|出门条|介绍信|处方笺?|假条|费)$/u)

/** A resident's message to what it does: at most one kind, with what is ordered beside it. */
export const residentReading = (message: Message, context: Context, { needs, scopes, here, own }: Told): Act[] => {
  if (message.says(TO_A_MACHINE)) return []
  const span = { start: 0, end: message.raw.length }
  const named = message.may(PAPER) ? needs.filter((need) => need.good !== null || !message.says(PAPER, need.item)) : needs
  const goods = message.says(NOTED_LATER)
    ? named.filter(({ item, clause }) => !item.includes('抗原') || !message.says(NOTED_LATER, clause))
    : named
  const wanted = goods.filter((need) => need.weight >= TAKE && !need.negated)
  const surely = wanted.some(
    (need) => need.weight >= TAKE + 1 && need.qty !== null && !isOnlyTold(message, message.clauses[need.askedAt] ?? need.clause),
  )
  const office = !surely && asksOffice(message)
  if (readsAsBind(message, needs) && message.places.some((one) => one.room !== null) && !readsAsRequest(message)) {
    /** 我33号1单元的，房号502: the door stands apart. */
    const noted = message.says(NOTED_WRONG)
    const isOld = (start: number): boolean => noted && message.between(Math.max(0, start - 8), start, NOTED_BEFORE)
    const door =
      here.room === null || noted ? scopes.findLast(({ address, start }) => address.room !== null && !isOld(start))?.address : here
    return [{ act: 'bind', address: door ?? here, span }]
  }
  if (bindsBeside(message, goods)) {
    const orders = orderActs(message, wanted, scopes, context.openOrder ?? null)
    if (orders.length > 0) return [{ act: 'bind', address: here, span }, ...orders.map(asNew)]
  }
  if (office && problemsIn(message, needs, false).length === 0) return [{ act: 'query', address: here, span }]
  if (readsAsCancel(message, needs)) {
    if (message.says(MINE_BACK) && message.places.length > 0 && message.says(NOT_THEIRS)) return [{ act: 'cancel', address: own, span }]
    if (isOfMany(message, here)) return []
    const cancels = doorsOf(message, scopes, here).map((address): Act => ({ act: 'cancel', address, span }))
    return isLate(message, needs) ? [{ act: 'problem', address: here, what: 'late', span }, ...cancels] : cancels
  }
  const afresh = wantedAfterCancel(message, needs)
  if (afresh.length > 0) {
    const anew = orderActs(message, afresh, scopes, context.openOrder ?? null)
    return anew.some((act) => act.act === 'cancel')
      ? anew
      : [
          { act: 'cancel', address: message.says(MINE_BACK) ? own : here, span },
          ...anew.map(message.places.length > 1 ? asNew : asNothingStands),
        ]
  }
  if (listsReceived(message, needs)) return [{ act: 'receipt', address: here, span }]
  if (asksNeighbours(message)) return [{ act: 'request', address: here, span }]
  if (offersToNeighbours(message)) return orderActs(message, askedApart(message, wanted), scopes, context.openOrder ?? null).map(asNew)
  const besides = (): Act[] => orderActs(message, wantedBesides(message, wanted), scopes, context.openOrder ?? null)
  const plain = isPlainProblem(message) || (surely && isLateBeside(message, wanted))
  /** 水管漏了，谁能修，另外要一卷生料带: what broke is the house, and nothing that came. */
  const told = surely ? clausesCalling(message, needs) : []
  const ofHouse = told.length > 0 && message.clauses.every((clause) => told.includes(clause) || !complains(message, clause))
  const kinds =
    (surely && (!plain || isToReplace(message, wanted))) || ofHouse ? [] : problemsIn(message, needs, (context.openOrder ?? null) !== null)
  if (kinds.length > 0) {
    const address = ofProblem(message, here, own)
    const signed: Act[] = signsBefore(message, kinds) ? [{ act: 'receipt', address, span }] : []
    /** 三天了还没送来，那箱橙子我不等了，取消吧. */
    const dropped = kinds.includes('late') ? goods.filter(({ good, negated }) => good !== null && negated) : []
    const more =
      dropped.length > 0
        ? orderActs(message, dropped, scopes, context.openOrder ?? null)
        : message.says(FOR_ANOTHER_DAY)
          ? besides().map(asNew)
          : besides()
    return [...signed, ...kinds.map((what): Act => ({ act: 'problem', address, what, span })), ...more]
  }
  if (readsAsReceipt(message) && !(message.places.length > 0 && isAnothers(here, own)) && !isReplaced(message, needs)) {
    const more = besides()
    if (!surely || more.length > 0) return [{ act: 'receipt', address: here, span }, ...(message.says(ON_TOP) ? more : more.map(asNew))]
  }
  const [calling] = told
  if (calling !== undefined) {
    const orders = orderActs(
      message,
      goods.filter((need) => !told.includes(need.clause)),
      scopes,
      context.openOrder ?? null,
    )
    const request: Act = { act: 'request', address: here, span: { start: message.at(calling.start), end: message.at(calling.end) } }
    if (orders.length > 0) return calling.start < (wanted[0]?.start ?? 0) ? [request, ...orders.map(asNew)] : [...orders, request]
  }
  const asks = readsAsQuery(message)
  const cure = asks && !surely && message.says(AILS) && message.says(ASKED_FOR) ? goods.filter(isCure) : []
  if (cure.length > 0)
    return orderActs(
      message,
      cure.map((need) => need.with({ weight: Math.max(need.weight, TAKE) })),
      scopes,
      context.openOrder ?? null,
    )
  if (asks && !surely && (message.says(NOTED_DOWN) || message.says(ALLOWED))) return [{ act: 'query', address: here, span }]
  if (
    asks &&
    !surely &&
    needs.length > 0 &&
    /有没有|有[^,。]{1,6}(?:吗|么|没)|do you (?:have|sell)|is there any/u.test(message.text) &&
    wanted.length === 0
  )
    return [{ act: 'query', address: here, span }]
  if (readsAsRequest(message) && !surely) return [{ act: 'request', address: askerOf(message, scopes, here, own), span }]
  const orders = orderActs(message, goods, scopes, context.openOrder ?? null)
  if (orders.length > 0) {
    const asked = clauseAsking(message, needs)
    if (asked === undefined) return orders
    const query: Act = { act: 'query', address: here, span: { start: message.at(asked.start), end: message.at(asked.end) } }
    return asked.start < (wanted[0]?.start ?? 0) ? [query, ...orders] : [...orders, query]
  }
  return asks ? [{ act: 'query', address: here, span }] : []
}
