import { BaseTransformer } from '@adonisjs/core/transformers'

import type Article from '../models/article.ts'
import UserTransformer from './user_transformer.ts'

export default class ArticleTransformer extends BaseTransformer<Article> {
  toObject() {
    return {
      ...this.pick(this.resource, ['slug', 'title', 'description', 'createdAt', 'updatedAt']),
      tagList: this.resource.tags.map((tag) => tag.name),
      favoritesCount: Number(this.resource.$extras.favoritesCount),
      author: UserTransformer.transform(this.resource.author),
    }
  }

  forDetail() {
    return { ...this.toObject(), body: this.resource.body }
  }
}
