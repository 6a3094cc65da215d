/** Serves the web's routes on a port. */
import { serve } from '@hono/node-server'
import type { Office } from '../bot/office.js'
import { orderRoutes } from './orders.js'

/** Resolves to how to end it once it listens; throws where the port is taken. */
export const serveWeb = (office: Office, said: () => void): Promise<() => Promise<void>> => {
  const { host, port, token } = office.settings.web
  return new Promise((listens, fails) => {
    const server = serve({ fetch: orderRoutes(office, token, said).fetch, hostname: host, port }, () =>
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
