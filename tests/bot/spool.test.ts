/** The spool: what is in it is on a disk, in order, private, and survives a torn line and a full disk. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openSpool, SpoolRefused } from '../../bot/spool.js'

const root = mkdtempSync(join(tmpdir(), 'linxu-spool-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0
const freshFile = (): string => join(root, `${++count}`, 'linxu.db.spool.jsonl')

const arrived = (id: string) => ({
  kind: 'message' as const,
  at: 5,
  account: 'linxu',
  message: {
    id,
    seq: 1,
    sentAt: 4,
    roomHandle: 'room',
    senderHandle: 'person',
    self: false,
    kind: 'text' as const,
    text: `大米 ${id}\n两袋`,
    quoted: null,
    recalls: [],
  },
})
const idsIn = (files: string[]): string[] =>
  openSpool(files)
    .read()
    .map((entry) => (entry.kind === 'message' ? entry.message.id : 'sent'))

it('keeps messages in the order of arrival for the next process, readable by its owner only', () => {
  const file = freshFile()
  const spool = openSpool([file])
  for (const id of ['a', 'b', 'c']) expect(spool.keep(arrived(id))).toBe(file)
  expect(idsIn([file])).toEqual(['a', 'b', 'c'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('goes to the spare folder where the first one takes nothing, and reads both in order', () => {
  const [first, spare] = [freshFile(), freshFile()]
  const spool = openSpool([first, spare])
  spool.keep(arrived('a'))
  const blocked = join(first, 'below a file', 'x')
  expect(openSpool([blocked, spare]).keep(arrived('b'))).toBe(spare)
  openSpool([first, spare]).keep(arrived('c'))
  expect(idsIn([first, spare])).toEqual(['a', 'b', 'c'])
})

it('says so where no folder takes anything', () => {
  const file = freshFile()
  openSpool([file]).keep(arrived('a'))
  const spool = openSpool([join(file, 'x'), join(file, 'y')])
  expect(() => spool.keep(arrived('b'))).toThrow(SpoolRefused)
  expect(spool.waiting()).toBe(0)
})

it('goes on behind a line that a kill tore, and sets that aside', () => {
  const file = freshFile()
  openSpool([file]).keep(arrived('a'))
  appendFileSync(file, '{"kind":"message","no":2,"at":5,"acc')
  const spool = openSpool([file])
  expect(spool.waiting()).toBe(1)
  spool.keep(arrived('b'))
  expect(idsIn([file])).toEqual(['a', 'b'])
  expect(spool.forget(2)).toBe(true)
  expect(existsSync(file)).toBe(false)
  expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe('{"kind":"message","no":2,"at":5,"acc\n')
})

it('is not forgotten while something came behind what was taken in', () => {
  const file = freshFile()
  const spool = openSpool([file])
  spool.keep(arrived('a'))
  const [{ no } = { no: 0 }] = spool.read()
  spool.keep(arrived('b'))
  expect(spool.forget(no)).toBe(false)
  expect(idsIn([file])).toEqual(['a', 'b'])
})

it('follows no link that somebody laid into a folder of all', () => {
  const file = freshFile()
  const target = join(root, 'somebody.txt')
  openSpool([file]).keep(arrived('a'))
  rmSync(file)
  writeFileSync(target, '')
  symlinkSync(target, file)
  expect(() => openSpool([file]).keep(arrived('b'))).toThrow(SpoolRefused)
  expect(readFileSync(target, 'utf8')).toBe('')
})
