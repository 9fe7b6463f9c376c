import { parsers } from './parsers.ts'
import { sanitize } from './sanitizer.ts'
import type { Profile } from './profiles.ts'

/**
 * Changes whenever the same source gives other HTML. HTML that is stored with an older version is
 * rendered anew.
 */
export const RENDERER_VERSION = 1

/**
 * Makes safe HTML from Markdown that anybody may have written.
 */
export function renderMarkdown(source: string, profile: Profile) {
  return sanitize(parsers[profile].render(source, {}), profile)
}
