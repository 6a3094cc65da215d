/**
 * Words of postal addresses, apart from the code that uses them. All in folded writing: simplified, lower case, half width.
 * A number's kind is told by the longest word that stands right behind it, or in English before it.
 */

/**
 * What a number in an address counts. `house` is a plain 号: a street's, a building's or a door's, as its neighbours decide.
 * `storey` is a plain 楼: a building or a floor. `area` is what lies above a building, or no part of an address at all.
 */
export type Kind = 'building' | 'storey' | 'unit' | 'room' | 'house' | 'floor' | 'lane' | 'area' | 'bare'

export const BEHIND: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  building: '栋 幢 座 憧 撞 栋楼 幢楼 座楼 号楼 号栋 号幢 号座 # #楼 #栋 #幢 号大楼 栋大楼 号别墅 栋别墅'.split(' '),
  storey: ['楼'],
  unit: '单元 单 单位 单元楼 号单元 #单元 门 号门 门洞 梯 号梯 口'.split(' '),
  room: '室 房 户 号房 号室 号户 房间 号房间 号铺 铺 号店铺 #室 #房'.split(' '),
  house: ['号', '好'],
  floor: '层 层楼 楼层 f'.split(' '),
  lane: '弄 号院 院 号大院 号弄'.split(' '),
  area: (
    '期 区 号区 小区 村 组 组团 社 队 园 苑 里 坊 巷 路 街 道 条 大道 大街 号大街 马路 环 胡同 弄堂 号路 号街 号线 号桥 号门面 号码头 号口 号库 号仓 ' +
    '号厂房 号门店 号出口 号岗 号地块 口人 门口 楼盘 房产 单车 栋梁 户型 户人 座位 ' +
    '米 公里 里路 分钟 小时 年 月 日 天 点 元 块 件 个 位 岁 人 次 k km m 届 中 小 大 医院 中学 小学 团 连 师 厂 局'
  ).split(' '),
}

/** English words before a number; a point behind them is left out. */
export const BEFORE: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  building: 'building bldg bld block blk tower villa'.split(' '),
  unit: 'unit entrance stair staircase gate'.split(' '),
  room: 'room rm apt apartment flat suite ste door'.split(' '),
  house: 'no number'.split(' '),
  floor: 'floor fl level lvl'.split(' '),
  area: 'phase zone district lane alley road rd street st tel phone mobile'.split(' '),
}

/** Signs that join the numbers of one door: 8-10-1109. 一 joins too where it stands between two numbers in digits. */
export const JOINTS = '-~_/.·'

/** What stands under or beside a building: its number is no door. */
export const CELLARS = ['地下室', '车库', '仓库', '车棚', '储藏', '停车']

/** Last signs of what carries house numbers of its own. */
export const STREETS = '路街道巷弄线'

export const NUMERALS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  百: 100,
  千: 1000,
}
