/** Of the sentences of which only the kind is told, most do what they are told to do: they were learnt from, and the words have their say too. */
import { expect, it } from 'vitest'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import { KINDS, kindOf, STAFF_KINDS, staffKindOf } from '../../parsers/gist.js'
import type { Context } from '../../parsers/types.js'
import { readTold } from './told.js'

const { reader } = openReader(loadSettings(undefined, {}))
const room: Context['room'] = { kind: 'unit', building: '3', unit: '2' }
const RESIDENT: Context = { room, sender: { role: 'resident', alias: '张阿姨', home: { building: '3', unit: '2', room: '501' } } }
const STAFF: Context = { room, sender: { role: 'staff', alias: '小王', home: null } }

it.each([
  ['residents', KINDS, RESIDENT, 0.85],
  ['staff', STAFF_KINDS, STAFF, 0.8],
] as const)('does what it is told to do: %s', (writer, kinds, context, least) => {
  const sentences = readTold(writer, kinds)
  const right = sentences.filter(({ text, kinds: [told] }) => {
    const { acts, urgent } = reader.understand(text, context)
    return told === (writer === 'staff' ? staffKindOf(acts) : kindOf(acts, urgent))
  })
  expect(sentences.length).toBeGreaterThan(1000)
  expect(right.length / sentences.length).toBeGreaterThan(least)
})

it('refuses a line that is no kind and a sentence', () => {
  expect(() => readTold('residents', ['order'])).toThrow(/residents-\w+:\d+/u)
})
