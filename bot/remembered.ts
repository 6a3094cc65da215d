/** The form in which an understanding is kept in the inbox, and read again by a later message of the same person. */
import { z } from 'zod'
import type { Act } from '../parsers/types.js'

const part = z.string().nullable()
const address = z.object({ building: part, unit: part, room: part })
const span = z.object({ start: z.number(), end: z.number() })
const line = z.object({
  item: z.string(),
  qty: z.number().nullable(),
  unit: z.string().nullable(),
  known: z.boolean(),
  span,
})
const change = line.extend({ op: z.enum(['add', 'set', 'remove']) })
const addresses = z.array(address)
const numbers = z.array(z.number())

/** Acts as they were kept; what this version does not know any more is read as nothing. */
export const actsSchema: z.ZodType<Act[]> = z.array(
  z.union([
    z.object({ act: z.literal('order'), address, lines: z.array(line), span }),
    z.object({ act: z.literal('amend'), address, changes: z.array(change), span }),
    z.object({ act: z.enum(['cancel', 'receipt', 'query', 'request', 'bind']), address, span }),
    z.object({ act: z.literal('problem'), address, what: z.enum(['missing', 'wrong', 'damaged', 'late']), span }),
    z.object({ act: z.literal('delivered'), targets: addresses, entries: numbers, except: addresses, exceptEntries: numbers, span }),
    z.object({ act: z.literal('undelivered'), targets: addresses, entries: numbers, span }),
    z.object({ act: z.literal('stock'), item: z.string(), state: z.enum(['out', 'arrived']), span }),
    z.object({ act: z.literal('risk'), address, level: z.enum(['confirmed', 'contact', 'clear']), span }),
    z.object({
      act: z.literal('round'),
      op: z.enum(['start', 'done', 'own', 'excused', 'remaining', 'remind', 'close']),
      targets: addresses,
      except: addresses,
      span,
    }),
    z.object({ act: z.literal('list'), grid: z.string().nullable(), span }),
    z.object({
      act: z.literal('called'),
      results: z.array(z.object({ address, result: z.enum(['reached', 'no-need', 'unreached']) })),
      span,
    }),
  ]),
)
