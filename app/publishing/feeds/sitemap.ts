import { appUrl } from '#config/app'
import db from '@adonisjs/lucid/services/db'

import { xml } from './xml.ts'

/**
 * The protocol allows 50,000 addresses in one file. One place is the front page's.
 */
const MOST_IN_ONE = 49_999

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/**
 * A file of the sitemap, and when something in it changed last.
 */
type Part = { number: number; changedAt: Date }

/**
 * Reads which files the sitemap has. Articles are dealt out by their id, so that an article stays
 * in its file and reading a file needs no counting.
 */
export async function readParts(): Promise<Part[]> {
  const { rows } = await db.rawQuery(
    `select ((id - 1) / ${MOST_IN_ONE} + 1)::int as number, max(updated_at) as "changedAt"
     from articles where published_at is not null group by 1 order by 1`
  )

  return rows
}

/**
 * Writes one file: the addresses of its articles, and the front page when it is the first file.
 */
export async function sitemap(part: number, { isFirst }: { isFirst: boolean }): Promise<string> {
  const { rows } = await db.rawQuery(
    `select slug, updated_at as "changedAt" from articles
     where published_at is not null and id > ? and id <= ? order by id`,
    [(part - 1) * MOST_IN_ONE, part * MOST_IN_ONE]
  )
  const home = isFirst ? [xml`  <url><loc>${appUrl}/</loc></url>\n`] : []

  return xml`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="${NAMESPACE}">
${home}${rows.map(addressOf)}</urlset>
`.text
}

/**
 * Writes the file that names the files.
 */
export function sitemapIndex(parts: Part[]): string {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="${NAMESPACE}">
${parts.map(
  ({ number, changedAt }) =>
    xml`  <sitemap><loc>${appUrl}/sitemaps/${String(number)}</loc><lastmod>${changedAt.toISOString()}</lastmod></sitemap>\n`
)}</sitemapindex>
`.text
}

function addressOf({ slug, changedAt }: { slug: string; changedAt: Date }) {
  return xml`  <url><loc>${appUrl}/article/${encodeURIComponent(slug)}</loc><lastmod>${changedAt.toISOString()}</lastmod></url>\n`
}
