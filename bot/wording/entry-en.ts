/** An entry of a list, in English. */
import { medicinesOf, said } from './said-en.js'
import type { ListedEntry } from './wording.js'

/** Kept as the resident wrote it: whoever shops looks twice. */
export const mark = ({ known }: { known: boolean }): string => (known ? '' : ' (not in the catalogue)')

const listedLine = (line: ListedEntry['lines'][number]): string =>
  line.status === 'out'
    ? `${line.item} (out)`
    : `${said(line)}${line.spec === null ? '' : ` (${line.spec})`}${line.standing ? ' (standing)' : ''}${mark(line)}${line.status === 'delivered' ? '✓' : ''}`
export const entry = (one: ListedEntry, hide: boolean): string => {
  const marks = `${one.urgent === null ? '' : '[URGENT] '}${one.staffOnly ? '[staff only] ' : ''}${one.heavy ? '[heavy] ' : ''}`
  const done = one.status === 'delivered' || one.status === 'received' ? ' ✓' : one.status === 'undelivered' ? ' ✗' : ''
  const shown = one.lines.filter((line) => !hide || line.medicine === '')
  const hidden = one.lines.length - shown.length
  return `${one.no}. ${one.door} ${marks}${[...shown.map(listedLine), ...(hidden > 0 ? [medicinesOf(hidden)] : [])].join(', ')}${done}`
}
