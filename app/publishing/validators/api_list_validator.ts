import vine from '@vinejs/vine'

/**
 * More articles than anybody reads at once. It keeps one request from asking for everything.
 */
const MOST_AT_ONCE = 1000

/**
 * Beyond any list, and still a number that PostgreSQL takes.
 */
const LAST_OFFSET = 2_147_483_647

const part = {
  limit: vine.number().withoutDecimals().min(1).max(MOST_AT_ONCE).optional(),
  offset: vine.number().withoutDecimals().min(0).max(LAST_OFFSET).optional(),
}

/**
 * Query of `GET /api/articles`
 */
export const articleListValidator = vine.create({
  ...part,
  tag: vine.string().optional(),
  author: vine.string().optional(),
  favorited: vine.string().optional(),
})

/**
 * Query of `GET /api/articles/feed`
 */
export const feedValidator = vine.create(part)
