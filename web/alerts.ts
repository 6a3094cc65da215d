/** `GET /alerts`: the last alerts with the time of each step, for whoever holds the password; it loads anew by itself. */
import { Hono } from 'hono'
import { basicAuth } from 'hono/basic-auth'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import { alertsTold, exactly } from '../bot/alerts-told.js'
import type { Office } from '../bot/office.js'
import { isSecret } from './secret.js'

const SHOWN = 50
const SECONDS = 20
const STYLE =
  'body{font:18px/1.5 sans-serif;margin:1em auto;max-width:40em;padding:0 1em}article{border-left:6px solid #2a7;padding-left:.8em;margin:1.2em 0}article.open{border-color:#c22}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}'

export const alertPage = (office: Office, password: string): Hono => {
  const app = new Hono()
  const { words, settings, store } = office
  app.use('/alerts', basicAuth({ verifyUser: (_, given) => isSecret(given, password), realm: 'Linxu' }))
  app.get('/alerts', async (c) => {
    const told = await alertsTold(store.db, { grid: null, no: null, most: SHOWN }, exactly(settings.timeZone))
    const { title, open } = words.alertPage({ open: told.filter(({ alert }) => alert.closed_at === null).length })
    const page = html`<!doctype html>
      <html lang="${settings.language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <meta http-equiv="refresh" content="${SECONDS}" />
          <title>${title}</title>
          <style>${STYLE}</style>
        </head>
        <body>
          <h1>${title}</h1>
          <p>${open}</p>
          ${told.map(({ facts, alert }) => html`<article class="${alert.closed_at === null ? 'open' : 'closed'}"><pre>${words.alertSteps([facts]).join('\n')}</pre></article>`)}
        </body>
      </html>`
    return c.html(page, 200, { 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" })
  })
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    office.log.error({ kind: error.name }, 'the alert page could not be shown')
    return c.text(words.pageFailed(), 503)
  })
  return app
}
