import { BaseTransformer } from '@adonisjs/core/transformers'

import UserTransformer from './user_transformer.ts'
import type Comment from '../models/comment.ts'

export default class CommentTransformer extends BaseTransformer<Comment> {
  toObject() {
    return {
      ...this.pick(this.resource, ['id', 'body', 'createdAt', 'updatedAt']),
      author: UserTransformer.transform(this.resource.author),
    }
  }
}
