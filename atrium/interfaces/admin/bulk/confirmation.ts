import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'

import { labelled } from '../forms/labelled.ts'
import { ownPasswordProblem } from '../own_password.ts'
import { typedReason } from '../forms/typed_reason.ts'

type Asked = {
  /** How many rows would be written */
  count: number

  /** Whether it is asked why: always, unless told otherwise, and seldom must it be answered */
  reason?: boolean | 'required'

  /** It cannot be taken back, or gives power */
  dangerous?: boolean
}

/**
 * What is asked before many rows are written: why, and in production the number of rows when there are
 * many; the password for what is dangerous.
 */
export class Confirmation {
  problems: { reason?: string; number?: string; password?: string } = {}

  constructor(
    protected ctx: HttpContext,
    protected asked: Asked
  ) {}

  get count() {
    return this.asked.count
  }

  get asksReason() {
    return this.asked.reason === 'required' ? 'required' : true
  }

  get asksNumber() {
    const { typedConfirmationAbove } = this.ctx.admin.config
    return app.inProduction && this.count > typedConfirmationAbove
  }

  get asksPassword() {
    return Boolean(this.asked.dangerous) && this.ctx.admin.actor.user !== null
  }

  /** Why, as it was typed */
  get reason(): string | undefined {
    return typedReason(this.ctx.request.input('reason'))
  }

  /** Looks at what was typed, and notes what is wrong with it: then the answer asks again. */
  async isGiven(): Promise<boolean> {
    const { i18n, request } = this.ctx
    const t = (key: string, data?: Record<string, unknown>) =>
      i18n.t(`admin_bulk.bulk.${key}`, data as Record<string, any>)

    if (this.asksReason === 'required' && !this.reason) this.problems.reason = t('reason_missing')
    if (this.asksNumber && digitsOf(request.input('number')) !== String(this.count)) {
      this.problems.number = t('type_number_wrong', { count: this.count })
    }
    if (this.asksPassword) {
      const problem = await ownPasswordProblem(this.ctx, request.input('password'))
      if (problem) this.problems.password = labelled(t('password'), problem)
    }

    const isGiven = Object.keys(this.problems).length === 0
    if (!isGiven) this.ctx.response.status(422)
    return isGiven
  }
}

/** People write large numbers with signs between the digits. */
function digitsOf(text: unknown) {
  return String(text ?? '').replace(/\D/g, '')
}
