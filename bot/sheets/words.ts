/** Headings and states of a sheet in the office's language; what residents wrote stays as it is. */
import type { Settings } from '../../config/settings.js'
import type { Cell, Sheet } from './tables.js'

const STATES: Record<string, string> = {
  waiting: '等门牌',
  open: '待送',
  picked: '备齐',
  delivered: '已送',
  received: '已签收',
  undelivered: '没送到',
  cancelled: '已取消',
  wanted: '要',
  out: '缺货',
  chat: '群里',
  phone: '代订',
  app: '表格或小程序',
  standing: '长期订单',
  medicine: '用药',
  emergency: '急救',
  distress: '求助',
  supermarket: '超市',
  pharmacy: '药店',
  due: '未付',
  paid: '已付',
}
/** Columns whose cells are the program's own words. */
const OWN = new Set(['状态', '行状态', '来源', '紧急', '专人', '重', '项目', '地点'])

const ENGLISH: Record<string, string> = {
  订单: 'Orders',
  清单: 'Pick list',
  采购: 'Shopping',
  号: 'No.',
  门牌: 'Door',
  状态: 'State',
  来源: 'Source',
  紧急: 'Urgent',
  物品: 'Item',
  数量: 'Quantity',
  单位: 'Unit',
  规格: 'Kind',
  行状态: 'Line state',
  专人: 'Staff only',
  重: 'Heavy',
  地点: 'Place',
  未说数量的户数: 'Households without a quantity',
  项目: 'What',
  说明: 'Note',
  时间: 'Time',
  接手: 'Taken by',
  送达户数: 'Households served',
  送达袋数: 'Bags delivered',
  送达样数: 'Lines delivered',
  其中药品: 'Medicines among them',
  请求: 'Requests',
  未办请求: 'Requests still open',
  第一单: 'First delivery',
  最后一单: 'Last delivery',
  未送到: 'Not delivered',
  警报: 'Alert',
  账目: 'Accounts',
  网格: 'Grid',
  金额: 'Amount',
  已付: 'Paid',
  合计: 'Sum',
  总计: 'Total',
  整单: 'Whole bag',
}

const inEnglish = (word: string): string => ENGLISH[word] ?? word.replace(/^第(\d+)轮核酸$/u, 'Test round $1')
const inChinese = (word: string): string => STATES[word] ?? word

/** The same sheet as `language` reads it. */
export const inLanguage = (sheet: Sheet, language: Settings['language']): Sheet => {
  const said = language === 'en' ? inEnglish : inChinese
  const own = sheet.head.map((word) => OWN.has(word))
  const cell = (value: Cell, column: number): Cell => (own[column] && typeof value === 'string' ? said(value) : value)
  return { name: said(sheet.name), head: sheet.head.map(said), rows: sheet.rows.map((row) => row.map(cell)) }
}
