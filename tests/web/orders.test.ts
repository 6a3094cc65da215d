/** Orders over HTTP: who may, what is refused with which words, and that one key is one order. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { orderRoutes } from '../../web/orders.js'
import { serveWeb } from '../../web/serve.js'
import { type Day, openDay } from '../bot/day.js'

const TOKEN = 'a-token-of-a-shop-that-is-long'
let day: Day
let told = 0
beforeEach(async () => {
  told = 0
  day = await openDay('20:00')
})
afterEach(() => day.close())

const order = { household: '3-2-501', lines: [{ item: '大米', qty: 10, unit: '斤' }, { item: '鸡蛋30个' }] }
const post = async (body: unknown, headers: Record<string, string> = {}) => {
  const answer = await orderRoutes(day.office, TOKEN, () => void told++).request('/api/orders', {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'idempotency-key': 'k-1', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: answer.status, said: z.record(z.string(), z.unknown()).parse(await answer.json()) }
}

it('takes an order once, and answers the same words again', async () => {
  const first = await post(order)
  expect(first).toMatchObject({ status: 201, said: { taken: 2, doubled: 0 } })
  expect(await post(order)).toEqual({ status: 200, said: first.said })
  expect(await day.order('3-2-501', '2021-01-28')).toMatchObject({
    source: 'app',
    status: 'open',
    lines: [
      { item: '大米', qty: 10, unit: '斤' },
      { item: '鸡蛋', qty: 30, unit: '个' },
    ],
  })
  expect(told).toBe(2)
})

it('holds what chat has brought already, and tells staff', async () => {
  await day.say('3-2-501', '3-2', '大米5斤')
  expect(await post(order)).toMatchObject({ status: 201, said: { taken: 1, doubled: 1 } })
  await day.minutes(1)
  expect(day.heard('g1').join()).toContain('👥X1 3-2-501')
})

it.each<[string, unknown, Record<string, string>, number]>([
  ['a wrong token', order, { authorization: 'Bearer other' }, 401],
  ['no token', order, { authorization: '' }, 401],
  ['no key', order, { 'idempotency-key': '' }, 422],
  ['no JSON', '{', {}, 400],
  ['a household that is none', { ...order, household: '99-1-101' }, {}, 404],
  ['a door that is none', { ...order, household: '501' }, {}, 422],
  ['no lines', { ...order, lines: [] }, {}, 422],
  ['an amount below nothing', { ...order, lines: [{ item: '大米', qty: -1 }] }, {}, 422],
  ['fields that are not known', { ...order, price: 3 }, {}, 422],
  ['a body that is too long', { ...order, lines: [{ item: '大'.repeat(70_000) }] }, {}, 413],
])('refuses %s, and nothing is written', async (_, body, headers, status) => {
  const answer = await post(body, headers)
  expect(answer.status).toBe(status)
  expect(answer.said.error).toMatch(/\S/u)
  expect(await day.orders('2021-01-28')).toEqual([])
  expect(told).toBe(0)
})

it('refuses other words under a key that was used', async () => {
  await post(order)
  expect((await post({ ...order, lines: [{ item: '白菜' }] })).status).toBe(409)
  expect((await day.order('3-2-501', '2021-01-28'))?.lines).toHaveLength(2)
})

it('listens on its port, and ends', async () => {
  const settings = { ...day.office.settings, web: { host: '127.0.0.1', port: 18_473, token: TOKEN, password: '' } }
  const end = await serveWeb({ ...day.office, settings }, () => {})
  const answer = await fetch('http://127.0.0.1:18473/api/orders', { method: 'POST' })
  expect(answer.status).toBe(401)
  await end()
  await expect(fetch('http://127.0.0.1:18473/api/orders', { method: 'POST' })).rejects.toThrow()
})
