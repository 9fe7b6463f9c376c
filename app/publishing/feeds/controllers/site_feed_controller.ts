import { appName } from '#config/app'
import type { HttpContext } from '@adonisjs/core/http'

import { sendFeed } from '../send_feed.ts'
import { readEntries } from '../entries.ts'

/**
 * What is new on the whole site.
 */
export default class SiteFeedController {
  /** The feed as Atom. */
  async show(ctx: HttpContext) {
    return sendFeed(ctx, {
      title: appName,
      path: '/feed.atom',
      pagePath: '/',
      entries: await readEntries({}),
    })
  }
}
