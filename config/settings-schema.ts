/** The form of the settings file. Every field may be left out; the defaults are those of the sample community. */
import { z } from 'zod'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, '要写成 HH:MM，如 "06:00" / write HH:MM, such as "06:00"')
const name = z.string().trim().min(1)
const seconds = z.number().min(0).max(3600)

/** `'1-4,6,A'` → 1, 2, 3, 4, 6, A. */
const range = z
  .union([z.string(), z.number()])
  .transform((value) => String(value))
  .refine((text) => /^\s*(\d{1,3}(\s*-\s*\d{1,3})?|[A-Z])(\s*,\s*(\d{1,3}(\s*-\s*\d{1,3})?|[A-Z]))*\s*$/u.test(text), {
    message: '要写成 "1-6" 或 "5,11,16" 或 "A" / write "1-6", "5,11,16" or "A"',
  })
  .transform((text) =>
    text.split(',').flatMap((piece) => {
      const [from = '', to] = piece.split('-').map((end) => end.trim())
      if (to === undefined) return [/^\d+$/u.test(from) ? String(Number(from)) : from]
      return Array.from({ length: Math.max(0, Number(to) - Number(from) + 1) }, (_, index) => String(Number(from) + index))
    }),
  )
  .refine((names) => names.length > 0, { message: '范围是空的，前面的数要小 / an empty range: the smaller number comes first' })

const layout = z.strictObject({
  buildings: range,
  units: z
    .union([z.number().int().min(1).max(30), z.array(name).min(1)])
    .transform((units) => (typeof units === 'number' ? Array.from({ length: units }, (_, index) => String(index + 1)) : units)),
  floors: z.number().int().min(1).max(99),
  homesPerFloor: z.number().int().min(1).max(40),
  lift: z.boolean().default(false),
})

export const settingsSchema = z.strictObject({
  community: z.strictObject({ id: name.default('futong'), name: name.default('富通社区') }).prefault({}),
  timeZone: z
    .string()
    .refine((zone) => isZone(zone), { message: '不认识这个时区，如 Asia/Shanghai / no such time zone' })
    .default('Asia/Shanghai'),
  language: z.enum(['zh', 'en']).default('zh'),
  layout: z.array(layout).min(1),
  grids: z.array(z.strictObject({ id: name, name, buildings: range })).min(1),
  people: z.array(z.strictObject({ name, role: z.enum(['staff', 'volunteer', 'head']), grid: name.nullable().default(null) })).default([]),
  rooms: z.array(z.strictObject({ topic: name, building: name.optional(), unit: name.optional(), grid: name.optional() })).default([]),
  schedule: z
    .strictObject({
      ask: time.default('19:00'),
      cutOff: time.default('05:30'),
      digest: time.default('06:00'),
      remind: time.default('17:00'),
      thanks: time.default('20:30'),
    })
    .prefault({}),
  pace: z
    .strictObject({
      secondsBetweenMessages: seconds.default(3),
      gatherSeconds: seconds.default(8),
      quietFrom: time.default('22:00'),
      quietUntil: time.default('06:00'),
      maxCharacters: z.number().int().min(100).max(4000).default(1800),
      retrySeconds: z.array(z.number().int().min(1)).min(1).default([5, 30, 120, 600]),
    })
    .prefault({}),
  understanding: z
    .strictObject({ takeAbove: z.number().min(0).max(1).default(0.6), reviewAbove: z.number().min(0).max(1).default(0.3) })
    .prefault({}),
  alerts: z.strictObject({ repeatMinutes: z.number().min(1).max(240).default(10) }).prefault({}),
  chat: z
    .strictObject({
      puppet: name.default('wechaty-puppet-mock'),
      options: z.record(z.string(), z.unknown()).default({}),
      account: name.default('linxu'),
    })
    .prefault({}),
  database: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/u, '要写成 sqlite:路径 或 postgres://… / write sqlite:PATH or postgres://…')
    .default('sqlite:data/linxu.db'),
  log: z
    .strictObject({
      level: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
      texts: z.boolean().default(false),
    })
    .prefault({}),
})

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export type Settings = z.infer<typeof settingsSchema>
