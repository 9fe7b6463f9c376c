import { actorOf } from '../actor.ts'
import type { HttpContext } from '@adonisjs/core/http'
import { newUuid, onBehalf } from '#atrium/model/main'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * What a request writes is done on behalf of whoever makes it, as one operation: the history says so.
 * Who it is, is asked when something is written.
 */
export default class OnBehalfMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    let id: string | undefined

    return onBehalf(() => actorOf(ctx).operation({ id: (id ??= newUuid()) }), next)
  }
}
