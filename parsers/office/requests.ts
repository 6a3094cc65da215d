/** Work on residents' requests: 认领 12, 派 12 给 小李, 回复 12：明天上午来, 办结 12：修好了, 请求清单. Without a number the quoted one is meant. */
import type { Message } from '../message.js'
import { pattern, patternOf } from '../pattern.js'
import type { Command } from '../types.js'
import { NOT_SENT, SENT } from '../words/delivery.js'

const LIST = pattern(() => /^(?:看|发)?(?:未办|没办|待办|超时)?(?:的)?(?:请求|诉求|报事|大事小情)(?:清单|列表|名单)?$|^requests$/u)
const NUMBER = '(?:请求|诉求)?\\s?(?:#\\s?)?(\\d{1,7})\\s?(?:号)?'
const TAKE = patternOf(`^认领(?:了)?\\s?(?:${NUMBER})?[!。]*$`)
const GIVE = patternOf(`^(?:派|转|交)(?:单|给)?\\s?(?:${NUMBER})?\\s?(?:交?给|[\\s:])\\s?(\\S{1,12})$`)
const ANSWER = patternOf(`^(?:回复|答复)\\s?(?:${NUMBER})?\\s?[:,\\s]\\s?(.+)$`, 'su')
const DONE = patternOf(`^(?:办结|办完)(?:了)?\\s?(?:${NUMBER})?\\s?(?:$|[:,\\s]\\s?(.+)$)`, 'su')

export const REQUESTS = [LIST, TAKE, GIVE, ANSWER, DONE]

export const readRequests = (message: Message, text: string): Command | null => {
  if (message.says(LIST, text)) return { kind: 'requests' }
  const found = handled(message, text)
  if (found === null || (found.op === 'answer' && found.no === undefined && tellsOfCarrying(message))) return null
  // The words go back to a resident as they were written, not as they are folded.
  const from = message.text.trimEnd().length - found.words.length
  const words = found.words === '' ? '' : message.raw.slice(message.at(from)).trim()
  return { kind: 'handle', op: found.op, no: found.no === undefined ? null : Number(found.no), words }
}

/** 回复：14号楼1单元402已送达: told to the office, and no answer to a request. */
const tellsOfCarrying = (message: Message): boolean =>
  message.places.some(({ room }) => room !== null) && (message.says(SENT) || message.says(NOT_SENT))

const OPS = [
  ['take', TAKE],
  ['give', GIVE],
  ['done', DONE],
  ['answer', ANSWER],
] as const

const handled = (message: Message, text: string): { op: (typeof OPS)[number][0]; no: string | undefined; words: string } | null => {
  for (const [op, form] of OPS) {
    const match = message.find(form, text)
    if (match !== null) return { op, no: match[1], words: match[2] ?? '' }
  }
  return null
}
