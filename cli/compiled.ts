/**
 * Starts the bundled program from what V8 compiled when it was built (`*.cache` beside a file), which saves a third of what a start takes.
 * A cache of another version of Node or of other flags is left aside by V8 itself, and the file is compiled as ever. The program's text lies
 * there too, as V8 holds it: reading half a megabyte of Chinese as UTF-8 takes as long as all its expressions.
 */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { constants, Script } from 'node:vm'

/** Set while the caches are made: what was loaded, with all that ran, is kept when the process ends. */
export const KEEPS_COMPILED = 'LINXU_KEEPS_COMPILED'

/** Whoever may read the program may read its cache, whatever the command set for its own files. */
const READABLE = 0o644

/** What Node puts before a module's text shifts its first line. */
const SHIFT = Module.wrap('').indexOf('\n')

/** From here on each `.cjs` that is required is loaded so. */
export const useCompiled = (): void => {
  const keeps = process.env[KEEPS_COMPILED] !== undefined
  const loaded = new Map<string, { source: string; script: Script }>()
  // Whatever file it is made for, it is the one table of extensions.
  createRequire(process.execPath).extensions['.cjs'] = (module, filename) => {
    const cache = `${filename}.cache`
    const { source = Module.wrap(readFileSync(filename, 'utf8')), cachedData } = keeps ? {} : cacheIn(cache)
    const script = new Script(source, {
      filename,
      columnOffset: -SHIFT,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData === undefined ? {} : { cachedData }),
    })
    if (keeps) loaded.set(cache, { source, script })
    script.runInThisContext().call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename))
  }
  if (keeps) process.once('exit', () => keep(loaded))
}

/** How many bytes the text takes and how many all together, then the text, then what was compiled. */
const HEAD = 8

/** A file's text and what V8 made of it. A cache that cannot be read, or not whole, is no fault: without it a start only takes longer. */
export const cacheIn = (file: string): { source?: string; cachedData?: Buffer } => {
  try {
    const kept = readFileSync(file)
    const end = HEAD + kept.readUInt32LE()
    if (kept.length !== kept.readUInt32LE(4)) return {}
    return { source: kept.toString('utf16le', HEAD, end), cachedData: kept.subarray(end) }
  } catch {
    return {}
  }
}

const keep = (loaded: ReadonlyMap<string, { source: string; script: Script }>): void => {
  for (const [cache, { source, script }] of loaded) {
    const text = Buffer.from(source, 'utf16le')
    const compiled = script.createCachedData()
    const head = Buffer.alloc(HEAD)
    head.writeUInt32LE(text.length)
    head.writeUInt32LE(HEAD + text.length + compiled.length, 4)
    writeFileSync(cache, Buffer.concat([head, text, compiled]))
    chmodSync(cache, READABLE)
  }
}
