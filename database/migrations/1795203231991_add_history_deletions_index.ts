import { Migration } from '#atrium/migrations/main'

/**
 * Indexes history by table_name and id and action.
 */
export default class extends Migration {
  static component = 'atrium'
  static disableTransactions = true

  async up() {
    this.sql(`drop index concurrently if exists history_deletions_index`)
    this.sql(`
      create index concurrently history_deletions_index on history (table_name, id) where action = 'delete'`)
  }

  async down() {
    this.sql(`drop index concurrently if exists history_deletions_index`)
  }
}
