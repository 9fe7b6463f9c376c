import { sql } from '#atrium/model/main'
import { isoTime } from '../reading/time.ts'
import { readJson } from '../reading/read_json.ts'
import { conditionsOf } from '../reading/article_conditions.ts'
import type { ArticleFilter } from '../reading/types.ts'

/**
 * An article as feeds show it: all of it, with all that it says of itself.
 */
export type Entry = {
  id: number
  slug: string
  title: string
  description: string
  bodyHtml: string
  tagList: string[]
  publishedAt: string
  updatedAt: string
  author: string
}

/**
 * Reads the latest articles that fit a filter.
 */
export async function readEntries(filter: ArticleFilter): Promise<Entry[]> {
  const json = await readJson(sql`
    select coalesce(json_agg(entry), '[]')::text as json from (
      select a.id, a.slug, a.title, a.description, a.body_html as "bodyHtml",
        array(
          select t.name from article_tags x join tags t on t.id = x.tag_id
          where x.article_id = a.id order by t.name collate "C"
        ) as "tagList",
        ${isoTime('a.published_at')} as "publishedAt",
        ${isoTime('greatest(a.updated_at, a.published_at)')} as "updatedAt",
        (select username from users u where u.id = a.author_id) as author
      from articles a
      where ${conditionsOf(filter)}
      order by a.published_at desc, a.id desc
      limit 20
    ) entry`)

  return JSON.parse(json!)
}
