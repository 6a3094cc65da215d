/** 加 X5 · 不加 X5: what came by two ways. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Command } from '../types.js'

const DOUBLE = pattern(() => /^(加上?|都要|不加|不要|重复|add|drop)\s?x\s?(\d{1,9})[。!了]*$/u)

export const readDouble = (message: Message, text: string): Command | null => {
  const found = message.find(DOUBLE, text)
  return found === null ? null : { kind: 'double', no: Number(found[2]), add: /^(?:加|都|add)/u.test(found[1] ?? '') }
}
