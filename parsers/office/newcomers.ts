/** 没报门牌: who has not said where they live. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Command } from '../types.js'

const LIST = pattern(
  () => /^(?:看|发)?(?:还有)?(?:谁|哪些人?)?(?:还)?没(?:有)?(?:报|登记|说)(?:过)?(?:门牌|房号|门牌号)(?:的)?(?:名单|人)?[?]?$|^newcomers$/u,
)

export const NEWCOMERS = [LIST]

export const readNewcomers = (message: Message, text: string): Command | null => (message.says(LIST, text) ? { kind: 'newcomers' } : null)
