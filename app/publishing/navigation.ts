import type { HttpContext } from '@adonisjs/core/http'

type Visitor = HttpContext['auth']['user']

/**
 * Where to read, and for people who are signed in and may, to write.
 */
export async function readingAndWriting(visitor: Visitor, gate: HttpContext['gate']) {
  const reading = [
    { label: 'Home', href: '/', icon: 'house' },
    { label: 'Search', href: '/search', icon: 'search' },
  ]

  return visitor && (await gate.allows('create', 'articles'))
    ? [...reading, { label: 'New Article', href: '/editor', icon: 'square-pen' }]
    : reading
}

/**
 * One's own page.
 */
export function ownProfile(visitor: Visitor) {
  if (!visitor) return []

  const { username, image } = visitor
  return [{ label: username, href: `/profile/${encodeURIComponent(username)}`, image }]
}
