/** No expression of the parser stands still on a text that does not match. */
import { describe, expect, it } from 'vitest'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import { PATTERNS } from '../../parsers/pattern.js'
import { ambiguousIn } from './ambiguity.js'
import { readCases } from './cases.js'

/** All patterns, and every other expression that is asked while these messages are read. */
const expressionsOf = (messages: ReturnType<typeof readCases>): RegExp[] => {
  const { reader } = openReader(loadSettings(undefined, {}))
  const heard = new Map(PATTERNS.map(({ regex }) => [String(regex), regex]))
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function (text) {
    heard.set(String(this), this)
    return exec.call(this, text)
  }
  try {
    for (const message of messages) reader.understand(message.text, message)
  } finally {
    RegExp.prototype.exec = exec
  }
  return [...heard.values()]
}

describe('what is repeated', () => {
  it.each([
    [/(?:也|都|也都)*要/u, true],
    [/(?:＃+[、,]*)+的/u, true],
    [/(?:给我|帮我|我|给)*要/u, true],
    [/(?:帮我?|我)+来/u, true],
    [/[也都]*要/u, false],
    [/(?:＃(?:[、,]*＃)*)的/u, false],
    [/(?:\d{1,3}号?[,、]*)*$/u, true],
    [/(?:\d{1,3}(?!\d)号?[,、]*)*$/u, false],
    [/(?:他(?=还)|他家|家)*有/u, false],
    [/(?:谢谢(?:哈(?!$|[。!]))?|哈(?=$|[。!])|[。!])+$/u, false],
    [/(?:谢谢哈?|哈(?=$|[。!])|[。!])+$/u, true],
    [/(?:给我|帮我|我|给){0,8}要/u, false],
  ])('of %s can be cut in two ways: %s', (expression, isAmbiguous) => {
    expect(ambiguousIn(expression).length > 0).toBe(isAmbiguous)
  })

  it('can be cut in one way only in every expression of the parser', () => {
    const expressions = expressionsOf(readCases().filter((_, index) => index % 4 === 0))
    expect(expressions.length).toBeGreaterThan(1500)
    expect([...new Set(expressions.flatMap((expression) => ambiguousIn(expression)))]).toEqual([])
  })
})
