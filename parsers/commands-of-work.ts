/** Words to the bot about the day's carrying; each is read by a file of its own. */
import { readCarry } from './matchers/carry.js'
import { readDouble } from './matchers/double.js'
import { readShopping } from './matchers/shopping.js'
import { readStanding } from './matchers/standing.js'
import type { Message } from './message.js'
import type { Command } from './types.js'

const READERS: ((message: Message, text: string) => Command | null)[] = [readStanding, readCarry, readShopping, readDouble]

/** `text`: the folded message without spaces around it. */
export const readWork = (message: Message, text: string): Command | null => {
  for (const read of READERS) {
    const command = read(message, text)
    if (command !== null) return command
  }
  return null
}
