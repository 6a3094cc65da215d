/** Reads the settings file as YAML and knows in which line each field stands. */
import { readFileSync } from 'node:fs'
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { type Said, sentences, yamlFault } from './settings-words.js'

export interface FileFault {
  line: number | null
  says: Said
}
export interface SettingsFile {
  /** The outermost fields; empty where the file could not be read. */
  written: Record<string, unknown>
  /** Why it could not be read. */
  faults: FileFault[]
  /** The line of a field, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number
}

export const readSettingsFile = (file: string): SettingsFile => {
  const refused = (says: Said, line: number | null = null): SettingsFile => ({ written: {}, faults: [{ line, says }], lineOf: () => 1 })
  const read = textOf(file)
  if ('says' in read) return refused(read.says)
  const lines = new LineCounter()
  const document = parseDocument(read.text, { lineCounter: lines, logLevel: 'error', prettyErrors: false })
  const rows = read.text.split('\n')
  const faults = new Map<number, FileFault>()
  for (const { code, pos } of document.errors) {
    const { line } = lines.linePos(Math.min(pos[0], read.text.length))
    const wideColon = /^[^'"#]*：/u.test(rows[line - 1] ?? '')
    if (!faults.has(line)) faults.set(line, { line, says: yamlFault(code, wideColon) })
  }
  if (faults.size > 0) return { written: {}, faults: [...faults.values()], lineOf: () => 1 }

  const lineOf = (path: readonly PropertyKey[]): number => {
    let node: unknown = document.contents
    let offset = 0
    for (const step of path) {
      const here = isAlias(node) ? node.resolve(document) : node
      const pair = isMap(here)
        ? here.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step))
        : undefined
      const item = isSeq(here) ? here.items[Number(step)] : undefined
      const mark = pair?.key ?? item
      if (!isNode(mark)) break
      offset = mark.range?.[0] ?? offset
      node = pair === undefined ? item : pair.value
    }
    return lines.linePos(offset).line
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 })
    if (value === null || value === undefined) return { written: {}, faults: [], lineOf }
    if (typeof value !== 'object' || Array.isArray(value)) return refused(sentences.notSettings(), 1)
    return { written: Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null)), faults: [], lineOf }
  } catch {
    return refused(yamlFault('BAD_ALIAS', false))
  }
}

const textOf = (file: string): { text: string } | { says: Said } => {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return { says: code === 'ENOENT' ? sentences.noFile() : code === 'EISDIR' ? sentences.folder() : sentences.unreadable() }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? { says: sentences.notUtf8() } : { text }
  } catch {
    return { says: sentences.notUtf8() }
  }
}
