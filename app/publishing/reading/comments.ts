import { isoTime } from './time.ts'
import { readJson } from './read_json.ts'
import { personColumns } from './people.ts'
import { literal, sql, type Sql } from '#atrium/model/main'
import { isVisibleTo } from './article_conditions.ts'
import type { CommentList, Page } from './types.ts'

/**
 * Reads a part of what people said about an article, the latest first, and counts it all. There is
 * nothing where there is no such article.
 */
export async function listComments(slug: string, page: Page): Promise<CommentList> {
  const part = sql`limit ${literal(page.limit)} offset ${literal(page.offset)}`
  const statement = sql`
    select concat(
      '{"comments":[', (${commentsOfArticle(page.readerId, part)}),
      '],"count":', (
        select count(*) from comments where article_id = a.id and deleted_at is null
      ), '}'
    ) as json
    from articles a
    where a.slug = ${slug}::text and ${isVisibleTo(page.readerId)}`

  const json = await readJson(statement, { prepared: page.offset === 0 })
  return json === null ? { comments: [], count: 0 } : JSON.parse(json)
}

/**
 * All comments as the JSON text that the API answers with, made by PostgreSQL; null when there is
 * no such article.
 */
export function listCommentsAsJson(slug: string, readerId?: number): Promise<string | null> {
  return readJson(sql`
    select concat('{"comments":[', (${commentsOfArticle(readerId)}), ']}') as json
    from articles a
    where a.slug = ${slug}::text and ${isVisibleTo(readerId)}`)
}

/**
 * The comments on the article `a` as objects of JSON with commas in between.
 */
function commentsOfArticle(readerId: number | undefined, part: Sql = sql``) {
  return sql`
    select string_agg(row_to_json(entry)::text, ',') from (
      select c.id, ${isoTime('c.created_at')} as "createdAt",
        ${isoTime('c.updated_at')} as "updatedAt", c.body, author
      from comments c
      cross join lateral (
        select ${personColumns(readerId)} from users u where u.id = c.author_id limit 1
      ) author
      where c.article_id = a.id and c.deleted_at is null
      order by c.id desc
      ${part}
    ) entry`
}
