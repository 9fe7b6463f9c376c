import { Migration } from '#atrium/migrations/main'

/**
 * Calls record_history() for article_tags. Calls record_history() for articles. Calls
 * record_history() for comments. Calls record_history() for favorites. Calls record_history() for
 * follows. Calls record_history() for tags.
 */
export default class extends Migration {
  static component = 'publishing'

  async up() {
    this.sql(`
      create trigger article_tags_history after insert or update or delete on article_tags
      for each row
      execute function record_history('{article_id,tag_id}', '{}', '{}')`)
    this.sql(`
      create trigger article_tags_history_truncate after truncate on article_tags
      for each statement
      execute function record_history()`)
    this.sql(`
      create trigger articles_history after insert or update or delete on articles
      for each row
      execute function record_history('{id}', '{body_html}', '{search}')`)
    this.sql(`
      create trigger articles_history_truncate after truncate on articles
      for each statement
      execute function record_history()`)
    this.sql(`
      create trigger comments_history after insert or update or delete on comments
      for each row
      execute function record_history('{id}', '{}', '{}')`)
    this.sql(`
      create trigger comments_history_truncate after truncate on comments
      for each statement
      execute function record_history()`)
    this.sql(`
      create trigger favorites_history after insert or update or delete on favorites
      for each row
      execute function record_history('{article_id,user_id}', '{}', '{}')`)
    this.sql(`
      create trigger favorites_history_truncate after truncate on favorites
      for each statement
      execute function record_history()`)
    this.sql(`
      create trigger follows_history after insert or update or delete on follows
      for each row
      execute function record_history('{follower_id,followed_id}', '{}', '{}')`)
    this.sql(`
      create trigger follows_history_truncate after truncate on follows
      for each statement
      execute function record_history()`)
    this.sql(`
      create trigger tags_history after insert or update or delete on tags
      for each row
      execute function record_history('{id}', '{}', '{}')`)
    this.sql(`
      create trigger tags_history_truncate after truncate on tags
      for each statement
      execute function record_history()`)
  }

  async down() {
    this.sql(`drop trigger tags_history_truncate on tags`)
    this.sql(`drop trigger tags_history on tags`)
    this.sql(`drop trigger follows_history_truncate on follows`)
    this.sql(`drop trigger follows_history on follows`)
    this.sql(`drop trigger favorites_history_truncate on favorites`)
    this.sql(`drop trigger favorites_history on favorites`)
    this.sql(`drop trigger comments_history_truncate on comments`)
    this.sql(`drop trigger comments_history on comments`)
    this.sql(`drop trigger articles_history_truncate on articles`)
    this.sql(`drop trigger articles_history on articles`)
    this.sql(`drop trigger article_tags_history_truncate on article_tags`)
    this.sql(`drop trigger article_tags_history on article_tags`)
  }
}
