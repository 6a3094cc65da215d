/** What sounds like a joke, or like enough at home, quiets no alarm beside it. */
import { expect, it } from 'vitest'
import { openReader } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import type { Context } from '../../parsers/types.js'

const { reader } = openReader(loadSettings(undefined, {}))
const RESIDENT: Context = {
  room: { kind: 'unit', building: '3', unit: '2' },
  sender: { role: 'resident', alias: '张阿姨', home: { building: '3', unit: '2', room: '501' } },
}

it.each([
  ['胰岛素没有了，不要买错牌子', 'medicine'],
  ['胰岛素没有了，不用带发票', 'medicine'],
  ['硝酸甘油快没有了，别买错', 'medicine'],
  ['哮喘喷雾没了，我有急事，不用带别的', 'medicine'],
  ['药够呛能撑到明天，别买错了', 'medicine'],
  ['我们有医保，药断了三天，不用买贵的', 'medicine'],
  ['老汉的降压药没得了', 'medicine'],
  ['癫痫药莫得了', 'medicine'],
  ['孩子半夜烧到休克，怎么办', 'emergency'],
  ['老伴夜里喘到窒息', 'emergency'],
  ['减肥饿到休克了，人躺地上', 'emergency'],
  ['熬夜守着老人，他咳到吐血', 'emergency'],
  ['加班加到心梗，倒在屋里不动了', 'emergency'],
  ['我爸血糖233 人都迷糊了 233', 'emergency'],
  ['带娃带到想死', 'distress'],
])('%s: %s', (text, urgent) => {
  expect(reader.understand(text, RESIDENT).urgent).toBe(urgent)
})

it.each(['上班上到心梗，老板还让写总结😇', '我屋头药还够吃到月底，不用帮我买，谢谢哈', '其他的莫得了'])('stays quiet: %s', (text) => {
  const { acts, urgent } = reader.understand(text, RESIDENT)
  expect({ acts, urgent }).toEqual({ acts: [], urgent: null })
})
