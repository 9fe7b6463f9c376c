import type { Attributes, IOptions, Tag } from 'sanitize-html'

import { HEADINGS } from './allowed.ts'
import { imageAddress, isExternal } from './addresses.ts'

/** Before each id of a text, so that none can be mistaken for one of the page */
const ID_PREFIX = 'text-'

/**
 * The changes to tags in articles. Made anew for each text, as headings and ids depend on what came
 * before them.
 */
export function articleTags(): IOptions['transformTags'] {
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
 * The changes to tags in comments.
 */
export function commentTags(): IOptions['transformTags'] {
  return { a: link, pre: codeBlock }
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
