/**
 * The statements of the limit, written by hand: each makes the whole answer as JSON text.
 */

const time = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const article = (body: string) => `
  a.slug, a.title, a.description, ${body}
  array(
    select t.name from article_tags x join tags t on t.id = x.tag_id
    where x.article_id = a.id order by t.name collate "C"
  ) as "tagList",
  ${time('a.created_at')} as "createdAt", ${time('a.updated_at')} as "updatedAt",
  false as favorited,
  (select count(*) from favorites f where f.article_id = a.id) as "favoritesCount",
  author`

const author = `cross join lateral (
  select u.username, u.bio, u.image, false as following from users u where u.id = a.author_id limit 1
) author`

const latest = (columns: string, limit: number) => `
  select string_agg(row_to_json(entry)::text, ',') from (
    select ${columns} from (
      select id, author_id, slug, title, description, published_at, created_at, updated_at
      from articles where published_at is not null
      order by published_at desc, id desc limit ${limit}
    ) a ${author}
    order by a.published_at desc, a.id desc
  ) entry`

const count = '(select sum(articles) from published_article_counts)'

export const statements = {
  list: {
    name: 'list',
    text: `select concat('{"articles":[', (${latest(article(''), 20)}),
      '],"articlesCount":', ${count}, '}') as json`,
  },

  show: {
    name: 'show',
    text: `select concat('{"article":', row_to_json(entry), '}') as json from (
      select ${article('a.body,')} from articles a ${author}
      where a.slug = $1 and a.published_at is not null
    ) entry`,
  },

  home: {
    name: 'home',
    text: `
      with popular as (
        select x.tag_id, count(*) as uses from (
          select id from articles where published_at is not null
          order by published_at desc, id desc limit 200
        ) a
        cross join lateral (select tag_id from article_tags where article_id = a.id) x
        group by x.tag_id order by uses desc, x.tag_id limit 10
      ),
      newest as (
        select t.id as tag_id, 0 as uses from tags t
        where t.id not in (select tag_id from popular) and exists (
          select from article_tags x join articles a on a.id = x.article_id
          where x.tag_id = t.id and a.published_at is not null
        )
        order by t.id desc limit 10
      )
      select concat(
        '{"articles":[', (${latest(`${article('')}, ${time('a.published_at')} as "publishedAt"`, 10)}),
        '],"count":', ${count}, ',"tags":', (
          select json_agg(t.name order by shown.uses desc, t.name collate "C")
          from (select * from popular union all select * from newest) shown
          join tags t on t.id = shown.tag_id
        ), '}'
      ) as json`,
  },

  comment: {
    name: 'comment',
    text: `
      with reader as (
        select u.id, u.username, u.bio, u.image
        from api_tokens t join users u on u.id = t.user_id
        where t.hash = $1 and (t.expires_at is null or t.expires_at > now())
      ),
      said as (
        insert into comments (article_id, author_id, body, created_at, updated_at)
        select a.id, reader.id, $3, date_trunc('milliseconds', now()), date_trunc('milliseconds', now())
        from articles a, reader where a.slug = $2 and a.published_at is not null
        returning id, body, created_at, updated_at
      )
      select concat('{"comment":', row_to_json(entry), '}') as json from (
        select said.id, ${time('said.created_at')} as "createdAt",
          ${time('said.updated_at')} as "updatedAt", said.body, author
        from said cross join lateral (
          select username, bio, image, false as following from reader
        ) author
      ) entry`,
  },
}
