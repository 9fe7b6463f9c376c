import proxyAddr from 'proxy-addr'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/core/http'

/**
 * The product's name, in titles, mails and feeds.
 */
export const appName = env.get('APP_NAME', 'Atrium')

/**
 * The address that every link in a mail or feed starts with. Never taken from a request.
 */
export const appUrl = env
  .get('APP_URL', `http://${env.get('HOST')}:${env.get('PORT')}`)
  .replace(/\/+$/, '')

/**
 * Host names that requests may be made to, besides the one of `appUrl` and loopback names.
 */
export const allowedHosts = env
  .get('ALLOWED_HOSTS', '')
  .split(',')
  .map((host) => host.trim().toLowerCase())
  .filter(Boolean)

/**
 * Addresses or CIDR ranges of the proxies whose `X-Forwarded-*` headers are believed. None unless
 * named: a header that anybody can send says nothing.
 */
const trustedProxies = env
  .get('TRUST_PROXY', '')
  .split(',')
  .map((range) => range.trim())
  .filter(Boolean)

export const http = defineConfig({
  generateRequestId: true,

  /**
   * Forms can only GET and POST. The `_method` of a form is read by our own middleware, which
   * allows POST to become PUT, PATCH or DELETE and nothing else.
   */
  allowMethodSpoofing: false,

  useAsyncLocalStorage: false,

  trustProxy: proxyAddr.compile(trustedProxies),

  /**
   * Query strings stay what they look like: a comma is a comma, and lists have an end.
   */
  qs: {
    parse: {
      depth: 5,
      parameterLimit: 100,
      allowSparse: false,
      arrayLimit: 20,
      comma: false,
    },
  },

  redirect: {
    allowedHosts: [],
    forwardQueryString: false,
  },

  cookie: {
    path: '/',
    maxAge: '2h',
    httpOnly: true,
    secure: app.inProduction && appUrl.startsWith('https:'),
    sameSite: 'lax',
  },
})
