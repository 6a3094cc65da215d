/** One thing that `linxu doctor` looked at. */

export interface Finding {
  check: 'settings' | 'database' | 'disk' | 'clock' | 'rooms' | 'staff' | 'puppet' | 'backup' | 'waiting'
  /** `act`: something must be done · `look`: it should be known. */
  level: 'ok' | 'look' | 'act'
  /** What is so, and, where it is not well, what to do. */
  zh: string
  en: string
}

export const finding = (check: Finding['check'], level: Finding['level'], zh: string, en: string): Finding => ({ check, level, zh, en })

/** The first few of many. */
export const few = (names: readonly string[], sign: string): string =>
  names.length > 8 ? `${names.slice(0, 8).join(sign)}…（${names.length}）` : names.join(sign)

const HOUR = 3600_000

export const hours = (milliseconds: number): number => Math.floor(milliseconds / HOUR)
