import type { DateTime } from 'luxon'

/**
 * What a file says, whatever blog software it was written for.
 */
export type Post = {
  title: string
  description: string
  body: string
  author: string
  tags: string[]
  isDraft: boolean

  /** When it was written, where the file says so */
  date: DateTime | null

  /** What its address should end in: the first of these that is free */
  slugs: string[]
}
