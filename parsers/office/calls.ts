/** What staff write of the old and ill whom they call: 5-1-302 打了,要小米2斤 · 102 不需要 · 401 没接, 标记 5-1-302 独居 无手机, 电话名单. */
import { type Scope, scopeAt } from '../households.js'
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Act, CallResult, Command, TagName } from '../types.js'
import { SENT } from '../words/delivery.js'

const UNREACHED =
  /没(?:人)?接(?!种|龙|到)|不接(?!受|触)|未接|没(?:有)?打通|打不通|没(?:有)?通|不通|无人接|关机|停机|空号|占线|没(?:有)?联系上|联系不上|no answer/u
const NOTHING = /不需要|不用(?!谢|客气)|不要(?!紧|急)|不缺|都有|够(?:吃|用|了)|没(?:有)?(?:需要|需求|要买|要的)|不买|不订|什么都不|nothing/u
const REACHED = /打(?:过|完|好)?了|打过|打通|接通|通了|通过(?:电)?话|联系(?:上|过)了?|问(?:过|了)|接了|called/u
/** Carried goods, tests and doors are other news. */
const OTHER = pattern(
  () =>
    /送|[寄暂代]存|物资|(?:菜|东西|货)(?:先|放|存|搁)|投递|派件|妥投|放(?!心)|不在家|门口|应门|敲门|开门|带回|拿回|拉回|核酸|采样|做完|\?|吗|要是|如果|deliver|dropped|left (?:at|it|with|by)|(?:^|[^a-z])(?:bags?|parcels?|door)(?:$|[^a-z])/u,
)
const SIGN = pattern(
  () =>
    /没接|没人接|不接|未接|打不通|打通|没通|无人接|关机|停机|空号|占线|联系上|联系不上|联系过|打了|打过|打完了|打好了|接通|通了|问过|问了|接了|no answer|called|不需要/u,
)
const BARE = /^[\s\d#栋号楼单元室户,、-]*(?:都)?不需要[了。!\s]*$/u

const resultOf = (text: string): CallResult | null =>
  UNREACHED.test(text) ? 'unreached' : NOTHING.test(text) ? 'no-need' : REACHED.test(text) ? 'reached' : null

/** 6-1全楼的菜都发下去了，只有402联系不上: what was carried is told of, and who could not be asked where to put it. */
const isOfCarrying = (message: Message): boolean =>
  message.may(SENT) && message.clauses.some((clause) => message.says(SENT, clause) && !message.says(SIGN, clause))

/** One act for all doors of the message that were called; none where some sign of a call is missing. */
export const callActs = (message: Message, scopes: readonly Scope[]): Extract<Act, { act: 'called' }>[] => {
  if (!message.says(SIGN) || message.says(OTHER) || isOfCarrying(message)) return []
  const results: Extract<Act, { act: 'called' }>['results'] = []
  const doors = message.places.filter((place) => place.room !== null)
  let called = BARE.test(message.text)
  for (const [index, place] of doors.entries()) {
    const words = message.text.slice(place.end, doors[index + 1]?.start)
    const address = scopeAt(scopes, place.start)?.address
    const result = resultOf(words)
    if (address === undefined || result === null) continue
    called ||= result === 'unreached' || REACHED.test(words)
    results.push({ address, result })
  }
  return called && results.length > 0 ? [{ act: 'called', results, span: { start: 0, end: message.raw.length } }] : []
}

const LIST = pattern(
  () =>
    /^(?:看|发)?(?:今[天日])?(?:打)?(?:电话|联系|关爱)名单$|^(?:今[天日])?(?:电话)?(?:还有)?谁(?:还)?没(?:打|联系)(?:电话|到)?$|^call list$/u,
)
const TAG = pattern(() => /^(取消|去掉|删掉?|撤掉?)?标[记签]/u)
const TAG_WORDS: [TagName, RegExp][] = [
  ['alone', /独居|独自|一个人住|alone/u],
  ['no-phone', /(?:无|没有?|不会用)(?:智能)?(?:手机|机|微信)|老人机|no.?(?:smart)?phone/u],
  ['over-80', /80|八十|高龄/u],
  ['chronic', /慢性?病|长期(?:吃|服)药|chronic/u],
  ['carer', /照护|照顾|照料|护理|陪护|失能|卧床|carer/u],
]
const PHONE = /(?:电话|手机号?)?\s?:?\s?(?<!\d)(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|[2-8]\d{6,7})(?!\d)/u

export const CALLS = [LIST, TAG]

export const readCalls = (message: Message, text: string): Command | null => {
  if (message.says(LIST, text)) return { kind: 'calls' }
  const found = message.find(TAG, text)
  const place = message.places.find((one) => one.room !== null)
  if (found === null || place === undefined) return null
  const rest = message.text.slice(place.end)
  const phone = PHONE.exec(rest)
  const words = phone === null ? rest : rest.replace(phone[0], ' ')
  const { building, unit, room } = place
  return {
    kind: 'tag',
    address: { building, unit, room },
    tags: TAG_WORDS.filter(([, sign]) => sign.test(words)).map(([tag]) => tag),
    phone: phone?.[1] ?? null,
    off: found[1] !== undefined,
  }
}
