import { DateTime } from 'luxon'
import { Model, field } from '#atrium/model/main'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

/**
 * Tells drafts from articles that everybody may read.
 */
export function Publishable<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class PublishableArticle extends superclass {
    /** When the article became public; null while it is a draft */
    @field.timestamp({ nullable: true })
    declare publishedAt: DateTime | null

    get isPublished() {
      return this.publishedAt !== null
    }

    /** Makes the article public, now. Publishing twice changes nothing. */
    async publish() {
      if (this.isPublished) return

      this.publishedAt = DateTime.utc()
      await this.save()
    }

    /** Makes a draft of the article again. */
    async withdraw() {
      this.publishedAt = null
      await this.save()
    }
  }

  return PublishableArticle
}
