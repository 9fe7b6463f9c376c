const ARTICLE = 'article-100-f89913'

export const COMMENT = JSON.stringify({
  comment: { body: 'A comment of some length, in agreement.' },
})

/**
 * One thing to ask for again and again.
 */
export type Case = {
  name: string
  label: string
  path: string

  /** Share of the limit that is to be reached, and how many times plain AdonisJS */
  goal?: number

  /** Posted with a token, when there is something to post */
  body?: string

  /** The answer without what differs each time */
  comparable: (text: string) => string
}

const asItIs = (text: string) => text

/**
 * What is asked for.
 */
export const cases: Case[] = [
  {
    name: 'list',
    label: '`GET /api/articles` (20)',
    path: '/api/articles',
    goal: 0.4,
    comparable: asItIs,
  },
  {
    name: 'show',
    label: '`GET /api/articles/:slug`',
    path: `/api/articles/${ARTICLE}`,
    goal: 0.35,
    comparable: asItIs,
  },
  {
    name: 'home',
    label: '`GET /` (10 articles)',
    path: '/',
    goal: 0.35,
    comparable: (text) => text.replace(/(name="csp-nonce" content=")[^"]+/, '$1'),
  },
  {
    name: 'comment',
    label: '`POST /api/articles/:slug/comments`',
    path: `/api/articles/${ARTICLE}/comments`,
    goal: 0.35,
    body: COMMENT,
    comparable: (text) => text.replace(/"id":\d+|"(created|updated)At":"[^"]+"/g, ''),
  },
  {
    name: 'live',
    label: '`GET /health/live`',
    path: '/health/live',
    comparable: asItIs,
  },
]
