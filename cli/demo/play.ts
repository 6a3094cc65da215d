/** The scripted day: what people wrote, what the bot answered, and what came of it. */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { packageFile } from '../../config/root.js'
import type { Theatre } from './theatre.js'

const step = z.union([
  z.object({ note: z.string() }),
  z.object({ at: z.string(), tick: z.literal(true) }),
  z.object({ at: z.string(), as: z.string(), name: z.string().optional(), room: z.string(), text: z.string() }),
])

/** `beat`: milliseconds between two lines, so that a person can follow; 0 where nobody watches. */
export const playDay = async (theatre: Theatre, beat: number): Promise<void> => {
  const lines = readFileSync(packageFile('cli/demo/day.jsonl'), 'utf8').trim().split('\n')
  for (const line of lines) {
    const event = step.parse(JSON.parse(line))
    if ('note' in event) theatre.screen.line(`\n── ${event.note}`, 'yellow')
    else {
      await theatre.until(Date.parse(event.at))
      if ('text' in event) await theatre.say({ who: event.as, name: event.name, room: event.room, text: event.text })
    }
    if (beat > 0) await pause(beat)
  }
}
