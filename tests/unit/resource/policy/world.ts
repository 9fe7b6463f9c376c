import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { type User } from '#app/accounts/public'
import Tag from '#app/publishing/models/tag'
import Follow from '#app/publishing/models/follow'
import Article from '#app/publishing/models/article'
import Comment from '#app/publishing/models/comment'
import { Actor, Role, RoleGrant } from '#atrium/resource/main'
import Session from '#app/accounts/models/session'
import ApiToken from '#app/accounts/models/api_token'
import MailedToken from '#app/accounts/models/mailed_token'
import ImportedPost from '#app/publishing/models/imported_post'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { ROLES, type Reach, type RoleName } from './rules.ts'

/** A row, whose it is, and who may see it beside administrators and editors */
type Fact = { key: string; owner?: number; readers: 'everybody' | number[] }

/** In what only administrators are to find, and in what nobody is */
export const PRIVATE = 'whispered'
export const HIDDEN = 'buried'

/**
 * Somebody of each role, a stranger, and rows of theirs in every resource.
 */
export class World {
  readonly facts = new Map<string, Fact[]>()
  readonly #users = new Map<RoleName | 'stranger', User>()

  static async create() {
    const world = new World()
    for (const role of [...ROLES, 'stranger'] as const) {
      if (role !== 'guest') await world.#addUser(role)
    }
    for (const user of world.users) await world.#addWritings(user)
    for (const user of world.users) await world.#addDealings(user)
    await world.#addRest()
    return world
  }

  get users() {
    return [...this.#users.values()]
  }

  get stranger() {
    return this.#users.get('stranger')!
  }

  user(role: RoleName) {
    return this.#users.get(role) ?? null
  }

  actor(role: RoleName) {
    return Actor.of(this.user(role)).load()
  }

  /** The rows that are within the reach of somebody. */
  within(reach: Reach, resource: string, role: RoleName) {
    const id = this.user(role)?.id
    const isReached: Record<Reach, (fact: Fact) => boolean> = {
      all: () => true,
      none: () => false,
      own: ({ owner }) => owner !== undefined && owner === id,
      visible: ({ readers }) => readers === 'everybody' || readers.includes(id!),
    }
    return this.rows(resource).filter(isReached[reach])
  }

  rows(resource: string) {
    return this.facts.get(resource) ?? []
  }

  /** An article that somebody wrote, and that everybody may read. */
  publishedBy({ id }: User) {
    return Article.query().where('authorId', id).whereNotNull('publishedAt').firstOrFail()
  }

  async #addUser(role: RoleName | 'stranger') {
    const email = `${PRIVATE}-${role}@example.com`
    const user = await UserFactory.merge({ username: role, email }).create()
    if (role !== 'member' && role !== 'stranger') await user.takeOnRoles(role)

    this.#users.set(role, user)
    this.#note('users', { key: String(user.id), owner: user.id, readers: 'everybody' })
  }

  /** An article that everybody may read, and a draft, both with a tag. */
  async #addWritings({ id }: User) {
    for (const publishedAt of [DateTime.utc(), null]) {
      const article = await ArticleFactory.merge({ authorId: id, publishedAt }).create()
      const readers = publishedAt ? 'everybody' : [id]
      this.#note('articles', { key: String(article.id), owner: id, readers })

      const tag = await Tag.create({ name: `tag of ${article.id}` })
      this.#note('tags', { key: String(tag.id), readers: 'everybody' })
      await db.table('article_tags').insert({ article_id: article.id, tag_id: tag.id })
      this.#note('article_tags', { key: `${article.id}~${tag.id}`, owner: id, readers })

      await this.#comment(article, id, readers)
    }
  }

  async #comment({ id: articleId }: Article, authorId: number, readers: Fact['readers']) {
    const comment = await Comment.create({ articleId, authorId, body: 'Well said.' })
    this.#note('comments', { key: String(comment.id), owner: authorId, readers })
  }

  async #addDealings(user: User) {
    const { id } = user
    const others = await this.publishedBy(this.stranger)
    await this.#comment(others, id, 'everybody')

    const draft = await Article.query().where('authorId', id).whereNull('publishedAt').firstOrFail()
    const withdrawn = user === this.stranger ? [] : [await this.#withdrawn()]
    for (const article of [others, draft, ...withdrawn]) {
      await article.favoriteBy(user)
      const readers = article === others ? 'everybody' : [id]
      this.#note('favorites', { key: `${article.id}~${id}`, owner: id, readers })
    }

    for (const other of this.users.filter((one) => one.id !== id)) {
      await Follow.between(user, other).start()
      this.#note('follows', { key: `${id}~${other.id}`, owner: id, readers: [id] })
    }

    const token = await ApiToken.issue(user, {
      name: 'A program',
      abilities: ['read'],
      fromSignIn: false,
      expiresAt: null,
    })
    this.#note('api_tokens', { key: String(token.id), owner: id, readers: [id] })

    const session = `session-${id}`
    const expiresAt = DateTime.utc().plus({ days: 1 })
    await Session.create({ id: session, userId: id, data: HIDDEN, expiresAt })
    this.#note('sessions', { key: session, owner: id, readers: [id] })
  }

  /** What people liked while they could read it. */
  #withdrawn() {
    const { id } = this.stranger
    return Article.query().where('authorId', id).whereNull('publishedAt').firstOrFail()
  }

  /** Rows that are administrators' business. */
  async #addRest() {
    const { id } = this.stranger
    const article = await this.publishedBy(this.stranger)
    const post = await ImportedPost.create({
      articleId: article.id,
      source: 'a.md',
      digest: 'a'.repeat(64),
    })
    this.#note('imported_posts', { key: String(post.id), readers: [] })

    await MailedToken.linkFor(this.stranger, 'verify_email', this.stranger.email)
    const token = await MailedToken.query().where('userId', id).firstOrFail()
    this.#note('mailed_tokens', { key: String(token.id), owner: id, readers: [] })

    const now = new Date()
    const [{ id: remembered }] = await db
      .table('remember_me_tokens')
      .insert({ tokenable_id: id, hash: HIDDEN, created_at: now, updated_at: now, expires_at: now })
      .returning('id')
    this.#note('remember_me_tokens', { key: String(remembered), owner: id, readers: [] })

    await db.table('rate_limits').insert({ key: 'a limit', points: 1 })
    this.#note('rate_limits', { key: 'a limit', readers: [] })

    const [{ id: mail }] = await db
      .table('outgoing_mails')
      .insert({ kind: 'verify_email', payload: '{}', created_at: now })
      .returning('id')
    this.#note('outgoing_mails', { key: String(mail), readers: [] })

    const [{ id: impersonation }] = await db
      .table('admin_impersonations')
      .insert({
        impersonator_id: '1',
        impersonator: PRIVATE,
        user_id: '2',
        acted_as: PRIVATE,
        reason: PRIVATE,
        began_at: now,
        ends_at: now,
      })
      .returning('id')
    this.#note('admin_impersonations', { key: String(impersonation), readers: [] })

    const role = await Role.findByOrFail('name', 'editor')
    this.#note('roles', { key: String(role.id), readers: [] })
    const grant = await RoleGrant.findByOrFail('roleId', role.id)
    this.#note('role_grants', { key: String(grant.id), readers: [] })
    const editor = this.#users.get('editor')!
    this.#note('user_roles', { key: `${editor.id}~${role.id}`, owner: editor.id, readers: [] })
  }

  #note(resource: string, fact: Fact) {
    this.facts.set(resource, [...this.rows(resource), fact])
  }
}
