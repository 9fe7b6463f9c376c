import { errors } from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'

import SavedView from '../models/saved_view.ts'
import { viewSent } from '../lists/view_form.ts'
import { E_NO_VIEW } from '../errors.ts'

/**
 * Lists as somebody set them up, under a name: their own ones, and those shared with a role.
 */
export default class SavedViewsController {
  async store(ctx: HttpContext) {
    const { admin, i18n, request, response, session } = ctx
    const resource = admin.resources.get(request.input('resource', ''))
    admin.serviceOf(resource).access.require('list')

    const view = new SavedView()
    view.merge({ resource: resource.name, actor: admin.actor.id! })
    await this.#save(view, this.#sent(ctx), i18n)

    session.flash('success', i18n.t('admin_list.views.saved', { name: view.name }))
    return response.redirect().status(303).toPath(`/admin/${view.resource}?view=${view.id}`)
  }

  async update(ctx: HttpContext) {
    const { admin, i18n, params, response, session } = ctx
    const view = await this.#own(admin.actor.id!, params.id)
    const { query, ...changes } = this.#sent(ctx)
    await this.#save(view, changes, i18n)

    session.flash('success', i18n.t('admin_list.views.saved', { name: view.name }))
    return response.redirect().status(303).toPath(`/admin/${view.resource}/settings`)
  }

  async destroy({ admin, i18n, params, response, session }: HttpContext) {
    const view = await this.#own(admin.actor.id!, params.id)
    await view.delete()

    session.flash('success', i18n.t('admin_list.views.deleted', { name: view.name }))
    return response.redirect().status(303).toPath(`/admin/${view.resource}/settings`)
  }

  /** What was filled in. What is wrong with it is said by the names that its fields have on the page. */
  #sent({ admin, i18n, request }: HttpContext) {
    try {
      return viewSent(request.body(), admin.actor)
    } catch (error) {
      throw admin.phrases.translate(error, {
        name: i18n.t('admin_list.views.name'),
        sharedWith: i18n.t('admin_list.views.shared_with'),
      })
    }
  }

  /** @throws E_NO_VIEW */
  async #own(actor: string, id: unknown) {
    const view = await SavedView.query()
      .where({ actor, id: String(id) })
      .first()
    if (!view) throw new E_NO_VIEW()
    return view
  }

  /** One view of a list is the one that it opens with. */
  async #save(view: SavedView, changes: Partial<SavedView>, i18n: HttpContext['i18n']) {
    view.merge(changes)
    const { actor, resource, name } = view
    const sameName = await SavedView.query().where({ actor, resource, name }).first()
    if (sameName && sameName.id !== view.id) {
      const message = i18n.t('admin_list.views.taken')
      throw new errors.E_VALIDATION_ERROR([{ field: 'name', message, rule: 'unique' }])
    }

    if (view.isDefault) {
      await SavedView.query().where({ actor, resource }).update({ isDefault: false })
    }
    await view.save()
  }
}
