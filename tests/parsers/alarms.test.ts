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
  ['看新闻说药店没货了，我家胰岛素断了', 'medicine'],
  ['刷到邻居说能代买，我爸硝酸甘油没了', 'medicine'],
  ['网上有卖的吗，胰岛素没了', 'medicine'],
  ['我爸的药早上才吃完最后一片', 'medicine'],
  ['家里左乙拉西坦摔碎了', 'medicine'],
  ['我妈的胰岛素全冻坏了', 'medicine'],
  ['老伴硝酸甘油找不着了', 'medicine'],
  ['孩子德巴金昨天就停了', 'medicine'],
  ['万托林过期了，哪里能买', 'medicine'],
  ['我妈心肌梗塞了', 'emergency'],
  ['对门门缝里往外窜烟', 'emergency'],
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
  ['我妈摔骨折了下不了楼，快来人', 'emergency'],
  ['刚才120是来接孕妇的，可我家老人也晕倒了', 'emergency'],
  ['别再传了，是真的，我妈跳楼了', 'emergency'],
  ['别传了，楼上着火了快跑', 'emergency'],
  ['要不是邻居敲门我爸就没命了，现在人还昏迷着', 'emergency'],
  ['嗓子冒烟，屋里也冒烟了，着火了', 'emergency'],
  ['胰岛素没拆的也没有了，今天断了', 'medicine'],
  ['给您添麻烦了，我不想活了，米两袋面一袋留给邻居', 'distress'],
  ['they said all good now but he collapsed again', 'emergency'],
  ['nobody is hurt yet but the balcony is on fire, 501', 'emergency'],
  ['in case of fire? our kitchen is on fire', 'emergency'],
  ['my dad had a stroke in 2019 and again today his face is drooping', 'emergency'],
  ['kid swallowed a battery', 'emergency'],
  ['goodbye everyone, i am standing on the roof', 'distress'],
  ['insulin finished, nothing left for tonight', 'medicine'],
])('%s: %s', (text, urgent) => {
  expect(reader.understand(text, RESIDENT).urgent).toBe(urgent)
})

it.each([
  '上班上到心梗，老板还让写总结😇',
  '我屋头药还够吃到月底，不用帮我买，谢谢哈',
  '其他的莫得了',
  '别再传有人跳楼了，民警说是晒的被子掉下去了',
  '手机天天给我推速效救心丸广告，我才26啊',
  "my dad had a heart attack in 2015, he's fine now and eats more than me",
  'Insulin was discovered 1921 in Toronto, my students made a nice poster of it',
])('stays quiet: %s', (text) => {
  const { acts, urgent } = reader.understand(text, RESIDENT)
  expect({ acts, urgent }).toEqual({ acts: [], urgent: null })
})
