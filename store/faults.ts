/** Faults of the database itself, told from those of what was to be written: they pass, and the same work is done again. */

/** `locked`: another process writes · `full`: no space · `readOnly`: no permission to write · `away`: no answer · `damaged`: not readable. */
export type StoreFault = 'locked' | 'full' | 'readOnly' | 'away' | 'damaged'

/** By the codes of SQLite (https://sqlite.org/rescode.html), PostgreSQL (appendix A) and the operating system; the first that fits holds. */
const BY_CODE: [RegExp, StoreFault][] = [
  [/^SQLITE_(BUSY|LOCKED)|^55P03$|^40(001|P01)$/u, 'locked'],
  [/^SQLITE_FULL|^53100$|^(ENOSPC|EDQUOT)$/u, 'full'],
  [/^SQLITE_(READONLY|PERM|AUTH)|^25006$|^(EACCES|EROFS|EPERM)$/u, 'readOnly'],
  [/^SQLITE_(CORRUPT|NOTADB)|^XX00[12]$/u, 'damaged'],
  [/^SQLITE_(IOERR|CANTOPEN|NOMEM|PROTOCOL)|^(08|53|57|58)[0-9A-Z]{3}$/u, 'away'],
  [/^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EIO)$/u, 'away'],
]
/** The driver of PostgreSQL gives these no code. */
const LOST = /connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|query read timeout/iu

/** Null where the fault is not the database's: then the same work would fail again. */
export const storeFaultOf = (error: unknown): StoreFault | null => {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === null) return LOST.test(error.message) ? 'away' : null
  return BY_CODE.find(([codes]) => codes.test(code))?.[1] ?? null
}
