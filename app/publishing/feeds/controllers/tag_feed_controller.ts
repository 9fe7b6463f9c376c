import { appName } from '#config/app'
import type { HttpContext } from '@adonisjs/core/http'

import { sendFeed } from '../send_feed.ts'
import { readEntries } from '../entries.ts'

/**
 * What is new on one subject.
 */
export default class TagFeedController {
  /** The feed as Atom. */
  async show(ctx: HttpContext) {
    const { tag } = ctx.params
    const pagePath = `/tag/${encodeURIComponent(tag)}`

    return sendFeed(ctx, {
      title: `${tag} · ${appName}`,
      path: `${pagePath}/feed.atom`,
      pagePath,
      entries: await readEntries({ tag }),
    })
  }
}
