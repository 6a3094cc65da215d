/** Reads the settings file; a wrong one is refused with every fault, its line, and what is allowed. */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { z } from 'zod'
import { packageFile } from './root.js'
import { crossFaults, type Fault } from './settings-checks.js'
import { readSettingsFile } from './settings-file.js'
import { databaseSchema, keysOf, type Settings, settingsSchema } from './settings-schema.js'
import { allowed, type Language, missing, type Said, unknownKey, wrong } from './settings-words.js'

export type { LayoutSettings, Settings } from './settings-schema.js'

/** `message` names every fault, one a line. */
export class SettingsRefused extends Error {}

const SAMPLE = packageFile('config/communities/futong.yaml')

type Environment = Record<string, string | undefined>

/**
 * `file`, else LINXU_SETTINGS, else ./linxu.yaml, else the sample community; LINXU_DATABASE goes before the file's database.
 * `catalogue` comes back as a whole path: beside the file, with the sample community in the present folder.
 */
export const loadSettings = (file?: string, environment: Environment = process.env): Settings => {
  const named = file ?? (environment.LINXU_SETTINGS || undefined)
  const path = named ?? (existsSync('linxu.yaml') ? 'linxu.yaml' : SAMPLE)
  const { written, faults: unread, lineOf } = readSettingsFile(path)
  const language: Language =
    [environment.LINXU_LANGUAGE || undefined, written.language].find((one) => one !== undefined) === 'en' ? 'en' : 'zh'
  const say = (where: string, says: Said): string => `${legible(where)}${language === 'en' ? ': ' : '：'}${legible(says[language])}`
  if (unread.length > 0) {
    const at = ({ line }: { line: number | null }): string => (line === null ? path : `${path}:${line}`)
    throw new SettingsRefused(unread.map((fault) => say(at(fault), fault.says)).join('\n'))
  }
  const read = settingsSchema.safeParse(written)
  const found = [...(read.error?.issues ?? []).flatMap((issue) => faultsOf(issue, written)), ...crossFaults(written)]
  const placed = found.map((fault) => ({ ...fault, line: lineOf(fault.path) })).sort((a, b) => a.line - b.line)
  const lines = placed.map(({ line, path: field, says }) => say(`${path}:${line} ${field.join('.')}`, says))
  const database = environment.LINXU_DATABASE || undefined
  if (database !== undefined && !databaseSchema.safeParse(database).success)
    lines.push(say('LINXU_DATABASE', wrong(null, allowed('database'))))
  if (lines.length > 0 || read.data === undefined) throw new SettingsRefused(lines.join('\n'))
  const beside = path === SAMPLE ? '.' : dirname(path)
  const settings = { ...read.data, catalogue: resolve(beside, read.data.catalogue) }
  return database === undefined ? settings : { ...settings, database }
}

/** What stands in the file is echoed in one line: without controls, and without marks that hide or turn what is around them. */
const legible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')

const SECRET = ['database', 'chat', 'web']

const faultsOf = (issue: z.core.$ZodIssue, written: unknown): Fault[] => {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  const [section] = path
  if (issue.code === 'unrecognized_keys') {
    const keys = keysOf(section === undefined ? undefined : String(section))
    return issue.keys.map((key) => ({ path: [...path, key], says: unknownKey(key, keys) }))
  }
  const value = valueAt(written, path)
  const what = allowed(issue.message)
  if (value === undefined) return [{ path, says: missing(what) }]
  return [{ path, says: wrong(SECRET.includes(String(section)) ? null : shown(value), what) }]
}

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((found, step) => (typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined), value)

const shown = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
