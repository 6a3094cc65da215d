/** The least that must be loaded to read a message; with `weigh`, says what it weighs, with `patterns`, what its patterns are mixed into. */
import { builtVocabulary } from '../cli/vocabulary.js'
import { readerWith } from '../parsers/understand.js'
import { mixedPatterns } from '../parsers/vocabulary.js'

const weighs = process.argv.includes('weigh')
const memory = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
const before = weighs ? memory() : 0
const vocabulary = builtVocabulary()
if (vocabulary === null) throw new Error('the vocabulary is not built: npm run build')
const reader = readerWith(vocabulary)
const context = { room: { kind: 'direct' as const }, sender: { role: 'resident' as const } }
const { acts } = reader.understand('3栋2单元501 要胰导素一盒', context)
if (acts.length === 0) throw new Error('nothing was read')
if (weighs) process.stdout.write(`${((memory() - before) / 1024 / 1024).toFixed(1)} MB\n`)
if (process.argv.includes('patterns')) process.stdout.write(String(mixedPatterns()))
