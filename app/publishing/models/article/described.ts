import { Model, field } from '#atrium/model/main'
import { beforeSave } from '@adonisjs/lucid/orm'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import { excerpt } from '../../text/excerpt.ts'

const EXCERPT_LENGTH = 200

/**
 * Says in a sentence or two what an article is about. Where its author does not say it, its first
 * words do.
 */
export function Described<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class DescribedArticle extends superclass {
    declare body: string

    @field.string({ min: 0, max: 1_000 })
    declare description: string

    @beforeSave()
    static describe(article: DescribedArticle) {
      article.description ||= excerpt(article.body, EXCERPT_LENGTH)
    }
  }

  return DescribedArticle
}
