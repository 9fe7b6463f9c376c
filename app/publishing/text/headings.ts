import type { MarkdownIt, StateCore, Token } from 'markdown-it'

/** `{#name}` or `{: #name}` at the end of a heading names it */
const GIVEN_ID = /\s*\{:?\s*#([\w-]+)\s*\}\s*$/

/**
 * Gives each heading an id made from its words, and a link to itself. Links to headings within
 * the text find them also when they were written for a site that makes its ids in another way.
 */
export function headings(md: MarkdownIt) {
  md.core.ruler.push('heading_ids', (state) => {
    const ids = nameHeadings(state)
    mendLinks(state, ids)
  })
}

function nameHeadings({ tokens, Token: NewToken }: StateCore) {
  const ids = new Map<string, string>()
  const taken = new Map<string, number>()

  for (const [index, open] of tokens.entries()) {
    if (open.type !== 'heading_open') {
      continue
    }

    const children = tokens[index + 1].children!
    const id = unused(takeGivenId(children) ?? wordsOf(children), taken)
    if (!ids.has(lettersOf(id))) {
      ids.set(lettersOf(id), id)
    }

    const link = new NewToken('link_open', 'a', 1)
    link.attrs = [
      ['class', 'heading-anchor'],
      ['href', `#${id}`],
    ]
    open.attrSet('id', id)
    children.push(link, new NewToken('link_close', 'a', -1))
  }

  return ids
}

/**
 * Takes `{#name}` off the end of a heading.
 */
function takeGivenId(children: Token[]) {
  const last = children.at(-1)
  const match = last?.type === 'text' ? last.content.match(GIVEN_ID) : null
  if (!last || !match) {
    return null
  }

  last.content = last.content.slice(0, match.index)
  return match[1]
}

function wordsOf(children: Token[]) {
  const text = children
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('')

  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
}

/**
 * Counts up for each id that was wanted before: `notes`, `notes-1`, `notes-2`.
 */
function unused(wanted: string, taken: Map<string, number>) {
  const base = wanted.slice(0, 80) || 'section'
  let count = taken.get(base) ?? 0
  let id = count ? `${base}-${count}` : base
  while (count && taken.has(id)) {
    id = `${base}-${++count}`
  }

  taken.set(base, count + 1)
  taken.set(id, taken.get(id) ?? 1)
  return id
}

/**
 * Ids are alike when their letters and digits are: `whats-new` here is `what-s-new` elsewhere.
 */
function lettersOf(id: string) {
  return id.replace(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase()
}

function mendLinks({ tokens }: StateCore, ids: Map<string, string>) {
  for (const { children } of tokens) {
    for (const token of children ?? []) {
      const href = token.type === 'link_open' ? String(token.attrGet('href')) : ''
      const id = href.startsWith('#') ? ids.get(lettersOf(href)) : undefined

      if (id && token.attrGet('class') !== 'heading-anchor') {
        token.attrSet('href', `#${id}`)
      }
    }
  }
}
