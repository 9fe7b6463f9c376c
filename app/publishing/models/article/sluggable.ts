import { Model } from '#atrium/model/main'
import { column } from '@adonisjs/lucid/orm'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import { slugify, withSuffix } from '../../text/slug.ts'

/**
 * Gives articles an address made from their title. The database keeps addresses unique, so two
 * people who use the same title at the same moment get two addresses.
 */
export function Sluggable<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class SluggableArticle extends superclass {
    declare title: string

    @column()
    declare slug: string

    /**
     * Runs `attempt` with the wanted slug, and again with another suffix for as long as the slug
     * turns out to be taken. `attempt` undoes what it did when it fails.
     */
    static async withFreeSlug<Result>(wanted: string, attempt: (slug: string) => Promise<Result>) {
      for (let slug = wanted; ; slug = withSuffix(wanted)) {
        try {
          return await attempt(slug)
        } catch (error) {
          if (!isTaken(error)) throw error
        }
      }
    }

    /**
     * The slug for a title: the one the article has, unless the title asks for another.
     */
    slugFor(title: string) {
      const isSame = this.$isPersisted && slugify(title) === slugify(this.title)
      return isSame ? this.slug : slugify(title)
    }
  }

  return SluggableArticle
}

function isTaken(error: unknown) {
  return (error as { constraint?: string }).constraint === 'articles_slug_unique'
}
