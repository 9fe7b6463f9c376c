import env from '#start/env'
import { http } from '#config/app'
import { defineConfig, stores } from '@adonisjs/session'

const secure = http.cookie.secure === true

/**
 * The prefix makes browsers refuse the cookie from subdomains and over plain http.
 */
export const sessionCookieName = secure ? '__Host-atrium-session' : 'atrium-session'

const sessionConfig = defineConfig({
  enabled: true,
  cookieName: sessionCookieName,

  /**
   * A session ends after two weeks without a request.
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
    database: stores.database(),
  },
})

export default sessionConfig
