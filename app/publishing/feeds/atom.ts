import { appName, appUrl } from '#config/app'

import { xml, type Xml } from './xml.ts'
import type { Entry } from './entries.ts'

/**
 * What a feed is about: its title, its own path and the path of the page with the same articles.
 */
export type Feed = {
  title: string
  path: string
  pagePath: string
  entries: Entry[]
}

/**
 * Writes a feed as Atom (RFC 4287). All addresses in it are absolute.
 */
export function atom({ title, path, pagePath, entries }: Feed): string {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${appUrl + path}</id>
  <title>${title}</title>
  <updated>${lastUpdate(entries)}</updated>
  <author><name>${appName}</name></author>
  <generator>Atrium</generator>
  <link rel="self" type="application/atom+xml" href="${appUrl + path}"/>
  <link rel="alternate" type="text/html" href="${appUrl + pagePath}"/>
${entries.map(entryOf)}</feed>
`.text
}

/**
 * When the newest change was made. A feed must say so even when it is empty.
 */
export function lastUpdate(entries: Entry[]): string {
  return entries.reduce(
    (latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest),
    new Date(0).toISOString()
  )
}

/**
 * Links in a body are relative to the article's page.
 */
function entryOf(entry: Entry): Xml {
  const address = `${appUrl}/article/${encodeURIComponent(entry.slug)}`

  return xml`  <entry>
    <id>${idOf(entry)}</id>
    <title>${entry.title}</title>
    <link rel="alternate" type="text/html" href="${address}"/>
    <published>${entry.publishedAt}</published>
    <updated>${entry.updatedAt}</updated>
    <author>
      <name>${entry.author}</name>
      <uri>${appUrl}/profile/${encodeURIComponent(entry.author)}</uri>
    </author>
${entry.tagList.map((tag) => xml`    <category term="${tag}"/>\n`)}    <summary>${entry.description}</summary>
    <content type="html" xml:base="${address}">${entry.bodyHtml}</content>
  </entry>
`
}

/**
 * An address changes with the title, an id never does: a tag URI (RFC 4151).
 */
function idOf({ id, publishedAt }: Entry) {
  return `tag:${new URL(appUrl).hostname},${publishedAt.slice(0, 10)}:article/${id}`
}
