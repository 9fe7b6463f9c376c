import { BaseMail } from '@adonisjs/mail'

/**
 * A mail about somebody's account, as text and as HTML.
 */
export abstract class AccountMail extends BaseMail {
  abstract subject: string

  /** Name of the two views, without `_html` and `_text` */
  protected abstract view: string

  constructor(
    protected to: string,
    protected facts: Record<string, unknown>
  ) {
    super()
  }

  prepare() {
    this.message
      .to(this.to)
      .htmlView(`accounts/mails/${this.view}_html`, this.facts)
      .textView(`accounts/mails/${this.view}_text`, this.facts)
  }
}
