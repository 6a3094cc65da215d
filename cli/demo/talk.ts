/** The prompt of the demo: type as anyone, in any group, at any time. */
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { VirtualClock } from '../../bot/clock.js'
import { addDays, dayOf, momentOf, timeOf } from '../../bot/days.js'
import { summary } from './summary.js'
import { roomId, type Theatre } from './theatre.js'

const HELP = `直接打字就是在群里说话。
  /as 3-2-501     换成这户居民（/as s-1 一网格工作人员，/as v-1 志愿者，/as head 主任）
  /room 3-2       换到这个单元的群（/room g1 一网格工作群，/room - 私聊机器人）
  /time 06:00     时间走到下一个六点（/time +5 走五分钟）
  /recall         撤回上一句      /orders [日期]   看订单
  /help           再看一遍        /quit            结束`

export const talk = async (theatre: Theatre, clock: VirtualClock, input: Readable): Promise<void> => {
  const { screen, office } = theatre
  const zone = office.settings.timeZone
  let who = '3-2-501'
  let room = '3-2'
  let last: string | null = null
  const prompt = (): string => `${timeOf(clock.now(), zone)} ${who}@${room}> `
  screen.line(`\n${HELP}`, 'cyan')
  const lines = createInterface({ input, output: process.stdout, prompt: prompt() })

  const go = async (word: string): Promise<void> => {
    const minutes = /^\+(\d{1,4})$/u.exec(word)
    const time = /^([01]?\d|2[0-3]):([0-5]\d)$/u.exec(word)
    if (minutes !== null) return theatre.until(clock.now() + Number(minutes[1]) * 60_000)
    if (time === null) return screen.line('请写 /time 06:00 或 /time +5', 'red')
    const today = dayOf(clock.now(), zone)
    const target = momentOf(today, word.padStart(5, '0'), zone)
    await theatre.until(target > clock.now() ? target : momentOf(addDays(today, 1), word.padStart(5, '0'), zone))
  }
  const command = async (line: string): Promise<boolean> => {
    const [name = '', word = ''] = line.slice(1).trim().split(/\s+/u)
    if (name === 'quit' || name === 'q') return false
    if (name === 'as' && word !== '') {
      who = word
      const door = /^(\w+-\w+)-\w+$/u.exec(word)
      room = door?.[1] ?? (/^[sv]-(\w+)$/u.test(word) ? `g${word.slice(2)}` : room)
    } else if (name === 'room' && word !== '' && roomId(word, office) !== undefined) room = word
    else if (name === 'time') await go(word)
    else if (name === 'recall' && last !== null) await theatre.recall(who, room, last)
    else if (name === 'orders') await summary(theatre, word || addDays(dayOf(clock.now(), zone), 1), 'data/demo.db')
    else screen.line(HELP, 'cyan')
    return true
  }

  lines.prompt()
  for await (const line of lines) {
    const words = line.trim()
    if (words.startsWith('/')) {
      if (!(await command(words))) break
    } else if (words !== '') {
      last = await theatre.say({ who, room, text: words })
      await theatre.until(clock.now() + office.settings.pace.gatherSeconds * 1000 + 1000)
    }
    lines.setPrompt(prompt())
    lines.prompt()
  }
  lines.close()
}
