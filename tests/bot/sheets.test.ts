/** What residents wrote stays text in a spreadsheet. */

import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { ordersSheet } from '../../bot/sheets/tables.js'
import { inLanguage } from '../../bot/sheets/words.js'
import { asCsv, asXlsx } from '../../bot/sheets/write.js'

const FORMULAS = [
  '=cmd|calc!A0',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  ' =1+1',
  '\u200b=1+1',
  '\u202e=1+1',
  '＝1+1',
  '\n=1+1',
  '\0=1+1',
  '\ufeff=1+1',
]
const sheetOf = (item: string) =>
  ordersSheet([
    { household: '3-2-501', status: 'open', source: 'chat', urgent: null, lines: [{ item, qty: 2, unit: '袋', status: 'wanted' }] },
  ])

it.each(FORMULAS)('a good called %j is no formula in CSV', (item) => {
  const [, row = []] = parse(asCsv(sheetOf(item)), { bom: true })
  expect(row[4]).toMatch(/^'[=+\-@＝]/u)
  expect(row[5]).toBe('2')
})

it.each(FORMULAS)('a good called %j is text in a spreadsheet', async (item) => {
  const files = unzipSync(await asXlsx([sheetOf(item)]))
  const xml = Object.entries(files).flatMap(([name, bytes]) => (name.endsWith('.xml') ? [strFromU8(bytes)] : []))
  expect(xml.join('')).not.toMatch(/<f[ >]/u)
  expect(xml.join('')).toContain('3-2-501')
})

it('keeps commas, quotes and Chinese as they are', () => {
  const [, row = []] = parse(asCsv(sheetOf('大米，"东北", 香')), { bom: true })
  expect(row[4]).toBe('大米，"东北", 香')
})

it.each([
  ['zh', ['门牌', '物品'], ['3-2-501', '待送', 'open', '要']],
  ['en', ['Door', 'Item'], ['3-2-501', 'open', 'open', 'wanted']],
] as const)('reads in the office’s language (%s), and leaves what a resident wrote', (language, [door, item], [, state, written, line]) => {
  const sheet = inLanguage(sheetOf('open'), language)
  expect(sheet.head).toEqual(expect.arrayContaining([door, item]))
  expect(sheet.rows).toMatchObject([['3-2-501', state, expect.anything(), null, written, 2, '袋', line]])
})
