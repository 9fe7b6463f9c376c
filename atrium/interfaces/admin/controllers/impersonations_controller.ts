import vine from '@vinejs/vine'
import { findHolder, resources } from '#atrium/resource/main'
import type { HttpContext } from '@adonisjs/core/http'

import { addressOfUser } from '../explanations/user_links.ts'
import { Impersonation } from '../impersonation/impersonation.ts'

const validator = vine.create({
  user: vine.string(),
  reason: vine.string().trim().minLength(3).maxLength(500),
  password: vine.string().optional(),
})

/**
 * Acting as somebody else for a while.
 */
export default class ImpersonationsController {
  async create({ admin, params, view }: HttpContext) {
    const user = await findHolder(resources, params.user)
    await Impersonation.check(admin.actor, user)

    return view.render('admin::pages/impersonation', {
      key: String(user.$primaryKeyValue),
      name: admin.config.nameOf(user),
      back: addressOfUser(user),
    })
  }

  async store(ctx: HttpContext) {
    const { admin, request, response } = ctx
    const form = await request.validateUsing(validator).catch((error) => refuse(ctx, error))
    const user = await findHolder(resources, form.user)

    await Impersonation.check(admin.actor, user)
    await admin.config
      .confirmPassword(admin.actor.user!, form.password)
      .catch((error) => refuse(ctx, error))
    await Impersonation.begin(ctx, user, form.reason)
    return response.redirect().status(303).toPath(admin.config.siteAddress)
  }

  async destroy(ctx: HttpContext) {
    await Impersonation.end(ctx)

    ctx.session.flash('success', ctx.i18n.t('admin_tools.impersonation.ended'))
    return ctx.response.redirect().status(303).toPath('/admin')
  }
}

/** What is wrong with the form, by the names that its fields have on the page. */
function refuse({ admin, i18n }: HttpContext, error: unknown): never {
  throw admin.phrases.translate(error, {
    reason: i18n.t('admin_tools.impersonation.reason'),
    password: i18n.t('admin_tools.impersonation.password'),
  })
}
