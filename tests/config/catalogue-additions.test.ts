/** A community's own goods, one by one: what is written, what is refused, and that a refusal writes nothing. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../config/catalogue.js'
import { AdditionRefused, addToCatalogue, type NewRow } from '../../config/catalogue-additions.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linxu-additions-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const table = (): string => readFileSync(join(folder, 'goods.csv'), 'utf8')
const rows = (): string[] => table().trimEnd().split('\n').slice(1)
const POT: NewRow = { name: '关东煮锅底', aliases: '煮锅底|关东底', category: '调料', unit: '包', place: '超市' }
const refusal = (row: NewRow): string => {
  try {
    addToCatalogue(folder, row)
  } catch (error) {
    if (error instanceof AdditionRefused) return error.message
    throw error
  }
  throw new Error(`${row.name} was taken`)
}

describe('adding goods', () => {
  it('writes a table that a spreadsheet program opens and the next start reads', () => {
    const own = join(folder, 'not', 'there', 'yet')
    addToCatalogue(own, POT)
    expect(readFileSync(join(own, 'goods.csv'), 'utf8')).toBe(
      '\uFEFF名称,别名,类别,单位,取货处,重,药类,救命药,公斤\n关东煮锅底,煮锅底|关东底,调料,包,超市,,,,\n',
    )
    expect(loadCatalogue([own]).goods.at(-1)).toMatchObject({ name: '关东煮锅底', aliases: ['煮锅底', '关东底'], unit: '包' })
  })

  it('gives names to goods of ours and of their own', () => {
    addToCatalogue(folder, POT)
    expect(addToCatalogue(folder, { name: '大米', aliases: '响水岩米' }).aliases).toContain('响水岩米')
    expect(addToCatalogue(folder, { name: '关东煮锅底', aliases: '关东汤底' }).aliases).toEqual(['煮锅底', '关东底', '关东汤底'])
    expect(rows()).toHaveLength(3)
  })

  it('takes a unit as people write it, and a medicine with its marks', () => {
    const row = { name: '某某泵笔', category: '糖尿病', unit: 'box', place: '药店', medicine: '慢性', life: '是' }
    expect(addToCatalogue(folder, row)).toMatchObject({ unit: '盒', medicine: 'chronic', lifeSustaining: true, place: 'pharmacy' })
  })

  it('keeps what a spreadsheet program left in the table: other columns, another encoding’s mark, tabs', () => {
    writeFileSync(join(folder, 'goods.csv'), Buffer.from('\uFEFF单位\t名称\t别名\t类别\t取货处\n袋\t"响,铃卷"\t\t速食\t超市\n', 'utf16le'))
    addToCatalogue(folder, POT)
    expect(rows()).toEqual(['"响,铃卷",,速食,袋,超市,,,,', '关东煮锅底,煮锅底|关东底,调料,包,超市,,,,'])
  })
})

describe('what is refused', () => {
  it.each<[string, NewRow, string]>([
    [
      'a good that is there',
      { ...POT, name: '土豆' },
      '「土豆」已经在目录里（vegetables.csv:2）。要给它加别名：linxu catalogue add --alias-of 土豆 别名',
    ],
    ['another name of a good', { ...POT, name: '洋芋' }, '「洋芋」已经是「土豆」的别名（vegetables.csv:2），不用再加。'],
    ['the same in capitals', { ...POT, name: 'RICE' }, '「RICE」已经是「大米」的别名'],
    [
      'an alias of two goods',
      { ...POT, aliases: '洋芋' },
      '别名「洋芋」同时属于「关东煮锅底」和「土豆」（vegetables.csv:2），请只留一处。',
    ],
    ['an alias that is a good', { ...POT, aliases: '土豆' }, '「关东煮锅底」的别名「土豆」是另一种商品的名称'],
    ['a unit that is none', { ...POT, unit: '坨坨' }, '「关东煮锅底」的单位「坨坨」不是计量单位'],
    ['a place that is none', { ...POT, place: '菜店' }, '「关东煮锅底」的取货处「菜店」不认识'],
    ['life-sustaining, but no medicine', { ...POT, life: '是' }, '「关东煮锅底」写了救命药，却没有写药类。'],
    ['a weight that is none', { ...POT, kg: '半斤' }, '「关东煮锅底」的公斤数「半斤」不是大于零的数字。'],
    ['a unit for a name', { ...POT, name: '斤' }, '「斤」是计量单位（measures.csv:2），不能当商品名。'],
    ['a number for a name', { ...POT, name: '501' }, '「501」只有数字，不能当商品名。'],
    ['a comma in a name', { ...POT, name: '油，盐' }, '「油，盐」不能当名称'],
    ['no name', { ...POT, name: '' }, '「」不能当名称'],
    [
      'an alias of nothing known',
      { name: '天外飞仙', aliases: '飞仙' },
      '目录里没有「天外飞仙」，先加这种商品：linxu catalogue add 天外飞仙',
    ],
    ['an alias of an alias', { name: '洋芋', aliases: '新洋芋' }, '「洋芋」是「土豆」的别名，请写：--alias-of 土豆'],
    ['an alias that it has', { name: '土豆', aliases: '洋芋' }, '「洋芋」已经是「土豆」的别名（vegetables.csv:2），不用再加。'],
    ['an alias of another', { name: '大米', aliases: '洋芋' }, '「洋芋」已经是「土豆」的别名（vegetables.csv:2），一个词只能指一种商品。'],
  ])('%s', (_, row, sentence) => {
    addToCatalogue(folder, { ...POT, name: '占位的商品', aliases: '' })
    const before = table()
    expect(refusal(row)).toContain(sentence)
    expect(table()).toBe(before)
    expect(readdirSync(folder)).toEqual(['goods.csv'])
  })

  it('everything, while the folder holds a faulty table', () => {
    writeFileSync(join(folder, '别的.csv'), '名称,别名,价钱\n土豆,,3\n')
    expect(refusal(POT)).toContain('先改好已有的表')
    expect(existsSync(join(folder, 'goods.csv'))).toBe(false)
  })
})
