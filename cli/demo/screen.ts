/** How the demo looks in a terminal: time, place, speaker, words; the bot's words in green, staff groups in blue. */
import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

export interface Screen {
  line(text: string, style?: Style): void
  speech(time: string, place: string, speaker: string, text: string, style?: Style): void
}

export const openScreen = (out: NodeJS.WritableStream, colour: boolean): Screen => {
  const paint = (style: Style, text: string): string => (colour ? styleText(style, text) : text)
  const line = (text: string, style?: Style): void => {
    out.write(`${style === undefined ? text : paint(style, text)}\n`)
  }
  return {
    line,
    speech: (time, place, speaker, text, style = 'reset') => {
      line(`${paint('dim', `${time}  ${place}`)}  ${paint('bold', speaker)}：${paint(style, text.replaceAll('\n', `\n${' '.repeat(8)}`))}`)
    },
  }
}
