/** What a log may hold of an error: its kind and where it rose. Its message may hold what a resident wrote (a text that is no JSON, a refused send). */
import { basename } from 'node:path'

export const faultOf = (error: unknown): { error: string; code?: string; at?: string } => {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' && /^[\w.]{1,40}$/u.test(error.code) ? { code: error.code } : {}
  const place = /^\s+at .*?([^\s(]+:\d+):\d+\)?$/mu.exec(error.stack?.slice(`${error.name}: ${error.message}`.length) ?? '')?.[1]
  return { error: error.constructor.name, ...code, ...(place === undefined ? {} : { at: basename(place) }) }
}
