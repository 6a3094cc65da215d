/** The form of the settings file. Every field may be left out; the defaults are those of the sample community. */
import { z } from 'zod'

/** Messages name an entry of `settings-words.ts`, with its bounds. */
const label = z
  .union([z.string(), z.number()], { error: 'text' })
  .transform((value) => String(value).trim())
  .refine((text) => text !== '', { error: 'text' })
const time = z.string({ error: 'time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/u, { error: 'time' })
const whole = (from: number, to: number) => {
  const error = `whole ${from} ${to}`
  return z.number({ error }).int({ error }).min(from, { error }).max(to, { error })
}
const number = (from: number, to: number) => {
  const error = `number ${from} ${to}`
  return z.number({ error }).min(from, { error }).max(to, { error })
}
const oneOf = <const T extends readonly [string, ...string[]]>(choices: T) => z.enum(choices, { error: `one ${choices.join(' ')}` })
const flag = z.boolean({ error: 'switch' })

/** `'1-4,6,A'` → 1, 2, 3, 4, 6, A; null where it is none. */
const buildingsNamed = (written: string): string[] | null => {
  const text = written
    .normalize('NFKC')
    .replace(/、/gu, ',')
    .replace(/[–—~至到]/gu, '-')
    .replace(/\s+/gu, '')
  const names: string[] = []
  for (const piece of text.toUpperCase().split(',')) {
    const [, from = '', to = from] = /^(\d{1,3}|[A-Z])(?:-(\d{1,3}|[A-Z]))?$/u.exec(piece) ?? []
    const lettered = /^[A-Z]$/u.test(from)
    if (from === '' || lettered !== /^[A-Z]$/u.test(to)) return null
    const [first, last] = lettered ? [from.charCodeAt(0), to.charCodeAt(0)] : [Number(from), Number(to)]
    if (last < first) return null
    for (let sign = first; sign <= last; sign++) names.push(lettered ? String.fromCharCode(sign) : String(sign))
  }
  return names
}

const range = z.union([z.string(), z.number()], { error: 'range' }).transform((value, context) => {
  const names = buildingsNamed(String(value))
  if (names !== null) return names
  context.addIssue({ code: 'custom', message: 'range' })
  return z.NEVER
})
const units = z
  .union([whole(1, 30), z.array(label).min(1, { error: 'units' })], { error: 'units' })
  .transform((given) => (typeof given === 'number' ? Array.from({ length: given }, (_, index) => String(index + 1)) : given))

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
/** A bare # in a password would cut the URL in two, and the host be read from the password. */
const isDatabase = (url: string): boolean =>
  url.startsWith('sqlite:')
    ? url.trim().length > 'sqlite:'.length
    : /^postgres(ql)?:\/\//u.test(url) && URL.canParse(url) && new URL(url).hash === ''

export const databaseSchema = z.string({ error: 'database' }).refine(isDatabase, { error: 'database' })

const layout = z.strictObject(
  {
    buildings: range,
    units: units.prefault(3),
    floors: whole(1, 99).default(6),
    homesPerFloor: whole(1, 99).default(2),
    lift: flag.default(false),
  },
  { error: 'section' },
)
/** `ask`, `askWords`: another hour and other words of the evening's question. */
const grid = z.strictObject(
  { id: label, name: label, buildings: range, ask: time.optional(), askWords: label.optional() },
  { error: 'section' },
)
const person = z.strictObject(
  { name: label, role: oneOf(['staff', 'volunteer', 'head']), grid: label.nullable().default(null) },
  { error: 'section' },
)
const room = z.strictObject(
  { topic: label, building: label.optional(), unit: label.optional(), grid: label.optional() },
  { error: 'section' },
)
const community = z.strictObject({ id: label.default('futong'), name: label.default('富通社区') }, { error: 'section' })
const schedule = z.strictObject(
  {
    ask: time.default('19:00'),
    cutOff: time.default('05:30'),
    digest: time.default('06:00'),
    remind: time.default('17:00'),
    thanks: time.default('20:30'),
    passages: time.default('20:40'),
    report: time.default('21:00'),
    lastCall: time.default('21:30'),
    calls: time.default('09:00'),
  },
  { error: 'section' },
)
/** From how many hours on a request that is not done is told each morning. */
const requests = z.strictObject({ overdueHours: whole(1, 720).default(24) }, { error: 'section' })
/** How long staff's own question in a group stands for the evening's. */
const asking = z.strictObject({ handMinutes: whole(0, 1440).default(120) }, { error: 'section' })
const pace = z.strictObject(
  {
    secondsBetweenMessages: number(0, 3600).default(3),
    gatherSeconds: number(0, 3600).default(8),
    gatherAtMostSeconds: number(0, 3600).default(300),
    quietFrom: time.default('22:00'),
    quietUntil: time.default('06:00'),
    maxCharacters: whole(100, 4000).default(1800),
    retrySeconds: z.array(whole(1, 86_400), { error: 'list' }).min(1, { error: 'list' }).default([5, 30, 120, 600]),
  },
  { error: 'section' },
)
const understanding = z.strictObject(
  {
    takeAbove: number(0, 1).default(0.6),
    reviewAbove: number(0, 1).default(0.3),
    /** How long an answer to a question counts; 0 asks nothing. */
    askMinutes: whole(0, 240).default(30),
  },
  { error: 'section' },
)
/** Whether a household is told of each price, or only when it asks. */
const accounts = z.strictObject({ tell: oneOf(['private', 'asked']).default('private') }, { error: 'section' })
/** For how many days a mark holds unless it is set again or lifted. */
const marks = z.strictObject({ confirmedDays: whole(1, 365).default(14), contactDays: whole(1, 365).default(7) }, { error: 'section' })
/** What an office may go without. */
const modules = z.strictObject(
  { marks: flag.default(true), disinfection: flag.default(true), rounds: flag.default(true), accounts: flag.default(false) },
  { error: 'section' },
)
const alerts = z.strictObject(
  { repeatMinutes: number(1, 240).default(10), closeMinutes: number(5, 1440).default(60) },
  { error: 'section' },
)
/** When the night shift begins; each of the three is eight hours long. */
const duty = z.strictObject({ night: time.default('00:00') }, { error: 'section' })
/** Days; a message leans on what was said up to two days before it, and an order is carried for three. */
const keep = z.strictObject(
  {
    textDays: whole(3, 3650).default(30),
    orderDays: whole(7, 3650).default(180),
    alertDays: whole(7, 3650).default(180),
    time: time.default('04:30'),
  },
  { error: 'section' },
)
const backup = z.strictObject(
  { folder: label.default('data/backups'), time: time.default('03:30'), keepDays: whole(1, 3650).default(14) },
  { error: 'section' },
)
const report = z.strictObject({ folder: label.default('data/reports') }, { error: 'section' })
/** Minutes until a receipt is asked for, and until an offer that nobody answers is left out; what one person carries at a time. */
const carrying = z.strictObject(
  {
    receiptMinutes: whole(5, 720).default(30),
    kilogramsPerTrip: whole(5, 500).default(20),
    answerMinutes: whole(5, 720).default(30),
  },
  { error: 'section' },
)
/** Orders of apps are taken where there is a token (`POST /api/orders`), alerts are shown where there is a password (`GET /alerts`). */
const web = z.strictObject(
  {
    host: label.default('127.0.0.1'),
    port: whole(1, 65_535).default(8080),
    token: z
      .string({ error: 'token' })
      .refine((text) => text === '' || /^[\x21-\x7e]{24,200}$/u.test(text), { error: 'token' })
      .default(''),
    password: z
      .string({ error: 'password' })
      .refine((text) => text === '' || /^[\x21-\x7e]{12,200}$/u.test(text), { error: 'password' })
      .default(''),
  },
  { error: 'section' },
)
const chat = z.strictObject(
  {
    puppet: label.default('wechaty-puppet-mock'),
    options: z.record(z.string(), z.unknown(), { error: 'section' }).default({}),
    account: label.default('linxu'),
    tellGapMinutes: number(0, 1440).default(1),
  },
  { error: 'section' },
)
const log = z.strictObject(
  { level: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'), texts: flag.default(false) },
  { error: 'section' },
)

/** Futong: 37 buildings, 117 units, 1,404 households, 6 grids. */
const LAYOUT: z.input<typeof layout>[] = [
  { buildings: '1-4,6-10,12-15,17-21,23-28,30-34,36-37', units: 3, floors: 6, homesPerFloor: 2 },
  { buildings: '5,11,16,22,29,35', units: 4, floors: 6, homesPerFloor: 2 },
]
const GRIDS: z.input<typeof grid>[] = [
  { id: '1', name: '一网格', buildings: '1-6' },
  { id: '2', name: '二网格', buildings: '7-12' },
  { id: '3', name: '三网格', buildings: '13-18' },
  { id: '4', name: '四网格', buildings: '19-24' },
  { id: '5', name: '五网格', buildings: '25-30' },
  { id: '6', name: '六网格', buildings: '31-37' },
]

export const settingsSchema = z.strictObject(
  {
    community: community.prefault({}),
    timeZone: z.string({ error: 'zone' }).refine(isZone, { error: 'zone' }).default('Asia/Shanghai'),
    language: oneOf(['zh', 'en']).default('zh'),
    layout: z.array(layout, { error: 'list' }).min(1, { error: 'list' }).prefault(LAYOUT),
    grids: z.array(grid, { error: 'list' }).min(1, { error: 'list' }).prefault(GRIDS),
    people: z.array(person, { error: 'items' }).default([]),
    rooms: z.array(room, { error: 'items' }).default([]),
    schedule: schedule.prefault({}),
    asking: asking.prefault({}),
    requests: requests.prefault({}),
    duty: duty.prefault({}),
    pace: pace.prefault({}),
    understanding: understanding.prefault({}),
    alerts: alerts.prefault({}),
    modules: modules.prefault({}),
    marks: marks.prefault({}),
    accounts: accounts.prefault({}),
    /** The folder of the community's own goods; the loader makes it a whole path. */
    catalogue: label.default('catalogue'),
    chat: chat.prefault({}),
    database: databaseSchema.default('sqlite:data/linxu.db'),
    spareFolder: label.default(''),
    backup: backup.prefault({}),
    report: report.prefault({}),
    carrying: carrying.prefault({}),
    web: web.prefault({}),
    keep: keep.prefault({}),
    log: log.prefault({}),
  },
  { error: 'section' },
)

/** The fields that a section, or an item of a list, may have. */
export const keysOf = (section: string | undefined): readonly string[] => {
  const parts: Record<string, { shape: object }> = {
    ...{ layout, grids: grid, people: person, rooms: room },
    ...{
      community,
      schedule,
      asking,
      requests,

      duty,
      pace,
      understanding,
      alerts,
      modules,
      marks,
      accounts,

      chat,
      backup,
      report,
      carrying,
      web,
      keep,
      log,
    },
  }
  return Object.keys((section === undefined ? settingsSchema : (parts[section] ?? settingsSchema)).shape)
}

export type Settings = z.infer<typeof settingsSchema>
export type LayoutSettings = Settings['layout']
