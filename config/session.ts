import env from '#start/env'
import { http } from '#config/app'
import { configProvider } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/session'
import type { HttpContext } from '@adonisjs/core/http'

const secure = http.cookie.secure === true

/**
 * The prefix makes browsers refuse the cookie from subdomains and over plain http.
 */
export const sessionCookieName = secure ? '__Host-atrium-session' : 'atrium-session'

const sessionConfig = defineConfig({
  enabled: true,
  cookieName: sessionCookieName,

  /**
   * How long browsers keep the cookie after a request. The store ends a session after two weeks
   * without one, and after 90 days in any case.
   */
  age: '14 days',
  clearWithBrowser: false,

  cookie: {
    path: '/',
    httpOnly: true,
    secure,
    sameSite: 'lax',
  },

  store: env.get('SESSION_DRIVER', 'database'),
  stores: {
    database: configProvider.create(async () => {
      const { SessionStore } = await import('#app/accounts/drivers/session_store')
      return (ctx: HttpContext) => new SessionStore(ctx)
    }),
  },
})

export default sessionConfig
