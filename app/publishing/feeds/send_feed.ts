import type { HttpContext } from '@adonisjs/core/http'

import { atom, lastUpdate, type Feed } from './atom.ts'

/**
 * Answers with a feed, or with 304 to a reader that has it already. A feed is the same for
 * everybody; with a session the answer may carry that session's cookie and is kept by nobody else.
 */
export function sendFeed({ response, session }: HttpContext, feed: Feed) {
  response.header('Content-Type', 'application/atom+xml; charset=utf-8')
  response.header('Last-Modified', new Date(lastUpdate(feed.entries)).toUTCString())
  response.header('Cache-Control', session ? 'private, no-cache' : 'public, max-age=60')

  return response.send(atom(feed), true)
}
