import { mailboxFolder } from '#config/mail'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'
import type { HttpContext } from '@adonisjs/core/http'

import { Mailbox } from '../mailbox.ts'

/**
 * Mails that were kept instead of sent, for those who develop.
 */
export default class MailsController {
  #mailbox = new Mailbox(mailboxFolder)

  async index({ view }: HttpContext) {
    return view.render('mail/index', { mails: await this.#mailbox.latest() })
  }

  async show({ params, view }: HttpContext) {
    const mail = await this.#mailbox.find(params.id)
    if (!mail) {
      throw new E_RESOURCE_NOT_FOUND('mail')
    }

    return view.render('mail/show', { mail: { ...mail, hasHtml: mail.html !== null } })
  }
}
