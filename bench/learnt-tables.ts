/** Tables of turns of phrase, learnt from the test sentences and from those of which only the kind is told. */
import { builtVocabulary } from '../cli/vocabulary.js'
import { layoutFacts } from '../config/layout.js'
import { loadSettings } from '../config/settings.js'
import { LARGEST_WEIGHT, type TurnTable, type WRITERS } from '../config/turns.js'
import { KINDS, kindOf, maskedText, STAFF_KINDS, staffKindOf, TENTHS } from '../parsers/gist.js'
import { latinIn, withWords } from '../parsers/latin.js'
import { Message } from '../parsers/message.js'
/** With all its patterns, without which the vocabulary cannot be opened. */
import '../parsers/understand.js'
import { readCases } from '../tests/parsers/cases.js'
import { CHANGES, LAYOUTS, ORDERS, ORDERS_AROUND, REPORTS } from '../tests/parsers/frames.js'
import { readTold } from '../tests/parsers/told.js'
import { learn, sentenceOf } from './learning.js'

type Told = [text: string, kind: string]
const LONGEST = 200

/** Every way to say a thing, of a few things, since all are masked alike. */
const SAID = ['鸡蛋', '葱', '酱油']
const of = (frames: readonly string[], kind: string): Told[] =>
  frames.flatMap((frame) => SAID.map((said): Told => [frame.replace('X', said), kind]))
const framed = (kinds: readonly string[]): Told[] =>
  Object.entries(REPORTS).flatMap(([name, frames]) => {
    const kind = kinds.find((one) => one === name.replace(/^\w+ /u, ''))
    return kind === undefined ? [] : of(frames, kind)
  })
const framedOrders = (): Told[] => {
  const laidOut = LAYOUTS.layouts.map(
    (layout): Told => [layout.replace('A', '土豆').replace('B', '牛奶').replace('1', '两斤').replace('2', '3箱'), 'order'],
  )
  return [...of(ORDERS, 'order'), ...of(ORDERS_AROUND, 'order'), ...of(Object.values(CHANGES).flat(), 'amend'), ...laidOut]
}

const casesOf = (isResident: boolean): Told[] =>
  readCases()
    .filter(({ sender, text }) => (sender.role === 'resident') === isResident && text.length <= LONGEST)
    .map(({ text, expect }): Told => [text, isResident ? kindOf(expect.acts, urgencyOf(expect.urgent)) : staffKindOf(expect.acts)])

const sentencesOf = {
  residents: (): Told[] => [...casesOf(true), ...framed(KINDS), ...framedOrders()],
  staff: (): Told[] => [...casesOf(false), ...framed(['out', 'arrived'])],
}
const kindsOf: Record<(typeof WRITERS)[number], readonly string[]> = { residents: KINDS, staff: STAFF_KINDS }

const inTenths = (weight: number): number => Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, Math.round(weight * TENTHS)))

const urgencyOf = (urgent: string | null) => (urgent === 'emergency' || urgent === 'distress' || urgent === 'medicine' ? urgent : null)

/** `without`: names of files that are left out, to measure what is learnt on them. */
export const learnTable = (writer: (typeof WRITERS)[number], without: readonly string[] = []): TurnTable & { sentences: number } => {
  const vocabulary = builtVocabulary()
  if (vocabulary === null) throw new Error('the vocabulary is not built: npm run build')
  const layout = layoutFacts(loadSettings(undefined, {}))
  const kinds = kindsOf[writer]
  const told = readTold(writer, kinds, without).map(({ text, kinds: [kind = ''] }): Told => [text, kind])
  const words = new Map<string, string>()
  const sentences = [...sentencesOf[writer](), ...told].map(([text, kind]) => {
    const message = new Message(text, vocabulary.lexicon, layout)
    for (const [sign, word] of latinIn(message.text)) words.set(sign, words.get(sign) ?? word)
    return sentenceOf(maskedText(message), kinds.indexOf(kind))
  })
  const turns = [...learn(sentences, kinds.length)]
    .map(([turn, row]) => ({ turn: withWords(turn, words), weights: Array.from(row, inTenths) }))
    .filter(({ weights }) => weights.some((weight) => weight !== 0))
  return { kinds: [...kinds], turns, sentences: sentences.length }
}
