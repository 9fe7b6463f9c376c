import { Migration } from '#atrium/migrations/main'

/**
 * Creates user_roles. Calls record_history() for user_roles. Calls record_history() for users.
 *
 * Going back loses data: user_roles.
 */
export default class extends Migration {
  static component = 'accounts'

  static lossesBack = [
    {
      what: 'user_roles',
      rows: `select count(*) from user_roles`,
    },
  ]

  async up() {
    this.sql(`
      create table user_roles (
        user_id bigint not null,
        role_id bigint not null,
        constraint user_roles_pkey primary key (user_id, role_id),
        constraint user_roles_role_id_foreign foreign key (role_id) references roles (id) on delete cascade,
        constraint user_roles_user_id_foreign foreign key (user_id) references users (id) on delete cascade
      )`)
    this.sql(`create index user_roles_role_id_user_id_index on user_roles (role_id, user_id)`)
    this.sql(`
      create trigger user_roles_history after insert or update or delete on user_roles
      for each row
      execute function record_history('{user_id,role_id}', '{}', '{}')`)
    this.sql(`
      create trigger user_roles_history_truncate after truncate on user_roles
      for each statement
      execute function record_history()`)
    this.sql(`
      create trigger users_history after insert or update or delete on users
      for each row
      execute function record_history('{id}', '{password}', '{}')`)
    this.sql(`
      create trigger users_history_truncate after truncate on users
      for each statement
      execute function record_history()`)
  }

  async down() {
    this.sql(`drop trigger users_history_truncate on users`)
    this.sql(`drop trigger users_history on users`)
    this.sql(`drop trigger user_roles_history_truncate on user_roles`)
    this.sql(`drop trigger user_roles_history on user_roles`)
    this.sql(`drop table user_roles`)
  }
}
