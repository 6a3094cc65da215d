/** Reads the sentences of which only the kind is told (`told/*.tsv`, form in README.md). */
import { packageFile } from '../../config/root.js'
import { linesOfTables } from './tables.js'

const folder = packageFile('tests/parsers/told')

export interface ToldSentence {
  id: string
  text: string
  /** In the order of `order`, what matters most first. */
  kinds: string[]
}

/** `writer`: whose, as the files' names begin; `order`: all kinds that may be told; `without`: files left out. Throws where a line is none. */
export const readTold = (writer: string, order: readonly string[], without: readonly string[] = []): ToldSentence[] =>
  linesOfTables(folder, (name) => name.startsWith(writer) && !without.includes(name)).map(({ line, id }) => {
    const [told = '', text = ''] = line.split('\t')
    const kinds = order.filter((kind) => told.split('+').includes(kind))
    if (text === '' || kinds.length !== told.split('+').length) throw new Error(`${id}: not a kind and a sentence`)
    return { id, text: text.replaceAll('⏎', '\n'), kinds }
  })
