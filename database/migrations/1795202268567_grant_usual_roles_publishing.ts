import { Migration } from '#atrium/migrations/main'

/**
 * What the usual roles may do with articles and what belongs to them. Everybody reads, members write
 * their own, and editors look after those of all.
 */
export default class extends Migration {
  static component = 'publishing'

  async up() {
    this.sql(`
      insert into role_grants (role_id, resource, action)
      select roles.id, resource, action
      from (values
        ('guest', '{articles,comments,tags,article_tags,favorites}'::text[], '{list,show}'::text[]),
        ('member', '{articles}', '{create,update,delete,publish,withdraw}'),
        ('member', '{comments}', '{create,delete}'),
        ('member', '{tags}', '{create}'),
        ('member', '{article_tags,favorites}', '{create,delete}'),
        ('member', '{follows}', '{list,show,create,delete}'),
        ('author', '{articles}', '{create,update,delete,publish,withdraw}'),
        ('editor', '{articles}', '{create,update,delete,publish,withdraw}'),
        ('editor', '{comments}', '{create,update,delete,restore}'),
        ('editor', '{tags}', '{create,update,delete}'),
        ('editor', '{article_tags}', '{create,delete}'),
        ('editor', '{imported_posts}', '{list,show}')
      ) as given (role, resources, actions)
      join roles on roles.name = given.role
      cross join unnest(given.resources) as resource
      cross join unnest(given.actions) as action
      on conflict (role_id, resource, action) do nothing`)
  }

  async down() {
    this.sql(`
      delete from role_grants
      where resource in
        ('articles', 'comments', 'tags', 'article_tags', 'favorites', 'follows', 'imported_posts')`)
  }
}
