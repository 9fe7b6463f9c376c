import { BaseTransformer } from '@adonisjs/core/transformers'

import type User from '../models/user.ts'

/**
 * A user as the API shows them to themselves, together with the token that they use.
 */
export default class UserTransformer extends BaseTransformer<User> {
  constructor(
    user: User,
    protected token: string
  ) {
    super(user)
  }

  toObject() {
    return {
      ...this.pick(this.resource, ['email', 'username', 'bio', 'image']),
      token: this.token,
    }
  }
}
