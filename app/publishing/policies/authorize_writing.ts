import type { Gate } from '#atrium/resource/main'

import Tag from '../models/tag.ts'
import Article, { type Content, type NewArticle } from '../models/article.ts'

/**
 * Asks whether somebody may write a new article with what is in it, and publish it where they want to.
 *
 * @throws E_NOT_ALLOWED
 */
export async function authorizeNewArticle(
  gate: Gate,
  { tagList = [], publish, ...content }: NewArticle
) {
  const fields = Object.entries(content).flatMap(([name, value]) => (value ? [name] : []))

  await gate.authorize('create', Article, tagList.length ? [...fields, 'tags'] : fields)
  if (publish) await gate.authorize('publish', Article)
  await authorizeTags(gate, tagList)
}

/**
 * Asks whether somebody who may change an article may change this in it. What stays as it was takes no
 * right.
 *
 * @throws E_NOT_ALLOWED
 */
export async function authorizeRevision(
  gate: Gate,
  article: Article,
  { tagList, ...content }: Partial<Content>
) {
  const fields = Object.entries(content).flatMap(([name, value]) =>
    value === undefined || value === article[name as keyof typeof content] ? [] : [name]
  )

  await gate.authorize('update', 'articles', tagList ? [...fields, 'tags'] : fields)
  await authorizeTags(gate, tagList)
}

/**
 * A tag is made by whoever uses it first: that takes the right to make tags.
 */
async function authorizeTags(gate: Gate, names: string[] = []) {
  if (!names.length || (await gate.allows('create', Tag))) return

  if (!(await Tag.areKnown(names))) await gate.authorize('create', Tag)
}
