import type { Post } from './post.ts'
import { E_POST_REFUSED } from './errors.ts'
import type { FrontMatter } from './front_matter.ts'

/** As in the editor: what goes beyond could not be edited there */
const LONGEST_TITLE = 255
const LONGEST_BODY = 200_000
const LONGEST_TAG = 60
const MOST_TAGS = 30

/**
 * Refuses what an article cannot hold.
 *
 * @throws E_POST_REFUSED the title, the text or the tags are missing or too long
 */
export function checkLimits({ title, body, tags }: Post, frontMatter: FrontMatter) {
  const tagKeys = ['tags', 'categories', 'tag', 'category']
  const longTag = tags.find((tag) => tag.length > LONGEST_TAG)

  if (title.length > LONGEST_TITLE) {
    const reason = `The title has ${title.length} characters; at most ${LONGEST_TITLE} fit`
    throw new E_POST_REFUSED(reason, frontMatter.lineOf('title'))
  }
  if (!body.trim()) {
    throw new E_POST_REFUSED('There is no text after the front matter')
  }
  if (body.length > LONGEST_BODY) {
    throw new E_POST_REFUSED(
      `The text has ${body.length} characters; at most ${LONGEST_BODY} fit. Part it into several posts`
    )
  }
  if (tags.length > MOST_TAGS) {
    const reason = `There are ${tags.length} tags; at most ${MOST_TAGS} fit`
    throw new E_POST_REFUSED(reason, frontMatter.lineOf(...tagKeys))
  }
  if (longTag) {
    const reason = `The tag "${longTag}" is longer than ${LONGEST_TAG} characters`
    throw new E_POST_REFUSED(reason, frontMatter.lineOf(...tagKeys))
  }
}
