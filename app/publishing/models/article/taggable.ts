import { Model } from '#atrium/model/main'
import { manyToMany } from '@adonisjs/lucid/orm'
import { managedTransaction } from '@adonisjs/lucid/utils'
import type { ManyToMany } from '@adonisjs/lucid/types/relations'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

import Tag from '../tag.ts'

/**
 * Lets articles be found by words.
 */
export function Taggable<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class TaggableArticle extends superclass {
    declare id: number

    @manyToMany(() => Tag, { pivotTable: 'article_tags', pivotForeignKey: 'article_id' })
    declare tags: ManyToMany<typeof Tag>

    /**
     * Makes these the tags of the article, and no others.
     */
    async tagWith(names: string[]) {
      await managedTransaction(TaggableArticle.$adapter.modelClient(this), async (trx) => {
        const tags = await Tag.named(names, trx)
        await replaceTags(this.id, tags, trx)
      })
    }
  }

  return TaggableArticle
}

async function replaceTags(articleId: number, tags: Tag[], trx: TransactionClientContract) {
  const links = tags.map(({ id }) => ({ article_id: articleId, tag_id: id }))

  await trx
    .from('article_tags')
    .where('article_id', articleId)
    .whereNotIn(
      'tag_id',
      tags.map(({ id }) => id)
    )
    .delete()

  if (links.length) {
    await trx
      .insertQuery()
      .table('article_tags')
      .multiInsert(links)
      .onConflict(['article_id', 'tag_id'])
      .ignore()
  }
}
