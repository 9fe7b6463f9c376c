import { isoTime } from './time.ts'
import { sql, type Sql } from '#atrium/model/main'
import { personColumns } from './people.ts'

/**
 * What lists show of the article `a`, to whoever reads. These are the fields of the JSON API, in
 * its order; `author` comes from `authorOfArticle`.
 */
export function summaryColumns(readerId: number | undefined): Sql {
  return sql`
    ${headColumns},
    ${tailColumns(readerId)}`
}

/**
 * What an article's own page shows.
 */
export function detailColumns(readerId: number | undefined): Sql {
  return sql`
    ${headColumns},
    a.body,
    ${tailColumns(readerId)}`
}

/**
 * Joins the author of the article `a` as one value. The `limit` makes PostgreSQL look up the few
 * authors it needs, where it would otherwise read the whole table of users for a hash join.
 */
export function authorOfArticle(readerId: number | undefined): Sql {
  return sql`cross join lateral (
    select ${personColumns(readerId)} from users u where u.id = a.author_id limit 1
  ) author`
}

const headColumns = sql`a.slug, a.title, a.description`

function tailColumns(readerId: number | undefined) {
  return sql`
    array(
      select t.name from article_tags x join tags t on t.id = x.tag_id
      where x.article_id = a.id order by t.name collate "C"
    ) as "tagList",
    ${isoTime('a.created_at')} as "createdAt",
    ${isoTime('a.updated_at')} as "updatedAt",
    ${isFavoriteOf(readerId)} as favorited,
    (select count(*) from favorites f where f.article_id = a.id) as "favoritesCount",
    author`
}

function isFavoriteOf(readerId: number | undefined) {
  if (readerId === undefined) {
    return sql`false`
  }

  return sql`exists (select from favorites where article_id = a.id and user_id = ${readerId}::bigint)`
}
