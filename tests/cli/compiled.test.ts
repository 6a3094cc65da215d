/** The bundled program starts from what was compiled when it was built, and without it where that is spoilt. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import Module from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cacheIn } from '../../cli/compiled.js'
import { packageFile } from '../../config/root.js'

const built = packageFile('dist/linxu')
const caches = readdirSync(built).filter((file) => file.endsWith('.cache'))
const parsed = (folder: string): string =>
  execFileSync(process.execPath, [join(folder, 'linxu.cjs'), 'parse', '--json', '要大米10斤'], { encoding: 'utf8' })

let copy: string
beforeAll(() => {
  copy = mkdtempSync(packageFile('dist/copy-'))
  cpSync(built, copy, { recursive: true })
})
afterAll(() => rmSync(copy, { recursive: true }))

it('keeps what V8 made of the parser, and V8 takes it', () => {
  const [parser = ''] = caches.filter((file) => file.startsWith('understand-'))
  const source = readFileSync(join(built, parser.replace(/\.cache$/u, '')), 'utf8')
  const { source: kept, cachedData } = cacheIn(join(built, parser))
  expect(kept).toBe(Module.wrap(source))
  const script = new Script(Module.wrap(source), cachedData === undefined ? {} : { cachedData })
  expect(script.cachedDataRejected).toBe(false)
})

it.each([
  ['spoilt', (file: string) => writeFileSync(file, readFileSync(file).fill(7, 0, 64))],
  ['cut short', (file: string) => truncateSync(file, 100)],
  ['empty', (file: string) => truncateSync(file, 0)],
  ['gone', (file: string) => rmSync(file)],
])('reads the same where the caches are %s', (_, spoil) => {
  const whole = parsed(built)
  for (const file of caches) if (existsSync(join(copy, file))) spoil(join(copy, file))
  expect(JSON.parse(whole).acts).toHaveLength(1)
  expect(parsed(copy)).toBe(whole)
})
