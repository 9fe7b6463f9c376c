import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * How many articles are published, kept by triggers, so that a list need not count them all to say
 * so. The number is the sum of several rows: people who publish at the same moment seldom wait for
 * each other.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table published_article_counts (
        slot smallint primary key,
        articles bigint not null
      ) with (fillfactor = 50)`)

    this.schema.raw(`
      create function count_published_articles() returns trigger language plpgsql as $$
      declare
        before bigint := 0;
        after bigint := 0;
      begin
        if tg_op = 'TRUNCATE' then
          delete from published_article_counts;
          return null;
        end if;

        if tg_op <> 'INSERT' then
          select count(*) into before from old_articles where published_at is not null;
        end if;
        if tg_op <> 'DELETE' then
          select count(*) into after from new_articles where published_at is not null;
        end if;

        if after <> before then
          insert into published_article_counts as counts (slot, articles)
          values (pg_backend_pid() % 16, after - before)
          on conflict (slot) do update set articles = counts.articles + excluded.articles;
        end if;
        return null;
      end $$`)

    this.schema.raw(`
      create trigger count_published_on_insert after insert on articles
      referencing new table as new_articles
      for each statement execute function count_published_articles()`)
    this.schema.raw(`
      create trigger count_published_on_update after update on articles
      referencing old table as old_articles new table as new_articles
      for each statement execute function count_published_articles()`)
    this.schema.raw(`
      create trigger count_published_on_delete after delete on articles
      referencing old table as old_articles
      for each statement execute function count_published_articles()`)
    this.schema.raw(`
      create trigger count_published_on_truncate after truncate on articles
      for each statement execute function count_published_articles()`)

    this.schema.raw(`
      insert into published_article_counts (slot, articles)
      select 0, count(*) from articles where published_at is not null`)
  }

  async down() {
    for (const event of ['insert', 'update', 'delete', 'truncate']) {
      this.schema.raw(`drop trigger count_published_on_${event} on articles`)
    }
    this.schema.raw('drop function count_published_articles()')
    this.schema.dropTable('published_article_counts')
  }
}
