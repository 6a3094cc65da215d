/** Test rounds: begun, done at these doors, who is still to come. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import { readChinese } from '../tokens.js'
import type { Act, Address, Context } from '../types.js'
import { lastOf, readNamed } from './staff.js'

const ROUND = pattern(
  /核酸|采样|第?[一二三四五六七八九十\d]{1,3}轮|新一轮|抗原(?:检测|自测|测试|筛查)|全员|自测|筛查|大筛|[未没漏](?:做|采|测|检)/u,
)
const ROUND_NO = pattern(/第?([一二三四五六七八九十\d]{1,3})轮/u)
const START = pattern(/开始|启动|开采|开做|开测|现在做|可以做了|开动|走起/u)
const NOT_START = pattern(/什么时候|几点|明天|通知|预计|准备|结束|吗|\?|推迟|取消|没开始|还没|可能|要是|如果/u)
const REMAINING = pattern(
  /(?:谁|哪家|哪户|哪几[户家])(?:还)?漏|还?剩(?:谁|下谁|哪|哪些|几户|几家|多少)|还有(?:谁|哪|几|多少)|(?:谁|哪家|哪户|哪些人?|哪几[户家])(?:还)?(?:没|未)|没(?:做|采|测)的?(?:还有|有|是)?(?:谁|哪)|漏(?:了|采|做)?(?:谁|哪)|还?差(?:谁|哪|几|多少)|缺(?:谁|哪)|(?:谁|哪).{0,4}没(?:做|采|下来)|[未没漏](?:做|采|测|检|参加)(?:过)?(?:核酸|抗原|采样)?(?:的)?(?:人员|住户|居民|人|家庭)?[^,。]{0,3}(?:名单|统计|报(?:给|一)|发(?:我|给|一|来)|列)/u,
)
const DONE = pattern(
  /(?:做|采|测|捅|检)(?:完|了|好|过|毕|咗)|(?:已|都|全)(?:做|采|测|检|完成)|扫尾|采样完|核酸.{0,4}(?:完成|结束|完事|完|搞定|齐了)|做核酸了|检测完/u,
)

export const roundActs = (message: Message, context: Context): Act[] => {
  const { text } = message
  const span = { start: 0, end: text.length }
  const asRound = message.says(ROUND, text)
  if (asRound && message.says(REMAINING, text)) return [{ act: 'round', op: 'remaining', targets: [], except: [], span }]
  const no = message.find(ROUND_NO, text)?.[1]
  if (asRound && message.says(START, text) && !message.says(NOT_START, text) && !message.says(DONE, text))
    return [{ act: 'round', op: 'start', ...(no === undefined ? {} : { no: numberOf(no) }), targets: [], except: [], span }]
  return message.says(DONE, text) && !/送/u.test(text) && !isOpen(text) ? doneActs(message, context) : []
}

const numberOf = (text: string): number => (/^\d+$/u.test(text) ? Number(text) : readChinese(text)) || 1

/** Asked, or not done, once what was left out is put aside. */
const isOpen = (text: string): boolean =>
  /没做|没采|未做|\?|吗$|了没(?:有)?$|要是|如果|明天|准备/u.test(text.replace(/除了?[^,。]*|[^,。]*(?:没做|没采|没下来|未做)[^,。]*/gu, ''))

const doneActs = (message: Message, context: Context): Act[] => {
  const span = { start: 0, end: message.text.length }
  const named = readNamed(message, message.clauses, context.room, null)
  const left = message.clauses.filter((clause) => /没做|没采|没下来|没开门|未做|不在/u.test(clause.text) && !/除/u.test(clause.text))
  const missing = readNamed(message, left, context.room, lastOf(named))
  const lacks = (address: Address): boolean =>
    missing.targets.some((other) => other.building === address.building && other.unit === address.unit && other.room === address.room)
  const targets = named.targets.filter((address) => !lacks(address))
  if (targets.length === 0 && /都|全/u.test(message.text) && context.room.kind === 'unit')
    targets.push({ building: context.room.building ?? null, unit: context.room.unit ?? null, room: null })
  return targets.length === 0 ? [] : [{ act: 'round', op: 'done', targets, except: [...named.except, ...missing.targets], span }]
}
