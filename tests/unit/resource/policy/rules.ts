/**
 * What the product promises of its resources, written down a second time and by hand: tests hold the
 * policies, the grants and the service against it.
 */
export const ROLES = ['administrator', 'editor', 'author', 'member', 'guest'] as const
export type RoleName = (typeof ROLES)[number]

/** Which rows an action reaches: all, those that everybody may see and one's own, one's own, none */
export type Reach = 'all' | 'visible' | 'own' | 'none'

/** In the order of the roles above: a letter for each */
const LETTERS: Record<string, Reach> = { 'A': 'all', 'V': 'visible', 'O': 'own', '-': 'none' }

/** Of resources that are not named only administrators may do anything */
const REACHES: Record<string, Record<string, string>> = {
  articles: {
    list: 'AAVVV',
    show: 'AAVVV',
    create: 'AAOO-',
    update: 'AAOO-',
    delete: 'AOOO-',
    publish: 'AAOO-',
    withdraw: 'AAOO-',
  },
  comments: {
    list: 'AAVVV',
    show: 'AAVVV',
    create: 'AOOO-',
    update: 'AA---',
    delete: 'AAOO-',
    restore: 'AA---',
  },
  tags: { list: 'AAAAA', show: 'AAAAA', create: 'AAAA-', update: 'AA---', delete: 'AA---' },
  article_tags: {
    list: 'AAVVV',
    show: 'AAVVV',
    create: 'AAOO-',
    update: 'A----',
    delete: 'AAOO-',
  },
  favorites: { list: 'AVVVV', show: 'AVVVV', create: 'AOOO-', update: 'A----', delete: 'AOOO-' },
  follows: { list: 'AOOO-', show: 'AOOO-', create: 'AOOO-', update: 'A----', delete: 'AOOO-' },
  imported_posts: { list: 'AA---', show: 'AA---' },
  users: { list: 'AAAAA', show: 'AAAAA', update: 'AOOO-' },
  api_tokens: { list: 'AOOO-', show: 'AOOO-', delete: 'AOOO-' },
  sessions: { list: 'AOOO-', show: 'AOOO-' },
  admin_impersonations: { list: 'A----', show: 'A----', update: '-----', delete: '-----' },
}

/** Rows of these are made by programs only */
const NOT_CREATABLE = [
  'imported_posts',
  'api_tokens',
  'sessions',
  'mailed_tokens',
  'remember_me_tokens',
  'rate_limits',
  'outgoing_mails',
  'published_article_counts',
  'admin_impersonations',
]

export function reach(resource: string, action: string, role: RoleName): Reach {
  if (action === 'create' && NOT_CREATABLE.includes(resource)) return 'none'
  return LETTERS[(REACHES[resource]?.[action] ?? 'A----')[ROLES.indexOf(role)]]
}

/** Never shown to anybody */
const HIDDEN: Record<string, string[]> = {
  users: ['password'],
  api_tokens: ['hash'],
  sessions: ['data'],
  mailed_tokens: ['hash'],
  remember_me_tokens: ['hash'],
}

/** Shown to administrators alone */
const PRIVATE: Record<string, string[]> = { users: ['email', 'emailVerifiedAt', 'updatedAt'] }

/** Fields that a role may not read. Where it may list nothing, it reads nothing at all. */
export function unreadable(resource: string, role: RoleName): string[] {
  const hidden = HIDDEN[resource] ?? []
  return role === 'administrator' ? hidden : [...hidden, ...(PRIVATE[resource] ?? [])]
}

const TEXT = ['title', 'description', 'body', 'slug', 'tags']

/** What everybody but administrators may set, where they may make or change rows */
const WRITABLE: Record<string, (role: RoleName, action: 'create' | 'update') => string[]> = {
  articles: (role) => (role === 'editor' ? [...TEXT, 'authorId', 'author', 'publishedAt'] : TEXT),
  comments: (_, action) => (action === 'create' ? ['articleId', 'article', 'body'] : ['body']),
  tags: () => ['name', 'articles'],
  article_tags: () => ['articleId', 'article', 'tagId', 'tag'],
  favorites: () => ['articleId', 'article'],
  follows: () => ['followedId', 'followed'],
  users: () => ['username', 'bio', 'image'],
}

export function writable(resource: string, role: RoleName, action: 'create' | 'update') {
  return reach(resource, action, role) === 'none' ? [] : (WRITABLE[resource]?.(role, action) ?? [])
}
