import { sql } from '#atrium/model/main'
import { isoTime } from './time.ts'
import { readJson } from './read_json.ts'
import { isVisibleTo } from './article_conditions.ts'
import { authorOfArticle, detailColumns } from './article_columns.ts'
import type { ArticleView } from './types.ts'

/**
 * Reads one article; null when there is none, or only a draft of somebody else.
 */
export async function readArticle(slug: string, readerId?: number): Promise<ArticleView | null> {
  const json = await readJson(sql`
    select row_to_json(entry)::text as json from (
      select ${detailColumns(readerId)},
        ${isoTime('a.published_at')} as "publishedAt",
        a.id, a.author_id as "authorId", a.body_html as "bodyHtml", a.published_at is null as "isDraft"
      from articles a
      ${authorOfArticle(readerId)}
      where a.slug = ${slug}::text and ${isVisibleTo(readerId)}
    ) entry`)

  return json === null ? null : JSON.parse(json)
}

/**
 * The same article as the JSON text that the API answers with, made by PostgreSQL.
 */
export function readArticleAsJson(slug: string, readerId?: number): Promise<string | null> {
  return readJson(sql`
    select concat('{"article":', row_to_json(entry), '}') as json from (
      select ${detailColumns(readerId)}
      from articles a
      ${authorOfArticle(readerId)}
      where a.slug = ${slug}::text and ${isVisibleTo(readerId)}
    ) entry`)
}
