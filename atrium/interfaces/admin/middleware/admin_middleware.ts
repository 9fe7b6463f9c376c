import app from '@adonisjs/core/services/app'
import { Actor } from '#atrium/resource/main'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

import type { AdminConfig } from '../config.ts'
import { AdminContext } from '../admin_context.ts'
import { E_NO_ADMIN } from '../errors.ts'
import { Reader } from '../reader.ts'

/**
 * Finds out what whoever is signed in may do. Nobody gets in who may list nothing.
 */
export default class AdminMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const config = app.config.get<AdminConfig>('admin')
    const reader = Reader.of(ctx)
    const options = {
      interface: 'admin',
      zone: reader.zone,
      impersonator: ctx.impersonation?.identity,
    }
    const actor = await Actor.of(config.user(ctx), options).load()

    ctx.admin = new AdminContext(ctx, config, actor, reader)
    if (!ctx.admin.mayEnter) throw new E_NO_ADMIN()

    ctx.view.share({ admin: ctx.admin, reader })
    ctx.response.header('Cache-Control', 'no-store')
    return next()
  }
}
