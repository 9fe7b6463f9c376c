import { Migration } from '#atrium/migrations/main'

/**
 * The roles that people have to begin with, and what they may do with accounts. Administrators need no
 * grants, and may change those of the others.
 *
 * Going back loses data: roles, and who has them.
 */
export default class extends Migration {
  static component = 'accounts'

  static lossesBack = [{ what: 'user_roles', rows: `select count(*) from user_roles` }]

  async up() {
    this.sql(`
      insert into roles (name, description) values
        ('administrator', 'May do everything'),
        ('editor', 'Looks after what everybody writes'),
        ('author', 'Writes, and may use the admin for it'),
        ('member', 'Whoever is signed in. Nobody needs to be given it'),
        ('guest', 'Everybody. Nobody needs to be given it')
      on conflict (name) do nothing`)
    this.sql(`
      insert into role_grants (role_id, resource, action, fields)
      select roles.id, given.resource, action, given.fields
      from (values
        ('guest', 'users', '{list,show}'::text[], null::text[]),
        ('member', 'users', '{update}', '{username,bio,image}'),
        ('member', 'api_tokens', '{list,show,delete}', null),
        ('member', 'sessions', '{list,show}', null),
        ('author', 'admin', '{enter}', null),
        ('editor', 'admin', '{enter}', null)
      ) as given (role, resource, actions, fields)
      join roles on roles.name = given.role
      cross join unnest(given.actions) as action
      on conflict (role_id, resource, action) do nothing`)
  }

  async down() {
    this.sql(`
      delete from roles where name in ('administrator', 'editor', 'author', 'member', 'guest')`)
  }
}
