import type { Model } from '#atrium/model/main'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import Favorite from '../favorite.ts'
import type { Person } from '../person.ts'

/**
 * Lets people keep a record of the articles they like, their own among them.
 */
export function Favoritable<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  return class FavoritableArticle extends superclass {
    declare id: number

    /** Adds the article to what a person likes. Doing it twice changes nothing. */
    async favoriteBy({ id: userId }: Person) {
      await Favorite.keep({ articleId: this.id, userId }, this.$trx)
    }

    /** Takes the article out of what a person likes, if it is there. */
    async unfavoriteBy({ id: userId }: Person) {
      await Favorite.query({ client: this.$trx }).where({ articleId: this.id, userId }).delete()
    }
  }
}
