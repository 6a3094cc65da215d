/**
 * Starts the bundled program from what V8 compiled when it was built (`*.cache` beside a file), which saves a third of what a start takes.
 * A cache of another version of Node or of other flags is left aside by V8 itself, and the file is compiled as ever.
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
  const loaded = new Map<string, Script>()
  // Whatever file it is made for, it is the one table of extensions.
  createRequire(process.execPath).extensions['.cjs'] = (module, filename) => {
    const cache = `${filename}.cache`
    const cachedData = keeps ? undefined : cacheIn(cache)
    const script = new Script(Module.wrap(readFileSync(filename, 'utf8')), {
      filename,
      columnOffset: -SHIFT,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData === undefined ? {} : { cachedData }),
    })
    if (keeps) loaded.set(cache, script)
    script.runInThisContext().call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename))
  }
  if (keeps) process.once('exit', () => keep(loaded))
}

/** A cache that cannot be read is no fault: without it a start only takes longer. */
const cacheIn = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

const keep = (loaded: ReadonlyMap<string, Script>): void => {
  for (const [cache, script] of loaded) {
    writeFileSync(cache, script.createCachedData())
    chmodSync(cache, READABLE)
  }
}
