import { sep } from 'node:path'
import { readFile } from 'node:fs/promises'

import type { Post } from './post.ts'
import { readDate } from './dates.ts'
import { decode } from './source_text.ts'
import { checkLimits } from './limits.ts'
import { shorten } from '../text/excerpt.ts'
import { E_POST_REFUSED } from './errors.ts'
import { readFileName } from './file_name.ts'
import { readAddress, slugsFor } from './address.ts'
import { firstHeading } from '../text/first_heading.ts'
import { type FrontMatter, splitFrontMatter } from './front_matter.ts'
import { readNames, readWords, tidy, withoutRepetition } from './lists.ts'

const LONGEST_DESCRIPTION = 1000
const LONGEST_NAME = 60

/**
 * Reads a Markdown file with the front matter of Jekyll, Hugo or Zola, or without any.
 *
 * @param fallbackAuthor who wrote it, if it names nobody
 * @throws E_POST_REFUSED it cannot become an article
 */
export async function readPost(path: string, fallbackAuthor: string): Promise<Post> {
  const { frontMatter, text } = splitFrontMatter(decode(await readFile(path)))
  const file = readFileName(path)
  const address = readAddress(frontMatter.get('path', 'permalink', 'url'))
  const date = dateOf(frontMatter, address.date ?? file.date)
  const { title, body } = titleAndBody(frontMatter, text, file.name)
  const name = address.name ?? file.name
  const slug = frontMatter.get('slug')

  const post = {
    title,
    body,
    date,
    description: shorten(descriptionOf(frontMatter), LONGEST_DESCRIPTION),
    author: shorten(authorOf(frontMatter) ?? fallbackAuthor, LONGEST_NAME),
    tags: tagsOf(frontMatter),
    isDraft: isDraft(frontMatter, path),
    slugs: slugsFor(slug === undefined ? name : String(slug), date?.toISODate()),
  }

  checkLimits(post, frontMatter)
  return post
}

function dateOf(frontMatter: FrontMatter, elsewhere?: string) {
  const written = frontMatter.get('date', 'publishdate', 'pubdate')
  const date = readDate(written ?? elsewhere)

  if (written !== undefined && !date) {
    throw new E_POST_REFUSED(
      `The date "${written}" cannot be read. Write it as 2015-01-20 or 2015-01-20 10:00:00 -0800`,
      frontMatter.lineOf('date', 'publishdate', 'pubdate')
    )
  }
  return date
}

/**
 * A heading that serves as the title leaves the text, where it would be there twice.
 */
function titleAndBody(frontMatter: FrontMatter, text: string, fileName: string) {
  const written = frontMatter.get('title')
  if (written !== undefined) {
    return { title: tidy(String(written)), body: text.replace(/^\s*\n/, '').trimEnd() }
  }

  const heading = firstHeading(text)
  return {
    title: tidy(heading?.title || titleFrom(fileName)),
    body: (heading?.rest ?? text).replace(/^\s*\n/, '').trimEnd(),
  }
}

function titleFrom(fileName: string) {
  const words = fileName.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function descriptionOf(frontMatter: FrontMatter) {
  return tidy(String(frontMatter.get('description', 'excerpt', 'summary') ?? ''))
}

/**
 * Articles have one author: the first of several.
 */
function authorOf(frontMatter: FrontMatter) {
  const keys = ['author', 'authors', 'taxonomies.authors', 'extra.author', 'extra.authors']
  return keys.flatMap((key) => readNames(frontMatter.get(key))).at(0)
}

function tagsOf(frontMatter: FrontMatter) {
  const lists = ['tags', 'categories', 'taxonomies.tags', 'taxonomies.categories']
  const single = ['tag', 'category']

  return withoutRepetition([
    ...lists.flatMap((key) => readWords(frontMatter.get(key), { bySpace: true })),
    ...single.flatMap((key) => readWords(frontMatter.get(key))),
  ])
}

function isDraft(frontMatter: FrontMatter, path: string) {
  const says = (key: string, ...values: string[]) => {
    return values.includes(String(frontMatter.get(key)).toLowerCase())
  }

  return (
    says('draft', 'true', 'yes') ||
    says('published', 'false', 'no') ||
    path.split(sep).includes('_drafts')
  )
}
