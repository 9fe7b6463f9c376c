import type { Model } from '#atrium/model/main'
import db from '@adonisjs/lucid/services/db'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import type { Person } from '../person.ts'

/**
 * Lets people keep a record of the articles they like, their own among them.
 */
export function Favoritable<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  return class FavoritableArticle extends superclass {
    declare id: number

    /** Adds the article to what a person likes. Doing it twice changes nothing. */
    async favoriteBy({ id }: Person) {
      await (this.$trx ?? db)
        .insertQuery()
        .table('favorites')
        .insert({ article_id: this.id, user_id: id })
        .onConflict(['article_id', 'user_id'])
        .ignore()
    }

    /** Takes the article out of what a person likes, if it is there. */
    async unfavoriteBy({ id }: Person) {
      await (this.$trx ?? db).from('favorites').where({ article_id: this.id, user_id: id }).delete()
    }
  }
}
