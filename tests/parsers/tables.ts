/** The lines of tables of test sentences, without comments: each with its file's name and its number. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of the tables of a folder whose name, without its ending, is meant; in the order of their names. */
export const linesOfTables = (folder: string, isMeant: (name: string) => boolean): { line: string; id: string }[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.tsv') && isMeant(file.replace('.tsv', '')))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((line, index) => ({ line, id: `${file.replace('.tsv', '')}:${index + 1}` }))
        .filter(({ line }) => line.trim() !== '' && !line.startsWith('#')),
    )
