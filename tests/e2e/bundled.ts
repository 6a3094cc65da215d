/** A process of the tests in one file, with which a life begins twice as fast. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

/** `name` of a module beside this one; where its bundle lies, as deep as a module of the product does, whose data files are found from there. */
export const bundled = async (name: string): Promise<string> => {
  const script = fileURLToPath(new URL(`../../dist/${name}/${name}.mjs`, import.meta.url))
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`${name}.mjs`, import.meta.url)),
    platform: 'node',
    external: ['better-sqlite3', 'pg', 'pino', /^wechaty/u],
    logLevel: 'silent',
  })
  await bundle.write({ dir: dirname(script), format: 'esm', entryFileNames: `${name}.mjs`, minify: true })
  await bundle.close()
  return script
}
