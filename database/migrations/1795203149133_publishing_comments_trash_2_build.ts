import { Migration } from '#atrium/migrations/main'

/**
 * Builds the index comments_article_id_id_index anew.
 */
export default class extends Migration {
  static component = 'publishing'
  static disableTransactions = true

  async up() {
    this.sql(`drop index concurrently if exists comments_article_id_id_index_new`)
    this.sql(`
      create index concurrently comments_article_id_id_index_new on comments (article_id, id) where deleted_at is null`)
    this.sql(`drop index concurrently if exists comments_article_id_id_index`)
    this.sql(`alter index comments_article_id_id_index_new rename to comments_article_id_id_index`)
  }

  async down() {
    this.sql(`drop index concurrently if exists comments_article_id_id_index_new`)
    this.sql(`
      create index concurrently comments_article_id_id_index_new on comments using btree (article_id, id)`)
    this.sql(`drop index concurrently if exists comments_article_id_id_index`)
    this.sql(`alter index comments_article_id_id_index_new rename to comments_article_id_id_index`)
  }
}
