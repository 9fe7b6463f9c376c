import { idOf } from './people.ts'
import { sql, type Sql } from '#atrium/model/main'
import type { ArticleFilter } from './types.ts'

/**
 * What must hold for the article `a` to be in a list. Drafts are in no list but their author's
 * own list of drafts.
 */
export function conditionsOf(filter: ArticleFilter): Sql {
  const start =
    filter.draftsOf === undefined
      ? sql`a.published_at is not null`
      : sql`a.published_at is null and a.author_id = ${filter.draftsOf}::bigint`

  return Object.entries(CONDITIONS).reduce((all, [name, condition]) => {
    const value = filter[name as keyof ArticleFilter]
    return value === undefined ? all : all.and(condition(value as never))
  }, start)
}

/**
 * What a search looks for: words, "phrases", -without, or.
 */
export function searchQuery(text: string): Sql {
  return sql`websearch_to_tsquery('english', ${text}::text)`
}

/**
 * Says that the article `a` is published, or written by whoever reads.
 */
export function isVisibleTo(readerId: number | undefined) {
  return readerId === undefined
    ? sql`a.published_at is not null`
    : sql`(a.published_at is not null or a.author_id = ${readerId}::bigint)`
}

const CONDITIONS = {
  tag: (name: string) => sql`a.id in (
    select article_id from article_tags
    where tag_id = (select id from tags where name = ${name}::text)
  )`,

  author: (username: string) => sql`a.author_id = ${idOf(username)}`,

  favoritedBy: (username: string) => sql`a.id in (
    select article_id from favorites where user_id = ${idOf(username)}
  )`,

  followedBy: (userId: number) => sql`a.author_id in (
    select followed_id from follows where follower_id = ${userId}::bigint
  )`,

  search: (text: string) => sql`a.search @@ ${searchQuery(text)}`,
}
