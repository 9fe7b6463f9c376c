import sanitizeHtml from 'sanitize-html'

import type { Profile } from './profiles.ts'
import { ARTICLE, COMMENT } from './allowed.ts'
import { articleTags, commentTags } from './tags.ts'

/**
 * Lets through what the profile allows and nothing else. It is the last step, so that nothing
 * that was written by a step before it can get around it.
 */
export function sanitize(html: string, profile: Profile) {
  if (profile === 'comment') {
    return sanitizeHtml(html, { ...COMMENT, transformTags: commentTags() })
  }

  return readableTables(sanitizeHtml(html, { ...ARTICLE, transformTags: articleTags() }))
}

/**
 * A table that is wider than the page scrolls by itself, also with the keyboard. A header without
 * words is no header.
 */
function readableTables(html: string) {
  return html
    .replace(/<th(?: class="[^"]*")?><\/th>/g, '<td></td>')
    .replace(/<table(?: id="[^"]*")?>/g, '<div class="table-scroll" tabindex="0">$&')
    .replaceAll('</table>', '</table></div>')
}
