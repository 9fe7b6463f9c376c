import db from '@adonisjs/lucid/services/db'

import { sql } from '#atrium/model/main'
import { searchQuery } from './article_conditions.ts'

/** What PostgreSQL puts around a hit: characters that no text has, as they are taken out first */
const [START, STOP] = ['\u0002', '\u0003']

/** Words around the hits, and as much text as is looked through */
const OPTIONS = `StartSel=${START},StopSel=${STOP},MaxFragments=2,MaxWords=24,MinWords=8,FragmentDelimiter=" … "`
const LONGEST = 50_000

/** Tags that part no words. PostgreSQL puts a space in place of the others */
const WITHIN_A_LINE = '</?(a|b|code|del|em|i|kbd|mark|s|span|strong|sub|sup)( [^>]*)?>'

/**
 * Reads where in each description and text the words are that somebody looks for: safe HTML with
 * `<mark>` around them, by slug. Articles that have them in their title only are left out.
 */
export async function readSnippets(articles: { slug: string }[], search?: string) {
  if (!search || !articles.length) {
    return new Map<string, string>()
  }

  const slugs = articles.map(({ slug }) => slug)
  const statement = sql`
    select slug, ts_headline(
      'english',
      translate(
        replace(description, '&', '&amp;') || ' … ' ||
          regexp_replace(left(body_html, ${LONGEST}::int), ${WITHIN_A_LINE}::text, '', 'g'),
        ${START + STOP}::text, ''
      ),
      ${searchQuery(search)},
      ${OPTIONS}::text
    ) as snippet
    from articles where slug = any(${slugs}::text[])`

  const { rows } = await db.rawQuery(statement.text, [...statement.bindings])
  const hits = (rows as Row[]).filter(({ snippet }) => snippet.includes(START))
  return new Map(hits.map(({ slug, snippet }) => [slug, safe(snippet)]))
}

type Row = { slug: string; snippet: string }

/**
 * What is left of the HTML is text whose `&` stand for themselves already. Should a part of a tag
 * be left over, it becomes text as well.
 */
function safe(snippet: string) {
  return snippet
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(START, '<mark>')
    .replaceAll(STOP, '</mark>')
}
