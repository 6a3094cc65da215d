/** Reads the settings file; a wrong one is refused with every fault, its line, and what is allowed. */
import { existsSync, readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import { packageFile } from './root.js'
import { type Settings, settingsSchema } from './settings-schema.js'

export type { Settings } from './settings-schema.js'

/** `message` names every fault, one a line. */
export class SettingsRefused extends Error {}

type Environment = Record<string, string | undefined>

export const loadSettings = (file?: string, environment: Environment = process.env): Settings => {
  const named = file ?? environment.LINXU_SETTINGS
  const path = named ?? (existsSync('linxu.yaml') ? 'linxu.yaml' : packageFile('config/communities/futong.yaml'))
  const settings = readSettings(path)
  return environment.LINXU_DATABASE === undefined ? settings : { ...settings, database: environment.LINXU_DATABASE }
}

const readSettings = (path: string): Settings => {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  const broken = document.errors.map((error) => `${path}:${error.linePos?.[0].line ?? 1} ${error.message.split('\n')[0]}`)
  if (broken.length > 0) throw new SettingsRefused(broken.join('\n'))
  const result = settingsSchema.safeParse(document.toJS())
  if (result.success) return result.data
  throw new SettingsRefused(result.error.issues.map((issue) => `${path} ${issue.path.join('.')}: ${issue.message}`).join('\n'))
}
