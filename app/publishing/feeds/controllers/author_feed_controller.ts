import { appName } from '#config/app'
import type { HttpContext } from '@adonisjs/core/http'

import { sendFeed } from '../send_feed.ts'
import { readEntries } from '../entries.ts'
import { readProfileOrFail } from '../../reading/profiles.ts'

/**
 * What is new by one author.
 */
export default class AuthorFeedController {
  /** The feed as Atom. */
  async show(ctx: HttpContext) {
    const { username } = await readProfileOrFail(ctx.params.username)
    const pagePath = `/profile/${encodeURIComponent(username)}`

    return sendFeed(ctx, {
      title: `${username} · ${appName}`,
      path: `${pagePath}/feed.atom`,
      pagePath,
      entries: await readEntries({ author: username }),
    })
  }
}
