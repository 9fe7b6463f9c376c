import { mailboxFolder } from '#config/mail'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'
import type { HttpContext } from '@adonisjs/core/http'

import { Mailbox } from '../mailbox.ts'

/**
 * What a mail may do when it is shown: nothing but look as it does. Its links open in a window of
 * their own.
 */
const POLICY = [
  `default-src 'none'`,
  `style-src 'unsafe-inline'`,
  `img-src https: data:`,
  `frame-ancestors 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `sandbox allow-popups allow-popups-to-escape-sandbox`,
].join('; ')

/**
 * The HTML of a mail as mail programs show it, for a frame.
 */
export default class MailSheetsController {
  #mailbox = new Mailbox(mailboxFolder)

  async show({ params, response }: HttpContext) {
    const mail = await this.#mailbox.find(params.id)
    if (!mail?.html) {
      throw new E_RESOURCE_NOT_FOUND('mail')
    }

    response.header('Content-Security-Policy', POLICY).header('X-Frame-Options', 'SAMEORIGIN')
    return response.type('html').send(mail.html.replace('<head>', '<head><base target="_blank">'))
  }
}
