import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import { type Model, Sluggable as WithSlug, field } from '#atrium/model/main'

import { slugify } from '../../text/slug.ts'

/**
 * Gives articles an address made from their title. The database keeps addresses unique, so two
 * people who use the same title at the same moment get two addresses.
 */
export function Sluggable<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class SluggableArticle extends WithSlug(superclass) {
    declare title: string

    @field.slug({ from: 'title', unique: true })
    declare slug: string

    static slugify(title: string) {
      return slugify(title)
    }
  }

  return SluggableArticle
}
