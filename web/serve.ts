/** Serves the web's routes on a port. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Office } from '../bot/office.js'
import { alertPage } from './alerts.js'
import { orderRoutes } from './orders.js'

/** Resolves to how to end it once it listens; throws where the port is taken. */
export const serveWeb = (office: Office, said: () => void): Promise<() => Promise<void>> => {
  const { host, port, token, password } = office.settings.web
  const app = new Hono()
  if (password !== '') app.route('/', alertPage(office, password))
  if (token !== '') app.route('/', orderRoutes(office, token, said))
  return new Promise((listens, fails) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () =>
      listens(
        () =>
          new Promise((ended) => {
            server.close(() => ended())
          }),
      ),
    )
    server.on('error', fails)
  })
}
