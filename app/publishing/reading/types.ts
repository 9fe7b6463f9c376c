/**
 * A person, as seen by whoever reads.
 */
export type PersonView = {
  username: string
  bio: string | null
  image: string | null
  following: boolean
}

/**
 * A person on their own page.
 */
export type Profile = PersonView & { id: number }

/**
 * An article in a list. Times are ISO 8601 in UTC, tags in alphabetical order.
 */
export type ArticleSummary = {
  slug: string
  title: string
  description: string
  tagList: string[]
  createdAt: string
  updatedAt: string
  publishedAt: string | null
  favorited: boolean
  favoritesCount: number
  author: PersonView
}

/**
 * An article on its own page.
 */
export type ArticleView = ArticleSummary & {
  id: number
  authorId: number
  body: string
  bodyHtml: string
  isDraft: boolean
}

/**
 * What somebody said about an article.
 */
export type CommentView = {
  id: number
  body: string
  createdAt: string
  updatedAt: string
  author: PersonView
}

/**
 * Which articles a list shows. Everything said must hold. Usernames may be written in any case;
 * `followedBy` and `draftsOf` are ids of users.
 */
export type ArticleFilter = {
  tag?: string
  author?: string
  favoritedBy?: string
  followedBy?: number
  draftsOf?: number
  search?: string
}

/**
 * Which part of a list is wanted, and by whom.
 */
export type Page = {
  readerId?: number
  limit: number
  offset: number
}

/**
 * A part of a list of articles, and how many there are in all.
 */
export type ArticleList = {
  articles: ArticleSummary[]
  count: number
}

/**
 * A part of what people said about an article, and how much there is in all.
 */
export type CommentList = {
  comments: CommentView[]
  count: number
}
