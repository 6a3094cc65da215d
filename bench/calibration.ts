/**
 * How often a reading is right, by how sure it is: over the tables of test sentences and any labelled corpus (`*.jsonl`) that is named.
 * `npm run bench:calibration -- [CORPUS.jsonl …]`
 */
import { readFileSync } from 'node:fs'
import { openReader } from '../cli/office.js'
import { loadSettings } from '../config/settings.js'
import type { Understanding } from '../parsers/types.js'
import { type Case, readCases } from '../tests/parsers/cases.js'
import { isRight } from '../tests/parsers/score.js'

const BINS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1]

interface Bin {
  readings: number
  right: number
  sure: number
  review: number
}

const readCorpus = (file: string): Case[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))

const settings = loadSettings(undefined, {})
const { reader } = openReader(settings)

const measure = (title: string, cases: readonly Case[], counts: (read: Understanding) => boolean): void => {
  const bins = BINS.map((): Bin => ({ readings: 0, right: 0, sure: 0, review: 0 }))
  let apart = 0
  let all = 0
  for (const one of cases) {
    const read = reader.understand(one.text, one)
    const bin = bins[BINS.findLastIndex((from) => from <= read.confidence)]
    if (bin === undefined || !counts(read)) continue
    bin.readings++
    bin.sure += read.confidence
    if (isRight(one, read)) bin.right++
    if (read.review) bin.review++
  }
  const out = [`${title}: readings, of them right, mean confidence, to be reviewed`]
  for (const [index, { readings, right, sure, review }] of bins.entries()) {
    if (readings === 0) continue
    const until = BINS[index + 1]
    const range = until === undefined ? '1.00     ' : `${BINS[index]?.toFixed(2)}–${until.toFixed(2)}`
    out.push(`  ${range}  ${String(readings).padStart(5)}  ${share(right, readings)}  ${(sure / readings).toFixed(2)}  ${review}`)
    apart += Math.abs(right - sure)
    all += readings
  }
  out.push(`  mean distance of confidence from the share that is right: ${all === 0 ? '-' : (apart / all).toFixed(3)}`)
  process.stdout.write(`${out.join('\n')}\n`)
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1).padStart(5)} %`

const corpora: [string, Case[]][] = [
  ['tables of test sentences', readCases()],
  ...process.argv.slice(2).map((file): [string, Case[]] => [file, readCorpus(file)]),
]
const { takeAbove, reviewAbove } = settings.understanding
process.stdout.write(`taken from ${takeAbove}, asked about or shown to staff from ${reviewAbove}\n`)
for (const [title, cases] of corpora) {
  measure(`${title}, with acts`, cases, ({ acts }) => acts.length > 0)
  measure(`${title}, taken for talk`, cases, ({ acts }) => acts.length === 0)
}
