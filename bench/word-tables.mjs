// Writes parsers/words/traditional.ts and parsers/words/syllables.ts from opencc-js and pinyin-pro. Run by hand: node bench/word-tables.mjs
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pinyin } from 'pinyin-pro'

const { Converter } = createRequire(import.meta.url)('opencc-js')
const toSimplified = Converter({ from: 'hk', to: 'cn' })
let traditional = ''
let simplified = ''
for (let code = 0x4e00; code <= 0x9fa5; code++) {
  const sign = String.fromCharCode(code)
  const plain = toSimplified(sign)
  if (plain !== sign && plain.length === 1) {
    traditional += sign
    simplified += plain
  }
}
const head = (what, from) => `/** ${what} Made by bench/word-tables.mjs from ${from}; not to be edited by hand. */\n`
const wrap = (text, width) =>
  text
    .match(new RegExp(`.{1,${width}}`, 'gu'))
    .map((line) => `  '${line}',`)
    .join('\n')
writeFileSync(
  new URL('../parsers/words/traditional.ts', import.meta.url),
  `${head('Traditional characters and, at the same places, the simplified ones.', 'opencc-js')}export const TRADITIONAL = [\n${wrap(traditional, 60)}\n].join('')\n\nexport const SIMPLIFIED = [\n${wrap(simplified, 60)}\n].join('')\n`,
)

// The 6,763 characters of GB 2312 are what voice input writes.
const decoder = new TextDecoder('gb18030')
const bySyllable = new Map()
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const sign = decoder.decode(Uint8Array.of(high, low))
    if (!/^[\u4e00-\u9fa5]$/u.test(sign)) continue
    const syllable = pinyin(sign, { toneType: 'none', type: 'array' })[0]
    const loose = syllable
      .replace(/^([zcs])h/u, '$1')
      .replace(/ng$/u, 'n')
      .replaceAll('ü', 'v')
    const exact = bySyllable.get(loose) ?? new Map()
    bySyllable.set(loose, exact)
    exact.set(syllable, (exact.get(syllable) ?? '') + sign)
  }
const lines = [...bySyllable]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([syllable, exact]) =>
      `${syllable} ${[...exact]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([spelled, signs]) => spelled.replaceAll('ü', 'v') + signs)
        .join('/')}`,
  )
writeFileSync(
  new URL('../parsers/words/syllables.ts', import.meta.url),
  `${head('Characters by how they sound, tones, zh/z and ng/n not told apart; each group behind a slash as it is spelled.', 'pinyin-pro')}export const SYLLABLES = [\n${lines.map((line) => `  '${line}',`).join('\n')}\n]\n`,
)
