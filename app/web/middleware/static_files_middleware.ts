import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import StaticMiddleware from '@adonisjs/static/static_middleware'

import { isApiRequest } from '../api.ts'

const files = await app.container.make(StaticMiddleware)

/**
 * Looks for a file in `public` when the address may be one: their names have an ending. Looking
 * costs a visit to the disk, which pages and answers to programs can do without.
 */
export default class StaticFilesMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const path = ctx.request.url()
    const mayBeFile = path.includes('.', path.lastIndexOf('/')) && !isApiRequest(ctx.request)

    return mayBeFile ? files.handle(ctx, next) : next()
  }
}
