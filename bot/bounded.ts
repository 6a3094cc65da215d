/** Of a very long message the beginning is read; the whole stays on disk, and a person looks at it. */
import type { Context } from '../parsers/types.js'
import type { Reader } from '../parsers/understand.js'

/** Signs. WeChat itself takes about 2,000 a message; a chain of a whole building stays far below. */
export const READ = 20_000

/** Behind the last whole line that fits. */
const beginning = (text: string): string => {
  if (text.length <= READ) return text
  const line = text.lastIndexOf('\n', READ)
  return text.slice(0, line > READ / 2 ? line : READ)
}

const isShort = (text: string | null | undefined): boolean => (text ?? '').length <= READ

const shortened = (context: Context): Context => {
  const { quoted, chain } = context
  return isShort(quoted?.text) && isShort(chain) ? context : withBeginnings(context)
}

const withBeginnings = (context: Context): Context => ({
  ...context,
  ...(context.quoted ? { quoted: { ...context.quoted, text: beginning(context.quoted.text) } } : {}),
  ...(context.chain ? { chain: beginning(context.chain) } : {}),
})

export const boundedReader = (reader: Reader): Reader => ({
  ...reader,
  understand: (text, context, options) => {
    const read = reader.understand(beginning(text), shortened(context), options)
    return text.length > READ ? { ...read, review: true } : read
  },
})
