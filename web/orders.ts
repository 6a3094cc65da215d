/** `POST /api/orders`: orders of a shop's app or a form, with a token and a key by which each counts once. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { appLine, takeAppOrder } from '../bot/app-orders.js'
import type { Office } from '../bot/office.js'
import { householdAt } from '../store/community.js'
import { isSecret } from './secret.js'

const MOST_BYTES = 64 * 1024
const key = z.string().regex(/^[\x21-\x7e]{1,200}$/u)
/** `household` is a door (3-2-501); `day` is `YYYY-MM-DD`. */
const body = z.strictObject({
  household: z.string().regex(/^[\w\p{L}]{1,8}-[\w\p{L}]{1,8}-\w{1,8}$/u),
  day: z.iso.date().nullable().default(null),
  lines: z.array(appLine).min(1).max(100),
})

/**
 * 201 taken, 200 known already (the same answer), 400 no JSON, 401 no token, 404 no such household, 409 the key was used for other words,
 * 413 too long, 422 what is wrong in it, field by field. `said` is called where something is to be sent.
 */
export const orderRoutes = (office: Office, token: string, said: () => void): Hono => {
  const app = new Hono()
  app.use('/api/*', async (c, next) => {
    if (!isSecret(c.req.header('authorization'), `Bearer ${token}`)) return c.json({ error: '令牌不对 / wrong token' }, 401)
    return next()
  })
  app.post('/api/orders', bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.json({ error: '太长了 / too long' }, 413) }), async (c) => {
    const named = key.safeParse(c.req.header('idempotency-key'))
    if (!named.success)
      return c.json({ error: '缺少 Idempotency-Key（每张订单一个，最多 200 个字符）/ an Idempotency-Key of its own for each order' }, 422)
    const text = await c.req.text()
    const json = parsed(text)
    if (json === undefined) return c.json({ error: '不是 JSON / this is no JSON' }, 400)
    const read = body.safeParse(json)
    if (!read.success) {
      const fields = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
      return c.json({ error: '有的地方写得不对 / some fields are wrong', fields }, 422)
    }
    const { household: door, ...order } = read.data
    const taken = await office.store.db.transaction().execute(async (db) => {
      const [building = '', unit = '', room = ''] = door.split('-')
      const household = await householdAt(db, { building, unit, room })
      return household === undefined ? null : takeAppOrder(db, household, { key: named.data, ...order }, office)
    })
    if (taken === null) return c.json({ error: `没有 ${door} 这一户 / no such household` }, 404)
    if (taken.state === 'other words')
      return c.json({ error: '这个 Idempotency-Key 用过了，内容不同 / this key was used for another order' }, 409)
    said()
    const { state, ...answer } = taken
    return c.json(answer, state === 'new' ? 201 : 200)
  })
  app.onError((error, c) => {
    office.log.error({ kind: error.name }, 'an order of an app could not be taken')
    return c.json({ error: '暂时记不下，请用同一个 Idempotency-Key 再发 / try again with the same key' }, 503)
  })
  return app
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
