import type { MarkdownIt } from 'markdown-it'
import plugin from 'markdown-it-footnote'

type Footnotes = { list?: { count?: number }[] }

/** The plugin copies the whole text for each footnote, and writes a way back to each mention */
const MOST_FOOTNOTES = 500
const MOST_WAYS_BACK = 20

/** Longer names are not looked for: the search for their end would start again at each bracket */
const MENTION = /\[\^[^\s\]]{1,60}\]/y

/**
 * Footnotes: `[^1]` in the text and `[^1]: the note` anywhere in it.
 */
export function footnotes(md: MarkdownIt) {
  md.use(plugin).disable('footnote_inline')

  const readMention = md.inline.ruler.getRules('').find(({ name }) => name === 'footnote_ref')!
  md.inline.ruler.at('footnote_ref', (state, silent) => {
    MENTION.lastIndex = state.pos
    return MENTION.test(state.src) && readMention(state, silent)
  })

  md.core.ruler.before('footnote_tail', 'footnote_limits', ({ env }) => {
    const { list } = (env.footnotes ?? {}) as Footnotes
    list?.splice(MOST_FOOTNOTES)

    for (const footnote of list ?? []) {
      footnote.count = Math.min(footnote.count ?? 0, MOST_WAYS_BACK)
    }
  })
}
