import sanitizeHtml from 'sanitize-html'
import type { Attributes, IOptions, Tag } from 'sanitize-html'

import type { Profile } from './profiles.ts'
import { imageAddress, isExternal } from './addresses.ts'

/** Before each id of a text, so that none can be mistaken for one of the page */
export const ID_PREFIX = 'text-'

/** Tags nested deeper than this are dropped, their text stays */
const DEEPEST = 60

const INLINE = ['a', 'b', 'br', 'code', 'del', 'em', 'i', 'p', 's', 'span', 'strong']
const BLOCKS = ['blockquote', 'hr', 'li', 'ol', 'pre', 'ul']
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const TABLES = ['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']
const ARTICLE_ONLY = [
  ...HEADINGS,
  ...TABLES,
  ...['abbr', 'cite', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure', 'img', 'ins'],
  ...['kbd', 'mark', 'progress', 'q', 'samp', 'section', 'small', 'sub', 'summary', 'sup', 'u'],
  'var',
]

const COMMENT: IOptions = {
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

const ARTICLE: IOptions = {
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

/**
 * Lets through what the profile allows and nothing else. It is the last step, so that nothing
 * that was written by a step before it can get around it.
 */
export function sanitize(html: string, profile: Profile) {
  if (profile === 'comment') {
    return sanitizeHtml(html, { ...COMMENT, transformTags: { a: link, pre: codeBlock } })
  }

  return readableTables(sanitizeHtml(html, { ...ARTICLE, transformTags: articleTags() }))
}

/**
 * The changes to single tags. Made anew for each text, as headings and ids depend on what came
 * before them.
 */
function articleTags(): IOptions['transformTags'] {
  const heading = headingLevels()
  const withId = uniqueIds()

  return {
    ...Object.fromEntries(HEADINGS.map((name) => [name, heading])),
    'a': articleLink,
    'iframe': linkInstead,
    'img': image,
    'pre': codeBlock,
    'progress': progress,
    'td': cell,
    'th': cell,
    '*': withId,
  }
}

/**
 * Headings begin at level 2, since the title is level 1, and go down one level at a time.
 */
function headingLevels() {
  const open: number[] = []

  return (tagName: string, attribs: Attributes): Tag => {
    const level = Number(tagName[1])
    while (open.length > 0 && open.at(-1)! >= level) {
      open.pop()
    }
    open.push(level)

    return { tagName: `h${Math.min(open.length + 1, 6)}`, attribs }
  }
}

/**
 * Puts the prefix before each id. An id that is there already is left out.
 */
function uniqueIds() {
  const taken = new Set<string>()

  return (tagName: string, { id, name, ...attribs }: Attributes): Tag => {
    const wanted = (id ?? (tagName === 'a' ? name : ''))?.replace(/\s/g, '')
    if (!wanted || taken.has(wanted)) {
      return { tagName, attribs }
    }

    taken.add(wanted)
    return { tagName, attribs: { ...attribs, id: `${ID_PREFIX}${wanted}` } }
  }
}

/**
 * Links away from here are marked as written by a user, and give nothing to search engines.
 */
function link(tagName: string, { href, title }: Attributes): Tag {
  const attribs: Attributes = {}
  if (href) attribs.href = href
  if (title) attribs.title = title
  if (href && isExternal(href)) attribs.rel = 'nofollow ugc noopener'

  return { tagName, attribs }
}

function articleLink(tagName: string, written: Attributes): Tag {
  const { attribs } = link(tagName, written)
  const { id, name, class: names } = written

  if (attribs.href?.startsWith('#')) {
    attribs.href = `#${ID_PREFIX}${attribs.href.slice(1)}`
  }
  if (names === 'heading-anchor') {
    Object.assign(attribs, { 'aria-hidden': 'true', 'tabindex': '-1' })
  }

  return { tagName, attribs: { ...attribs, ...definedOnly({ id, name, class: names }) } }
}

/**
 * What was embedded from elsewhere is linked to instead.
 */
function linkInstead(_tagName: string, { src, title }: Attributes): Tag {
  return { ...link('a', { href: src }), text: title || src || '' }
}

function image(tagName: string, { src, alt, title, width, height, id }: Attributes): Tag {
  return {
    tagName,
    attribs: {
      ...definedOnly({ src: imageAddress(src ?? ''), title, id }),
      ...definedOnly({ width: pixels(width), height: pixels(height) }),
      alt: alt ?? '',
      loading: 'lazy',
      decoding: 'async',
    },
  }
}

/** Code that is wider than the page can be scrolled with the keyboard */
function codeBlock(tagName: string, { id }: Attributes): Tag {
  return { tagName, attribs: { ...definedOnly({ id }), tabindex: '0' } }
}

function progress(tagName: string, { value = '0', max = '1' }: Attributes): Tag {
  return { tagName, attribs: { value, max, 'aria-label': `${value} of ${max}` } }
}

/**
 * Markdown writes the side of a column as a style, older HTML as `align`.
 */
function cell(tagName: string, { style, align, ...attribs }: Attributes): Tag {
  const side = style?.match(/^\s*text-align:\s*(\w+)/)?.[1] ?? align
  return { tagName, attribs: { ...attribs, class: `text-${side}` } }
}

function pixels(size?: string) {
  return size?.match(/^\d{1,4}$/)?.[0]
}

function definedOnly(attributes: Record<string, string | undefined>): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => Boolean(entry[1]))
  )
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
