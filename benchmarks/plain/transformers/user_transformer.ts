import { BaseTransformer } from '@adonisjs/core/transformers'

import type User from '../models/user.ts'

export default class UserTransformer extends BaseTransformer<User> {
  toObject() {
    return this.pick(this.resource, ['username', 'bio', 'image'])
  }
}
