import MarkdownIt from 'markdown-it'
import sanitize from 'sanitize-html'

const parser = new MarkdownIt({ html: false, linkify: true })

const allowed: sanitize.IOptions = {
  allowedTags: [...sanitize.defaults.allowedTags, 'img', 'del'],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title'],
    ol: ['start'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  transformTags: { a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }) },
}

/**
 * Safe HTML of Markdown that anybody may have written, as the admin previews and shows it. The product
 * may render its own in another way.
 */
export function renderMarkdown(source: string) {
  return sanitize(parser.render(source), allowed)
}
