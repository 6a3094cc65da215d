/** Reads the tables of test sentences (`cases/*.tsv`, form in README.md) into records of the labelled corpus. */
import { packageFile } from '../../config/root.js'
import { linesOfTables } from './tables.js'

interface GoldLine {
  item: string
  qty: number | null
  unit: string | null
  op?: string
  alt?: { item?: string; qty?: number | null; unit?: string | null }[]
}
export interface GoldAct {
  act: string
  address?: ReturnType<typeof readAddress>
  lines?: GoldLine[]
  changes?: GoldLine[]
  targets?: ReturnType<typeof readAddress>[]
  except?: ReturnType<typeof readAddress>[]
  entries?: number[]
  [field: string]: unknown
}
export interface Case {
  id: string
  text: string
  room: { kind: 'unit' | 'building' | 'grid' | 'direct'; building?: string; unit?: string; grid?: string }
  sender: { role: 'resident' | 'volunteer' | 'staff'; alias: string | null; home: ReturnType<typeof readAddress> | null }
  expect: { acts: GoldAct[]; urgent: string | null; review?: boolean }
}

const folder = packageFile('tests/parsers/cases')
const KINDS = { u: 'unit', b: 'building', g: 'grid', d: 'direct' } as const
const ROLES = { r: 'resident', v: 'volunteer', s: 'staff' } as const
const OPS: Record<string, string> = { '+': 'add', '=': 'set', '-': 'remove' }

export const readAddress = (text: string) => {
  const [building, unit, room] = text.split('-').map((part) => (part === '·' || part === '' ? null : part))
  return { building: building ?? null, unit: unit ?? null, room: room ?? null }
}

const readQuantity = (text: string): { qty: number | null; unit: string | null } => {
  if (text === '-' || text === '') return { qty: null, unit: null }
  const found = /^(-|\d+(?:\.\d+)?)?(.*)$/u.exec(text)
  const amount = found?.[1]
  return { qty: amount === undefined || amount === '-' ? null : Number(amount), unit: found?.[2] || null }
}

const readLine = (text: string): GoldLine => {
  const cut = text.trim().lastIndexOf(' ')
  const names = (cut < 0 ? text.trim() : text.trim().slice(0, cut)).split('/')
  const amounts = (cut < 0 ? '-' : text.trim().slice(cut + 1)).split('~').map(readQuantity)
  const item = names[0] ?? ''
  const first = amounts[0] ?? { qty: null, unit: null }
  const readings = names.flatMap((name) => amounts.map((amount) => ({ item: name, ...amount }))).slice(1)
  return { item, ...first, ...(readings.length > 0 ? { alt: readings } : {}) }
}

const readAct = (text: string): GoldAct => {
  const colon = text.indexOf(':')
  const [act = '', ...words] = (colon < 0 ? text : text.slice(0, colon)).trim().split(/\s+/u)
  const rest =
    colon < 0
      ? []
      : text
          .slice(colon + 1)
          .split(';')
          .filter((piece) => piece.trim() !== '')
  if (act === 'order') return { act, address: readAddress(words[0] ?? '·'), lines: rest.map(readLine) }
  if (act === 'amend') {
    const changes = rest.map((piece) => ({ op: OPS[piece.trim()[0] ?? ''] ?? 'add', ...readLine(piece.trim().slice(1)) }))
    return { act, address: readAddress(words[0] ?? '·'), changes }
  }
  if (act === 'delivered' || act === 'undelivered') return { act, ...readTargets(words) }
  if (act === 'stock') return { act, item: words[0], state: words[1] }
  if (act === 'risk') return { act, address: readAddress(words[0] ?? '·'), level: words[1] }
  if (act === 'round') return { act, op: words[0], ...readTargets(words.slice(1)) }
  if (act === 'called')
    return { act, results: words.map((word) => ({ address: readAddress(word.split('=')[0] ?? ''), result: word.split('=')[1] ?? '' })) }
  if (act === 'list') return { act, grid: words[0] ?? null }
  return { act, address: readAddress(words[0] ?? '·'), ...(words[1] === undefined ? {} : { what: words[1] }) }
}

const readTargets = (words: string[]) => {
  const entries = words.filter((word) => word.startsWith('#')).map((word) => Number(word.slice(1)))
  const except = words.filter((word) => word.startsWith('-')).map((word) => readAddress(word.slice(1)))
  const targets = words.filter((word) => !/^[#-]/u.test(word)).map(readAddress)
  return {
    ...(targets.length > 0 ? { targets } : {}),
    ...(entries.length > 0 ? { entries } : {}),
    ...(except.length > 0 ? { except } : {}),
  }
}

const readCase = (line: string, id: string): Case => {
  const [who = '', text = '', meaning = ''] = line.split('\t')
  const [place = 'd', role = 'r', ...named] = who.trim().split(' ')
  const [alias = '', home] = named.join(' ').split('@')
  const kind = KINDS[place[0] as keyof typeof KINDS]
  const [first, unit] = place.slice(1).split('-')
  const room = kind === 'grid' ? { kind, grid: first ?? '' } : { kind, ...(first ? { building: first } : {}), ...(unit ? { unit } : {}) }
  const urgent = /!(medicine|emergency|distress)/u.exec(meaning)?.[1] ?? null
  const review = /\s\?\s*$/u.test(meaning)
  const told = meaning
    .replace(/!(medicine|emergency|distress)/u, '')
    .replace(/\s\?\s*$/u, '')
    .trim()
  const acts = told === 'talk' || told === '' ? [] : told.split(' | ').map(readAct)
  return {
    id,
    text: text.replaceAll('⏎', '\n').replaceAll('⇥', '\t'),
    room,
    sender: {
      role: ROLES[role as keyof typeof ROLES],
      alias: alias === '' || alias === '-' ? null : alias,
      home: home ? readAddress(home) : null,
    },
    expect: { acts, urgent, ...(review ? { review } : {}) },
  }
}

/** Every case of one table, or of all tables; the id is the file's name and the line's number. */
export const readCases = (name?: string): Case[] =>
  linesOfTables(folder, (file) => name === undefined || file === name).map(({ line, id }) => readCase(line, id))
