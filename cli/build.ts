/**
 * The last steps of `npm run build`: the shipped catalogue is compiled into `dist/vocabulary.bin`, and the command line with the packages
 * that it needs at once is put into few files in `dist/linxu/`, since opening a hundred small ones takes longer than reading a message
 * (as CommonJS, which Node starts sooner than modules). What V8 compiles of them to read a message is kept beside them.
 */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { rolldown } from 'rolldown'
import { loadCatalogue } from '../config/catalogue.js'
import { packageFile } from '../config/root.js'
import { stampOfTables } from '../config/tables-stamp.js'
import { loadTurns } from '../config/turns.js'
import { compileVocabulary } from '../parsers/compile.js'
import { readerWith } from '../parsers/understand.js'
import { mixedPatterns, openVocabulary } from '../parsers/vocabulary.js'
import { KEEPS_COMPILED } from './compiled.js'

/** Packages of plain JavaScript that the command line needs at once; all others are loaded from node_modules where they are needed. */
const TAKEN_IN = /^(?:commander|zod|yaml)(?:\/|$)/u
const IS_PACKAGE = /^(?:node:|@?[a-z])/u

const stamp = stampOfTables()
const compiled = compileVocabulary(loadCatalogue(), loadTurns(), stamp)
const vocabulary = openVocabulary(compiled, stamp)
const read =
  vocabulary === null ? null : readerWith(vocabulary).understand('要大米10斤', { room: { kind: 'direct' }, sender: { role: 'resident' } })
if (read?.acts[0]?.act !== 'order') throw new Error('the compiled vocabulary does not read')
writeFileSync(packageFile('dist/vocabulary.bin'), compiled)
const bundle = await rolldown({
  input: { linxu: packageFile('dist/cli/linxu.js'), ready: packageFile('dist/bench/ready.js') },
  platform: 'node',
  transform: { define: { MIXED_PATTERNS: String(mixedPatterns()) } },
  external: (id) => IS_PACKAGE.test(id) && !TAKEN_IN.test(id),
  logLevel: 'warn',
})
const files = { entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' }
rmSync(packageFile('dist/linxu'), { recursive: true, force: true })
await bundle.write({
  dir: packageFile('dist/linxu'),
  format: 'cjs',
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  ...files,
})
await bundle.close()
const told = execFileSync(process.execPath, [packageFile('dist/linxu/ready.cjs'), 'patterns'], { encoding: 'utf8' })
if (told !== String(mixedPatterns())) throw new Error('the bundle holds its patterns in another order')
const env = { ...process.env, [KEEPS_COMPILED]: '' }
for (const [entry, ...words] of [['ready'], ['linxu', 'parse', '3栋2单元501 要大米10斤']])
  execFileSync(process.execPath, [packageFile(`dist/linxu/${entry}.cjs`), ...words], { env, stdio: 'ignore' })
