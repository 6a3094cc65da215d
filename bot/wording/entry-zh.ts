/** An entry of a list, in Chinese. */
import { said } from './said-zh.js'
import type { ListedEntry } from './wording.js'

/** Kept as the resident wrote it: whoever shops looks twice. */
export const mark = ({ known }: { known: boolean }): string => (known ? '' : '(目录外)')

const listedLine = (line: ListedEntry['lines'][number]): string =>
  line.status === 'out'
    ? `${line.item}(缺货)`
    : `${said(line)}${line.spec === null ? '' : `(${line.spec})`}${line.standing ? '(定期)' : ''}${mark(line)}${line.status === 'delivered' ? '✓' : ''}`

export const entry = (one: ListedEntry, hide: boolean): string => {
  const marks = `${one.urgent === null ? '' : '【急】'}${one.staffOnly ? '【专人】' : ''}${one.heavy ? '【重】' : ''}`
  const done = one.status === 'delivered' || one.status === 'received' ? '✓' : one.status === 'undelivered' ? '✗' : ''
  const shown = one.lines.filter((line) => !hide || line.medicine === '')
  const hidden = one.lines.length - shown.length
  return `${one.no}. ${one.door} ${marks}${[...shown.map(listedLine), ...(hidden > 0 ? [`药品${hidden}种`] : [])].join('、')}${done}`
}
