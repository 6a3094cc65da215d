/** A piece of a staff member's message that names goods, read as if its household had asked for them. */
import type { Line, Span } from '../../parsers/types.js'
import type { Household } from '../../store/community.js'
import type { Scene } from './scene.js'

const WISH = '要'

export const readGoods = ({ start, end }: Span, household: Household, scene: Scene): Line[] => {
  const { office, message } = scene
  const { building, unit, room } = household
  const read = office.reader.understand(`${WISH}${message.text.slice(start, end)}`, {
    room: { kind: 'direct' },
    sender: { role: 'resident', home: { building, unit, room } },
  })
  const by = start - WISH.length
  return read.acts
    .flatMap((act) => (act.act === 'order' ? act.lines : []))
    .map((line) => ({ ...line, span: { start: Math.max(start, line.span.start + by), end: line.span.end + by } }))
}
