import { DateTime } from 'luxon'
import { existsSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'

import type { Post } from './post.ts'
import { authorNamed } from './author.ts'
import { readPost } from './post_reader.ts'
import Article from '../models/article.ts'
import ImportedPost from '../models/imported_post.ts'

/**
 * What became of a file.
 */
export type Outcome = 'imported' | 'updated' | 'unchanged'

/**
 * Makes articles from files, each in a transaction of its own, and keeps a record of which article
 * came from which file. A file that says what it said last time changes nothing. Articles that
 * were not imported are left alone.
 */
export class PostsImporter {
  #client: QueryClientContract
  #fallbackAuthor: string

  constructor(client: QueryClientContract, fallbackAuthor: string) {
    this.#client = client
    this.#fallbackAuthor = fallbackAuthor
  }

  /**
   * Imports one file.
   *
   * @throws E_POST_REFUSED it cannot become an article
   */
  async import(path: string): Promise<Outcome> {
    const post = await readPost(path, this.#fallbackAuthor)
    const source = await realpath(path)
    const digest = digestOf(post)

    return this.#client.transaction(async (trx) => {
      const known = await this.#find(source, digest, trx)
      if (!known) {
        const article = await this.#write(post, trx)
        await ImportedPost.create({ articleId: article.id, source, digest }, { client: trx })
        return 'imported'
      }

      const isUnchanged = known.digest === digest
      if (!isUnchanged) await this.#revise(known, post, trx)

      await known.merge({ source, digest }).save()
      return isUnchanged ? 'unchanged' : 'updated'
    })
  }

  /**
   * What was imported from this file, also when the file was somewhere else then.
   */
  async #find(source: string, digest: string, trx: TransactionClientContract) {
    const known = await ImportedPost.findBy({ source }, { client: trx })
    if (known) return known

    const alike = await ImportedPost.query({ client: trx }).where({ digest })
    return alike.find((other) => !existsSync(other.source))
  }

  async #write(post: Post, trx: TransactionClientContract) {
    const { title, description, body, tags: tagList, isDraft, date } = post
    const author = await authorNamed(post.author, trx)

    return Article.write(
      author,
      {
        title,
        description,
        body,
        tagList,
        publish: !isDraft,
        slug: await this.#freeSlug(post.slugs, trx),
        writtenAt: date ?? undefined,
      },
      trx
    )
  }

  async #freeSlug(slugs: string[], trx: TransactionClientContract) {
    const taken = await trx.from('articles').select('slug').whereIn('slug', slugs)
    const isFree = (slug: string) => taken.every((row) => row.slug !== slug)

    return slugs.find(isFree) ?? slugs[0]
  }

  /**
   * The article keeps its address, whatever its title is now: others link to it.
   */
  async #revise({ articleId }: ImportedPost, post: Post, trx: TransactionClientContract) {
    const article = await Article.findOrFail(articleId, { client: trx })
    const author = await authorNamed(post.author, trx)
    const date = post.date ?? article.publishedAt ?? DateTime.utc()

    article.merge({
      title: post.title,
      description: post.description,
      body: post.body,
      authorId: author.id,
      publishedAt: post.isDraft ? null : date,
    })
    await article.save()
    await article.tagWith(post.tags)
  }
}

function digestOf(post: Post) {
  const said = JSON.stringify({ ...post, date: post.date?.toISO() })
  return createHash('sha256').update(said).digest('hex')
}
