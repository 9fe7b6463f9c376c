import { Migration } from '#atrium/migrations/main'

/**
 * Creates admin_imports.
 *
 * Going back loses data: admin_imports.
 */
export default class extends Migration {
  static component = 'app'

  static lossesBack = [
    {
      what: 'admin_imports',
      rows: `select count(*) from admin_imports`,
    },
  ]

  async up() {
    this.sql(`
      create table admin_imports (
        id uuid primary key,
        resource varchar(63) not null,
        actor text not null,
        name varchar(255) not null,
        content bytea not null,
        choices jsonb,
        created_at timestamptz default CURRENT_TIMESTAMP not null
      )`)
    this.sql(`create index admin_imports_created_at_index on admin_imports (created_at)`)
  }

  async down() {
    this.sql(`drop table admin_imports`)
  }
}
