/** The page of alerts over HTTP: who may see it, what it shows, and that words stay words. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { serveWeb } from '../../web/serve.js'
import { type Day, openDay } from '../bot/day.js'

const PASSWORD = 'a-password-of-12'
const PORT = 18_471
let day: Day
let end: () => Promise<void>
beforeEach(async () => {
  day = await openDay('01:00', { settings: { web: { host: '127.0.0.1', port: PORT, token: '', password: PASSWORD } } })
  end = await serveWeb(day.office, () => {})
})
afterEach(async () => {
  await end()
  await day.close()
})
const page = async (password: string): Promise<{ status: number; html: string }> => {
  const headers = { authorization: `Basic ${Buffer.from(`head:${password}`).toString('base64')}`, connection: 'close' }
  const answer = await fetch(`http://127.0.0.1:${PORT}/alerts`, { headers })
  return { status: answer.status, html: await answer.text() }
}

it('shows each step with its time and who did it, newest first', async () => {
  await day.say('3-2-501', '3-2', '快来人,我爸突然晕倒叫不醒了')
  await day.minutes(3)
  await day.say('s-wang', 'g1', '我去')
  await day.minutes(20)
  await day.say('s-wang', 'g1', '解决了：送<b>医院</b>了')
  await day.say('3-2-302', '3-2', '我胰岛素没了，急')
  const { status, html } = await page(PASSWORD)
  expect(status).toBe(200)
  expect(html).toMatch(/1条还没解决[\s\S]*#2 3-2-302[\s\S]*#1 3-2-501[\s\S]*01:03:\d\d[^\n]*小王[\s\S]*01:23:\d\d[^\n]*小王/u)
  expect(html).toContain('送&lt;b&gt;医院&lt;/b&gt;了')
})

it('says so where there is none', async () => {
  expect((await page(PASSWORD)).html).toContain('没有未解决的警报')
})

it.each(['', 'another-password'])('shows nothing to whoever has not the password (%j)', async (password) => {
  await day.say('3-2-501', '3-2', '快来人,我爸突然晕倒叫不醒了')
  const { status, html } = await page(password)
  expect(status).toBe(401)
  expect(html).not.toContain('3-2-501')
})

it('takes no orders where there is no token for them', async () => {
  const answer = await fetch(`http://127.0.0.1:${PORT}/api/orders`, { method: 'POST', headers: { connection: 'close' } })
  expect(answer.status).toBe(404)
})
