import { literal, sql } from '#atrium/model/main'
import { readJson } from './read_json.ts'

/**
 * How many of the latest articles tell what is popular. Counting the uses in all articles would
 * take longer the more is written; this does not.
 */
const LATELY = 200

/** How many tags stand beside a list */
const BESIDE_A_LIST = 20

/**
 * Reads the tags to offer readers: half of them those that the latest articles use most, in that
 * order, then the newest ones, so that a new tag is seen at once.
 */
export async function popularTags(limit = BESIDE_A_LIST): Promise<string[]> {
  const json = await readJson(sql`
    with popular as (
      select x.tag_id, count(*) as uses
      from (
        select id from articles
        where published_at is not null
        order by published_at desc, id desc
        limit ${literal(LATELY)}
      ) a
      cross join lateral (select tag_id from article_tags where article_id = a.id) x
      group by x.tag_id
      order by uses desc, x.tag_id
      limit ${literal(Math.ceil(limit / 2))}
    ),
    newest as (
      select t.id as tag_id, 0 as uses from tags t
      where ${isUsed} and t.id not in (select tag_id from popular)
      order by t.id desc
      limit ${literal(Math.floor(limit / 2))}
    )
    select json_agg(t.name order by shown.uses desc, t.name collate "C")::text as json
    from (select * from popular union all select * from newest) shown
    join tags t on t.id = shown.tag_id`)

  return json === null ? [] : JSON.parse(json)
}

/**
 * Reads all tags that published articles have, in alphabetical order.
 */
export async function allTags(): Promise<string[]> {
  return JSON.parse(await allTagsAsJson()).tags
}

/**
 * The same tags as the JSON text that the API answers with, made by PostgreSQL.
 */
export async function allTagsAsJson(): Promise<string> {
  const json = await readJson(sql`
    select concat(
      '{"tags":', coalesce(json_agg(t.name order by t.name collate "C"), '[]'), '}'
    ) as json
    from tags t
    where ${isUsed}`)

  return json!
}

/**
 * Says that a published article has the tag `t`.
 */
const isUsed = sql`exists (
  select from article_tags x join articles a on a.id = x.article_id
  where x.tag_id = t.id and a.published_at is not null
)`
