/** Compares an understanding with its gold meaning as the corpus' scorer does. */
import type { Act, Understanding } from '../../parsers/types.js'
import type { Case, GoldAct } from './cases.js'

const SAME_UNIT = [
  ['只', '个', '枚'],
  ['棵', '颗'],
  ['元', '块', '块钱'],
]
const unitOf = (unit: string | null | undefined): string | null => SAME_UNIT.find((set) => set.includes(unit ?? ''))?.[0] ?? unit ?? null
const addressOf = (address: { building?: string | null; unit?: string | null; room?: string | null } | undefined): string =>
  [address?.building, address?.unit, address?.room].map((part) => part ?? '·').join('-')

const lineWords = (line: { item: string; qty: number | null; unit: string | null; op?: string | undefined }): string =>
  `${line.op ?? ''}${line.item} ${line.qty ?? '-'}${unitOf(line.unit) ?? ''}`

/** An act as one line of words, so that a difference can be read. */
export const told = (act: Act | GoldAct): string => {
  const lines = 'lines' in act && act.lines !== undefined ? act.lines : 'changes' in act && act.changes !== undefined ? act.changes : []
  return `${bare(act)} ${lines.map(lineWords).join('; ')}`.trim()
}

/** The act without its lines. */
const bare = (act: Act | GoldAct): string => {
  const rest: string[] = []
  if ('targets' in act && Array.isArray(act.targets)) rest.push(...act.targets.map(addressOf).sort())
  if ('entries' in act && Array.isArray(act.entries)) rest.push(...act.entries.map((no) => `#${no}`))
  if ('except' in act && Array.isArray(act.except)) rest.push(...act.except.map((one) => `-${addressOf(one)}`))
  if ('results' in act && Array.isArray(act.results))
    rest.push(...act.results.map(({ address, result }) => `${addressOf(address)}=${result}`))
  const where = 'address' in act && act.address !== undefined ? ` ${addressOf(act.address)}` : ''
  const fields = Object.entries(act).filter(([name]) => ['what', 'item', 'state', 'level', 'op'].includes(name))
  const grid = act.act === 'list' && 'grid' in act ? ` ${act.grid ?? ''}` : ''
  return `${act.act}${where} ${fields.map(([, value]) => value).join(' ')} ${rest.join('; ')}${grid}`.replace(/\s+/gu, ' ').trim()
}

const sameLines = (gold: GoldAct, act: Act): boolean => {
  const want = gold.lines ?? gold.changes ?? []
  const left = act.act === 'order' ? act.lines.map((line) => ({ ...line, op: undefined })) : act.act === 'amend' ? [...act.changes] : []
  if (left.length !== want.length) return false
  return want.every((line) => {
    const readings = [line, ...(line.alt ?? []).map((other) => ({ ...line, ...other }))]
    const found = left.findIndex((got) =>
      readings.some((one) => one.item === got.item && one.qty === got.qty && unitOf(one.unit) === unitOf(got.unit) && one.op === got.op),
    )
    if (found >= 0) left.splice(found, 1)
    return found >= 0
  })
}

export const isRight = ({ expect }: Case, got: Understanding): boolean => {
  if ((expect.urgent ?? null) !== got.urgent || expect.acts.length !== got.acts.length) return false
  return expect.acts.every((gold, index) => {
    const act = got.acts[index]
    if (act === undefined || act.act !== gold.act) return false
    return bare(gold) === bare(act) && (gold.lines === undefined && gold.changes === undefined ? true : sameLines(gold, act))
  })
}
