-- A publishing product some years in: 1,000 people, 20,000 articles of about 2 KB, 100 tags (3 an
-- article), 100,000 comments, 200,000 favorites, 20,000 follows. The same on every run.

select from setseed(0.4);

create temporary table paragraphs as
select n, (
  select initcap(string_agg(word, ' ' order by place)) || '.'
  from (
    select place,
      (array['time', 'stone', 'river', 'light', 'garden', 'letter', 'window', 'market', 'winter', 'signal',
             'of', 'the', 'and', 'under', 'with', 'before', 'against', 'without', 'through', 'toward',
             'writes', 'keeps', 'finds', 'turns', 'reads', 'carries', 'measures', 'answers', 'grows', 'waits',
             'query', 'server', 'template', 'function', 'harbour', 'bridge', 'engine', 'paper', 'copper', 'morning'])
      [1 + floor(random() * 40 + n * 0)::int] as word
    from generate_series(1, 80) as place
  ) words
) as text
from generate_series(1, 400) as n;

create index on paragraphs (n);

insert into users (username, email, bio, image, email_verified_at, created_at, updated_at)
select 'person' || n, 'person' || n || '@bench.test',
  case when n % 3 = 0 then null else 'Writes about things that last, number ' || n || '.' end,
  case when n % 2 = 0 then null else 'https://images.bench.test/' || n || '.png' end,
  '2024-01-01', timestamptz '2023-01-01' + n * interval '1 hour', timestamptz '2023-01-01' + n * interval '1 hour'
from generate_series(1, 1000) as n;

insert into tags (name)
select (array['art', 'building', 'code', 'design', 'earth', 'film', 'games', 'history', 'ideas', 'justice'])[1 + n / 10]
  || '-' || n % 10
from generate_series(0, 99) as n;

insert into articles
  (author_id, slug, title, description, body, body_html, renderer_version, published_at, created_at, updated_at)
select 1 + floor(random() * 1000)::int, 'article-' || n || '-' || substr(md5(n::text), 1, 6),
  'Article number ' || n || ' of the river and the "stone" & other things',
  'What the river said to the stone, told for the ' || n || 'th time, with <care> and a little patience',
  p1 || E'\n\n## A second thought\n\n' || p2 || E'\n\n' || p3 || E'\n\n> ' || left(p4, 300) || E'\n',
  '<p>' || p1 || E'</p>\n<h2>A second thought</h2>\n<p>' || p2 || E'</p>\n<p>' || p3
    || E'</p>\n<blockquote>\n<p>' || left(p4, 300) || E'</p>\n</blockquote>\n',
  1, at, at, at + interval '3 hours'
from generate_series(1, 20000) as n(n)
cross join lateral (select timestamptz '2024-01-01' + n * interval '37 minutes 11.123 seconds' as at) moment
cross join lateral (
  select min(text) filter (where p.n = 1 + n.n % 397) as p1, min(text) filter (where p.n = 2 + n.n % 397) as p2,
    min(text) filter (where p.n = 3 + n.n % 397) as p3, min(text) filter (where p.n = 4 + n.n % 397) as p4
  from paragraphs p
  where p.n between 1 + n.n % 397 and 4 + n.n % 397
) body
order by n;

insert into article_tags (article_id, tag_id)
select distinct article_id, 1 + floor(100 * power(random(), 1.6))::int
from generate_series(1, 20000) as article_id, generate_series(1, 3);

insert into comments (article_id, author_id, body, created_at, updated_at)
select 1 + floor(random() * 20000)::int, 1 + floor(random() * 1000)::int,
  'A comment of some length, which agrees with the author in most things, number ' || n, at, at
from generate_series(1, 100000) as n
cross join lateral (select timestamptz '2025-06-01' + n * interval '4 minutes' as at) moment;

insert into favorites (article_id, user_id, created_at)
select 1 + floor(random() * 20000)::int, 1 + floor(random() * 1000)::int, '2025-06-01'
from generate_series(1, 201200)
on conflict do nothing;
delete from favorites where ctid in (select ctid from favorites offset 200000);

insert into follows (follower_id, followed_id, created_at)
select 1 + floor(random() * 1000)::int, 1 + floor(random() * 1000)::int, '2025-06-01'
from generate_series(1, 20000)
on conflict do nothing;

drop table paragraphs;
