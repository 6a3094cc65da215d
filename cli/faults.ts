/** The last word of a command that failed: a sentence for whoever ran it, never a stack trace. */
import { faultOf } from '../bot/fault.js'
import { StoreRefused } from '../store/open.js'

/** Errors whose message was written for people. */
const isForPeople = (error: unknown): error is Error =>
  error instanceof StoreRefused || (error instanceof Error && /(?:Refused|Fault)$/u.test(error.constructor.name))

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

const WHAT: Record<string, string> = {
  ENOENT: '找不到文件 / file not found',
  EACCES: '没有权限 / no permission',
  EISDIR: '这是一个文件夹，需要的是文件 / this is a folder, a file is needed',
  ENOSPC: '磁盘满了，请清出空间 / the disk is full',
  ECONNREFUSED: '数据库没有应答，请确认它已启动 / the database does not answer, is it running?',
  SQLITE_CANTOPEN: '打不开数据库文件，请检查路径和权限 / the database file cannot be opened, check path and permission',
  SQLITE_NOTADB: '这个文件不是数据库 / this file is not a database',
  SQLITE_READONLY: '数据库文件是只读的，请改权限 / the database file is read-only',
  SQLITE_BUSY: '数据库正被别的进程占用 / another process holds the database',
  SQLITE_FULL: '磁盘满了，请清出空间 / the disk is full',
}

export const sentenceFor = (error: unknown): string => {
  if (isForPeople(error)) return error.message
  const known = WHAT[codeOf(error)]
  const detail = error instanceof Error ? error.message : 'unknown'
  if (known !== undefined) return `${known}（${detail}）`
  // What went wrong unforeseen may hold a resident's words: only its kind and place are shown.
  return `出错了，请把这句话发给维护的人 / it failed: ${Object.values(faultOf(error)).join(' ')}`
}

export const tellAndLeave = (error: unknown): never => {
  process.stderr.write(`${sentenceFor(error)}\n`)
  process.exit(1)
}
