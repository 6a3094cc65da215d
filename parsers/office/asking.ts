/** 问需求 · 问需求 3栋2单元: the question for needs, now. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Command } from '../types.js'
import { readDoor } from './doors.js'

const ASK = pattern(() => /^(?:问一?下?(?:大家|居民|住户)?(?:的)?需求|ask (?:for )?needs)\s*:?\s*(.{0,12})$/u)

export const ASKING = [ASK]

export const readAsk = (message: Message, text: string): Command | null => {
  const found = message.find(ASK, text)
  if (found === null) return null
  const place = readDoor(found[1] ?? '')
  if (found[1] && place === null) return null
  return { kind: 'ask', building: place?.building ?? null, unit: place?.unit ?? null }
}
