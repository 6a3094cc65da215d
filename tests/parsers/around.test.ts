/** Whatever a message means, it means the same with a greeting before it and thanks behind it. */
import { expect, it } from 'vitest'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import { readCases } from './cases.js'
import { told } from './score.js'

const { reader } = openReader(loadSettings(undefined, {}))
/** A quote stands at the begin of a message, before any greeting. */
const cases = readCases().filter(({ text }) => !text.startsWith('「'))

it.each([
  ['a greeting and thanks', (text: string) => `不好意思打扰了，你好，${text} 谢谢志愿者`],
  ['a name, a call and flowers', (text: string) => `@小王 在吗 ${text}🌹🌹`],
  ['a greeting to all and thanks twice', (text: string) => ` 大家好，各位辛苦了，${text}，谢谢谢谢😊`],
])('%s change nothing of what a message means', (_, around) => {
  const meaning = (text: string, context: (typeof cases)[number]): string => {
    const { acts, urgent } = reader.understand(text, context)
    return [...acts.map(told), urgent ?? ''].join(' | ')
  }
  const changed = cases.filter((one) => meaning(around(one.text), one) !== meaning(one.text, one)).map(({ id, text }) => `${id} ${text}`)
  expect(changed).toEqual([])
})
