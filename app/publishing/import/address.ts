import { slugify } from '../text/slug.ts'

/** The parts of `2015/05/15/hello`, of which the last one may be missing */
const DATED = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/

/**
 * What an address in front matter says: `/2015/05/15/hello.html` has a date and a name. Patterns
 * such as `/:year/:title/` say nothing.
 */
export function readAddress(address: unknown) {
  if (typeof address !== 'string') {
    return {}
  }

  const path = address
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .replace(/(\/index)?\.html?$/i, '')
    .replace(/^\/+|\/+$/g, '')
  if (path.includes(':')) {
    return {}
  }

  return {
    date: path.match(DATED)?.slice(1, 4).join('-'),
    name: path.replace(DATED, '').split('/').at(-1) || undefined,
  }
}

/**
 * A slug for a name, and another one for when it is taken: the same with the date before it.
 */
export function slugsFor(name: string, date?: string | null) {
  return date ? [slugify(name), slugify(`${date} ${name}`)] : [slugify(name)]
}
