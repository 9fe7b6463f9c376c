import type { HttpContext } from '@adonisjs/core/http'
import type { Action, Resource } from '#atrium/resource/main'

import { ActionForm } from './action_form.ts'
import { Confirmation } from '../bulk/confirmation.ts'

/**
 * What is asked before an action runs: its form, why, and the password when it is dangerous.
 */
export class ActionScreen {
  readonly form: ActionForm
  readonly confirmation: Confirmation

  constructor(
    protected ctx: HttpContext,
    resource: Resource,
    readonly action: Action,
    count = 1
  ) {
    const { dangerous, reason } = action
    this.form = new ActionForm(ctx.admin, resource, action)
    this.confirmation = new Confirmation(ctx, { count, dangerous, reason: reason ?? count > 1 })
  }

  /**
   * Runs the action if all that is asked was answered.
   *
   * @returns nothing when it is to be asked again
   */
  async answered<Result>(
    run: (answers: { input: Record<string, unknown>; reason?: string }) => Promise<Result>
  ): Promise<Result | undefined> {
    this.form.take(this.ctx.request.body())

    try {
      if (await this.confirmation.isGiven()) {
        return await run({ input: this.form.input, reason: this.confirmation.reason })
      }
    } catch (error) {
      this.form.note(error)
    }
    this.ctx.response.status(422)
    return undefined
  }

  /** What the template shows of it. */
  async shown() {
    return {
      action: this.action,
      confirmation: this.confirmation,
      controls: await this.form.controls(),
    }
  }
}
