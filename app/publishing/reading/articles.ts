import { readJson } from './read_json.ts'
import { isoTime } from './time.ts'
import { literal, sql, type Sql } from '#atrium/model/main'
import { conditionsOf, searchQuery } from './article_conditions.ts'
import { authorOfArticle, summaryColumns } from './article_columns.ts'
import type { ArticleFilter, ArticleList, Page } from './types.ts'

/**
 * How many articles the pages and the API show unless asked otherwise. The first parts of these
 * sizes are what nearly everybody reads: they are prepared.
 */
const USUAL_LIMITS = [10, 20]

/**
 * Reads a part of the articles that fit a filter, newest first, best first in a search, last
 * touched first among drafts; and counts them all.
 */
export async function listArticles(filter: ArticleFilter, page: Page): Promise<ArticleList> {
  const columns = sql`${summaryColumns(page.readerId)}, ${isoTime('a.published_at')} as "publishedAt"`

  return JSON.parse((await readList(filter, page, columns, 'count'))!)
}

/**
 * The same list as the JSON text that the API answers with, made by PostgreSQL.
 */
export async function listArticlesAsJson(filter: ArticleFilter, page: Page): Promise<string> {
  return (await readList(filter, page, summaryColumns(page.readerId), 'articlesCount'))!
}

function readList(filter: ArticleFilter, page: Page, columns: Sql, countName: string) {
  const conditions = conditionsOf(filter)
  const order = orderOf(filter)

  /**
   * The part is cut out first, so that nothing is looked up for articles that are not shown.
   */
  const statement = sql`
    select concat(
      '{"articles":[', (
        select string_agg(row_to_json(entry)::text, ',') from (
          select ${columns}
          from (
            select row_number() over () as place, part.* from (
              select a.id, a.author_id, a.slug, a.title, a.description,
                a.published_at, a.created_at, a.updated_at
              from articles a
              where ${conditions}
              order by ${order}
              limit ${literal(page.limit)} offset ${literal(page.offset)}
            ) part
          ) a
          ${authorOfArticle(page.readerId)}
          order by a.place
        ) entry
      ),
      '],"', ${countName}::text, '":', ${numberOf(filter, conditions)}, '}'
    ) as json`

  return readJson(statement, {
    prepared: page.offset === 0 && USUAL_LIMITS.includes(page.limit),
  })
}

/**
 * How many articles fit. How many there are in all is known (a migration tells how) and need not be
 * counted.
 */
function numberOf(filter: ArticleFilter, conditions: Sql) {
  const isEverything = Object.values(filter).every((value) => value === undefined)

  return isEverything
    ? sql`(select coalesce(sum(articles), 0) from published_article_counts)`
    : sql`(select count(*) from articles a where ${conditions})`
}

/**
 * The id breaks ties, so that parts never overlap.
 */
function orderOf({ search, draftsOf }: ArticleFilter) {
  if (draftsOf !== undefined) {
    return sql`a.updated_at desc, a.id desc`
  }

  const latest = sql`a.published_at desc, a.id desc`
  return search === undefined
    ? latest
    : sql`ts_rank_cd(a.search, ${searchQuery(search)}) desc, ${latest}`
}
