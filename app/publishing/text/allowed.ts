import type { IOptions } from 'sanitize-html'

/** Tags nested deeper than this are dropped, their text stays */
const DEEPEST = 60

const INLINE = ['a', 'b', 'br', 'code', 'del', 'em', 'i', 'p', 's', 'span', 'strong']
const BLOCKS = ['blockquote', 'hr', 'li', 'ol', 'pre', 'ul']
export const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const TABLES = ['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']
const ARTICLE_ONLY = [
  ...HEADINGS,
  ...TABLES,
  ...['abbr', 'cite', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure', 'img', 'ins'],
  ...['kbd', 'mark', 'progress', 'q', 'samp', 'section', 'small', 'sub', 'summary', 'sup', 'u'],
  'var',
]

/**
 * What a comment may hold.
 */
export const COMMENT: IOptions = {
  allowedTags: [...INLINE, ...BLOCKS],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    code: ['class'],
    ol: ['start'],
    pre: ['tabindex'],
  },
  allowedClasses: {
    code: [/^language-[\w+#-]+$/],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  nestingLimit: DEEPEST,
}

/**
 * What an article may hold.
 */
export const ARTICLE: IOptions = {
  ...COMMENT,
  allowedTags: [...INLINE, ...BLOCKS, ...ARTICLE_ONLY],
  allowedAttributes: {
    ...COMMENT.allowedAttributes,
    '*': ['id'],
    'a': ['href', 'title', 'rel', 'class', 'aria-hidden', 'tabindex'],
    'abbr': ['title'],
    'details': ['open'],
    'hr': ['class'],
    'img': ['src', 'alt', 'title', 'width', 'height', 'loading', 'decoding'],
    'li': ['class', 'value'],
    'ol': ['class', 'start', 'reversed'],
    'progress': ['value', 'max', 'aria-label'],
    'section': ['class'],
    'span': ['class'],
    'sup': ['class'],
    'td': ['class', 'colspan', 'rowspan'],
    'th': ['class', 'colspan', 'rowspan', 'scope'],
  },
  allowedClasses: {
    ...COMMENT.allowedClasses,
    a: ['heading-anchor', 'footnote-backref'],
    hr: ['footnotes-sep'],
    li: ['footnote-item', 'list-none'],
    ol: ['footnotes-list'],
    section: ['footnotes'],
    span: [/^hljs-[\w-]+$/, /^[a-z]+_+$/],
    sup: ['footnote-ref'],
    td: ['text-center', 'text-right'],
    th: ['text-center', 'text-right'],
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src,
}
