/**
 * Words of postal addresses, apart from the code that uses them. All in folded writing: simplified, lower case, half width.
 * A number's kind is told by the longest word that stands right behind it, or in English before it.
 */

/**
 * What a number in an address counts. `house` is a plain 号: a street's, a building's or a door's, as its neighbours decide.
 * `storey` is a plain 楼: a building or a floor. `lane` holds houses: 弄, 号院. `area` is what lies above a building, or no part of an
 * address at all. `bare` is a number that no word explains.
 */
export type Kind = 'building' | 'storey' | 'unit' | 'room' | 'house' | 'floor' | 'lane' | 'area' | 'bare'

const words = (line: string): readonly string[] => line.split(' ')

export const BEHIND: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  building: [
    ...words(
      '栋 幢 座 栋楼 幢楼 座楼 号楼 号栋 号幢 号座 号大楼 栋大楼 号厂房 号别墅 栋别墅 号公寓 号公寓楼 号宿舍 号宿舍楼 号写字楼 号商务楼 号办公楼 塔 号塔 塔楼 排 # #楼 #栋 #幢',
    ),
    /** Written for 幢 and 楼 by mistake. */
    ...words('憧 撞 橦 潼 号搂 号褛 号接'),
  ],
  storey: words('楼'),
  unit: words('单元 单 单位 单元楼 号单元 #单元 单园 单原 单源 但元 门 号门 门洞 号门洞 梯 号梯 口'),
  room: words('室 房 户 号房 号室 号户 房间 号房间 铺 号铺 号店铺 号商铺 #室 #房 房号'),
  house: words('号'),
  floor: words('层 层楼 楼层 f'),
  lane: words('弄 号院 院 号大院 号弄'),
  area: [
    ...words('期 区 号区 小区 村 组 组团 社 队 园 苑 里 坊 巷 弄堂 胡同 环 连 团 届'),
    ...words('路 街 道 条 大道 大街 马路 号路 号街 号大街 号线 号桥 号岗 号口 号出口 号码头 号地块'),
    ...words('门口 门诊 门市 门卫 门面 口人 单车 单身 户型 户人 座位 座谈 楼盘 房产 院士 栋梁 排档'),
    ...words('米 公里 里路 分钟 小时 年 月 日 天 点 元 块 件 个 位 岁 人 次 k km m 中 小 大 医院 中学 小学 师 厂 局'),
    ...words('斤 公斤 克 瓶 袋 盒 箱 包 份 桶 把 根 只 块钱'),
  ],
}

/** English words before a number. */
export const BEFORE: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  building: words('building bldg bld block blk tower villa'),
  unit: words('unit entrance stair staircase gate'),
  room: words('room rm apt apartment flat suite ste door'),
  house: words('no number'),
  floor: words('floor fl level lvl'),
  area: words('phase zone district lane alley road rd street st tel phone mobile'),
}

/** Signs that join the numbers of one door: 8-10-1109. 一 joins too where it stands between two numbers in digits. */
export const JOINTS = '-~_/.·'

/** What stands under or beside a building: its number is no door. */
export const CELLARS = words('地下室 车库 仓库 车棚 储藏 停车')

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
