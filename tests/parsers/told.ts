/** Reads the sentences of which only the kind is told (`told/*.tsv`, form in README.md). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFile } from '../../config/root.js'

const folder = packageFile('tests/parsers/told')

export interface ToldSentence {
  id: string
  text: string
  /** In the order of `order`, what matters most first. */
  kinds: string[]
}

/** `writer`: whose, as the files' names begin; `order`: all kinds that may be told; `without`: files left out. Throws where a line is none. */
export const readTold = (writer: string, order: readonly string[], without: readonly string[] = []): ToldSentence[] =>
  readdirSync(folder)
    .filter((file) => file.startsWith(writer) && file.endsWith('.tsv') && !without.includes(file.replace('.tsv', '')))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((line, index) => ({ line, id: `${file.replace('.tsv', '')}:${index + 1}` }))
        .filter(({ line }) => line.trim() !== '' && !line.startsWith('# '))
        .map(({ line, id }) => {
          const [told = '', text = ''] = line.split('\t')
          const kinds = order.filter((kind) => told.split('+').includes(kind))
          if (text === '' || kinds.length !== told.split('+').length) throw new Error(`${id}: not a kind and a sentence`)
          return { id, text: text.replaceAll('⏎', '\n'), kinds }
        }),
    )
