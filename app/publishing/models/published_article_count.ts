import { Model, field } from '#atrium/model/main'

import Article from './article.ts'

/** What changes the count, and which rows the count is told of */
const events = {
  insert: 'new table as new_articles',
  update: 'old table as old_articles new table as new_articles',
  delete: 'old table as old_articles',
  truncate: undefined,
}

const COUNT = `
create or replace function count_published_articles() returns trigger language plpgsql as $$
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
      end $$`

/**
 * How many articles are published, kept by triggers, so that a list need not count them all to say
 * so. The number is the sum of several rows: people who publish at the same moment seldom wait for
 * each other.
 */
export default class PublishedArticleCount extends Model {
  @field.integer({ bits: 16, primary: true })
  declare slot: number

  @field.bigint()
  declare articles: bigint

  /** Room for new versions of a row beside the old one */
  static storage = { fillfactor: 50 }

  static functions = [{ name: 'count_published_articles()', sql: COUNT }]

  static triggers = Object.entries(events).map(([event, referencing]) => ({
    name: `count_published_on_${event}`,
    when: `after ${event}`,
    on: () => Article,
    referencing,
    forEach: 'statement' as const,
    execute: 'count_published_articles()',
  }))
}
