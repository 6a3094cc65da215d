/** The words of the catalogue's tables: the heads of the columns and what may stand in them. English is accepted as well. */
import type { Measure, MedicineClass, PickupPlace } from './catalogue-types.js'

export type Column = 'name' | 'aliases' | 'category' | 'unit' | 'place' | 'heavy' | 'medicine' | 'life' | 'kg' | 'kind'

/** The head of each column in Chinese; the column's own name in English is accepted as well. */
export const TITLES: Readonly<Record<Column, string>> = {
  name: '名称',
  aliases: '别名',
  category: '类别',
  unit: '单位',
  place: '取货处',
  heavy: '重',
  medicine: '药类',
  life: '救命药',
  kg: '公斤',
  kind: '种类',
}
export const GOODS_COLUMNS: readonly Column[] = ['name', 'aliases', 'category', 'unit', 'place', 'heavy', 'medicine', 'life', 'kg']
export const MEASURES_COLUMNS: readonly Column[] = ['name', 'aliases', 'kind', 'kg']
export const COLUMNS = new Map<string, Column>(
  [...GOODS_COLUMNS, ...MEASURES_COLUMNS].flatMap((column) => [[TITLES[column], column] as const, [column, column] as const]),
)

export const PLACES = new Map<string, PickupPlace>([
  ['超市', 'supermarket'],
  ['药店', 'pharmacy'],
  ['supermarket', 'supermarket'],
  ['pharmacy', 'pharmacy'],
])
export const MEDICINES = new Map<string, MedicineClass>([
  ['', ''],
  ['慢性', 'chronic'],
  ['急性', 'acute'],
  ['儿童', 'child'],
  ['急救', 'first-aid'],
  ['保健', 'supplement'],
  ['器械', 'device'],
])
for (const word of [...MEDICINES.values()]) MEDICINES.set(word, word)
export const KINDS = new Map<string, Measure['kind']>([
  ['重量', 'weight'],
  ['容积', 'volume'],
  ['长度', 'length'],
  ['个数', 'count'],
  ['包装', 'pack'],
  ['金额', 'money'],
])
for (const word of [...KINDS.values()]) KINDS.set(word, word)
export const YES = new Set(['是', 'yes', 'y', 'true', '1'])
export const NO = new Set(['', '否', 'no', 'n', 'false', '0'])
