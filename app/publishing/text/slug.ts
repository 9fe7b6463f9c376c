import { plainSlug, shortenSlug } from '#atrium/model/main'

/** Addresses that mean something else: `/api/articles/feed` is the personal feed */
const RESERVED = new Set(['feed'])

/** For titles without a letter that can be written in ASCII */
const FALLBACK = 'article'

/**
 * Makes the last part of an address from a title: ASCII letters, digits and single hyphens, never
 * empty, at most 80 characters. Two titles may give the same one.
 */
export function slugify(title: string) {
  const slug = shortenSlug(plainSlug(title))

  return !slug || RESERVED.has(slug) ? [FALLBACK, slug].filter(Boolean).join('-') : slug
}
