/** What `linxu parse --jsonl` answers where the labelled corpus has no word for an act. */
import { describe, expect, it } from 'vitest'
import { inCorpusForm } from '../../cli/commands/parse.js'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'

const { reader } = openReader(loadSettings(undefined, {}))
const answered = (text: string): string[] =>
  inCorpusForm(reader.understand(text, { room: { kind: 'grid', grid: '1' }, sender: { role: 'staff', alias: null, home: null } })).map(
    (act) => act.act,
  )

describe('what staff write, in the corpus’ own acts', () => {
  it.each([
    ['5-1-302没人接，5-1-102关机', ['undelivered']],
    ['5-1-302 打了，要小米2斤', ['order']],
    ['5-1-302电话打通了，什么都不缺', []],
    ['排骨没有，换五花肉', ['stock']],
  ])('%s', (text, acts) => {
    expect(answered(text)).toEqual(acts)
  })
})
