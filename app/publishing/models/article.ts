import { DateTime } from 'luxon'
import { User } from '#app/accounts/public'
import { compose } from '@adonisjs/core/helpers'
import db from '@adonisjs/lucid/services/db'
import { Model, Recorded, field, index, transaction } from '#atrium/model/main'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import { slugify } from '../text/slug.ts'
import type { Person } from './person.ts'
import { Rendered } from './article/rendered.ts'
import { Taggable } from './article/taggable.ts'
import { Described } from './article/described.ts'
import { Sluggable } from './article/sluggable.ts'
import { Commentable } from './article/commentable.ts'
import { Favoritable } from './article/favoritable.ts'
import { Publishable } from './article/publishable.ts'

/**
 * What an author says of an article.
 */
export type Content = {
  title: string
  description: string
  body: string
  tagList?: string[]
}

/**
 * A new article. `slug` and `writtenAt` are for what comes from elsewhere and has an address and a
 * date already.
 */
export type NewArticle = Content & {
  publish: boolean
  slug?: string
  writtenAt?: DateTime
}

/** The beginning of a long text is all that a tsvector has room for */
const SEARCHED = `
          setweight(to_tsvector('english', title), 'A') ||
          setweight(to_tsvector('english', description), 'B') ||
          setweight(to_tsvector('english', left(body, 100000)), 'C')`

/**
 * A piece of writing by one author. Drafts, which have no date of publication, are seen by their
 * author only.
 */
export default class Article extends compose(
  Model,
  Recorded,
  Sluggable,
  Rendered,
  Described,
  Taggable,
  Publishable,
  Commentable,
  Favoritable
) {
  @field.id()
  declare id: number

  @field.foreignKey(() => User, { index: false, onDelete: 'cascade' })
  declare authorId: number

  @field.string()
  declare title: string

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  @field.timestamp({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  /** What the article is searched by, with more weight on its title. For queries only */
  @field.generated({ type: 'tsvector', as: SEARCHED, read: false })
  declare search: undefined

  @belongsTo(() => User, { foreignKey: 'authorId' })
  declare author: BelongsTo<typeof User>

  static indexes = [
    index<Article>(['publishedAt desc', 'id desc'], {
      name: 'articles_latest',
      where: 'published_at is not null',
    }),
    index<Article>(['authorId', 'publishedAt desc', 'id desc'], { name: 'articles_author_latest' }),
    index<Article>(['search'], { name: 'articles_search', method: 'gin' }),
  ]

  /** It is made from the body, which the history has */
  static concealed = ['bodyHtml']

  /** What tells an article from others and who may see it, without its text */
  static readonly outline = ['id', 'author_id', 'slug', 'published_at']

  /** All that an article holds, without what it is only searched by */
  static get whole() {
    return Array.from(this.$columnsDefinitions.values(), ({ columnName }) => columnName)
  }

  /**
   * The article with this slug, as far as `reader` may know of it: everything published, and their
   * own drafts.
   *
   * @param only the columns to read, where the whole text is not needed
   * @throws E_RESOURCE_NOT_FOUND there is none, or it is somebody else's draft
   */
  static async findBySlugOrFail(slug: string, reader?: Person | null, only = this.whole) {
    const article = await this.query().select(only).where({ slug }).first()
    if (!article?.isVisibleTo(reader)) {
      throw new E_RESOURCE_NOT_FOUND('article')
    }

    return article
  }

  /**
   * Writes a new article with its tags, as a draft or for everybody to read.
   *
   * @param client an open transaction, when the article is part of something larger
   */
  static write(
    author: Person,
    { tagList = [], publish, slug, writtenAt = DateTime.utc(), ...content }: NewArticle,
    client: Pick<QueryClientContract, 'transaction'> = db
  ) {
    return this.withFreeSlug(slug ?? slugify(content.title), (freeSlug) =>
      transaction(client, async (trx) => {
        const article = new this().useTransaction(trx).merge({
          ...content,
          slug: freeSlug,
          authorId: author.id,
          createdAt: writtenAt,
          updatedAt: writtenAt,
          publishedAt: publish ? writtenAt : null,
        })

        await article.save()
        await article.tagWith(tagList)
        return article
      })
    )
  }

  /**
   * Changes what is given and keeps the rest; an empty `tagList` removes all tags. A new title
   * gives a new slug. Every revision leaves its date, also when it changed nothing.
   */
  revise({ title = this.title, description, body, tagList }: Partial<Content>) {
    const client = Article.$adapter.modelClient(this)

    return Article.withFreeSlug(this.slugFor(title), (slug) =>
      transaction(
        client,
        async (trx) => {
          this.useTransaction(trx)
          this.slug = slug
          this.title = title
          this.description = description ?? this.description
          this.body = body ?? this.body
          await this.enableForceUpdate().save()

          if (tagList) await this.tagWith(tagList)
          return this
        },
        this
      )
    )
  }

  /**
   * Tells whether somebody may know of the article: everybody once it is published, and its author
   * before.
   */
  isVisibleTo(reader?: Person | null) {
    return this.isPublished || this.isBy(reader)
  }

  /**
   * Tells whether somebody wrote the article.
   */
  isBy(person?: Person | null) {
    return person?.id === this.authorId
  }
}
