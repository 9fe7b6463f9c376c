import { sql } from './sql.ts'
import { isoTime } from './time.ts'
import { readJson } from './read_json.ts'
import { personColumns } from './people.ts'
import { isVisibleTo } from './article_conditions.ts'
import type { CommentView } from './types.ts'

/**
 * Reads what people said about an article, the latest first. Empty when there is no such article.
 */
export async function listComments(slug: string, readerId?: number): Promise<CommentView[]> {
  const json = await listCommentsAsJson(slug, readerId)
  return json === null ? [] : JSON.parse(json).comments
}

/**
 * The same comments as the JSON text that the API answers with, made by PostgreSQL; null when
 * there is no such article.
 */
export function listCommentsAsJson(slug: string, readerId?: number): Promise<string | null> {
  return readJson(sql`
    select concat(
      '{"comments":[', (
        select string_agg(row_to_json(entry)::text, ',') from (
          select c.id, ${isoTime('c.created_at')} as "createdAt",
            ${isoTime('c.updated_at')} as "updatedAt", c.body, author
          from comments c
          cross join lateral (
            select ${personColumns(readerId)} from users u where u.id = c.author_id limit 1
          ) author
          where c.article_id = a.id
          order by c.id desc
        ) entry
      ), ']}'
    ) as json
    from articles a
    where a.slug = ${slug}::text and ${isVisibleTo(readerId)}`)
}
