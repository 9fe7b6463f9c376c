import { Migration } from '#atrium/migrations/main'

/**
 * Adds deleted_at to comments.
 *
 * Going back loses data: comments.deleted_at.
 */
export default class extends Migration {
  static component = 'publishing'

  static lossesBack = [
    {
      what: 'comments.deleted_at',
      rows: `select count(*) from comments where deleted_at is not null`,
    },
  ]

  async up() {
    this.sql(`alter table comments add column deleted_at timestamptz`)
  }

  async down() {
    this.sql(`alter table comments drop column deleted_at`)
  }
}
