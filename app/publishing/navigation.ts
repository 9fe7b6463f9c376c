import type { HttpContext } from '@adonisjs/core/http'

type Visitor = HttpContext['auth']['user']

/**
 * Where to read, and for people who are signed in, to write.
 */
export function readingAndWriting(visitor: Visitor) {
  const reading = [
    { label: 'Home', href: '/', icon: 'house' },
    { label: 'Search', href: '/search', icon: 'search' },
  ]

  return visitor
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
