/** `linxu doctor`: what is wrong and what to do, in plain words; exit code 1 where something must be done. */
import { Command } from 'commander'
import { loadSettings, type Settings, SettingsRefused } from '../../config/settings.js'
import { examine } from '../doctor/examine.js'
import { type Finding, finding } from '../doctor/finding.js'
import { databaseUrl } from '../office.js'

const SIGNS: Record<Finding['level'], string> = { ok: '✓', look: '·', act: '✗' }

export const doctorCommand = (): Command => {
  const command = new Command('doctor').description('检查设置、数据、磁盘、时钟、群、备份，说该怎么办 / what is wrong and what to do')
  command.option('--json', 'JSON')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  return command.action(async (flags: { json?: boolean; db?: string; settings?: string }) => {
    const { found, language } = await seen(flags)
    const act = found.some(({ level }) => level === 'act')
    if (flags.json === true) process.stdout.write(`${JSON.stringify({ ok: !act, findings: found }, null, 1)}\n`)
    else for (const one of found) process.stdout.write(`${SIGNS[one.level]} ${one[language]}\n`)
    // A puppet that was loaded may keep the process alive.
    process.exit(act ? 1 : 0)
  })
}

const seen = async (flags: { db?: string; settings?: string }): Promise<{ found: Finding[]; language: Settings['language'] }> => {
  try {
    const settings = loadSettings(flags.settings)
    return { found: await examine(settings, databaseUrl(flags.db ?? settings.database), Date.now()), language: settings.language }
  } catch (error) {
    if (!(error instanceof SettingsRefused)) throw error
    return { found: [finding('settings', 'act', error.message, error.message)], language: 'zh' }
  }
}
