import { DateTime } from 'luxon'
import { User } from '#app/accounts/public'
import { comments } from '#database/demo/comments'
import Follow from '#app/publishing/models/follow'
import { BaseSeeder } from '@adonisjs/lucid/seeders'
import Article from '#app/publishing/models/article'
import { readArticles, type DemoArticle } from '#database/demo/articles'
import { DEMO_PASSWORD, emailOf, people } from '#database/demo/people'

/**
 * Fills an empty database with something to look at: people who write, read and talk.
 */
export default class DemoSeeder extends BaseSeeder {
  static environment = ['development', 'test']

  /** As whom to look at it. */
  static signIns = people.map((person) => ({
    email: emailOf(person),
    password: DEMO_PASSWORD,
    role: person.role,
  }))

  #users = new Map<string, User>()

  async run() {
    if (await User.query().first()) return

    await Promise.all(people.map((person) => this.#addPerson(person)))
    await Promise.all(people.map((person) => this.#addFollows(person)))
    for (const article of await readArticles()) await this.#addArticle(article)
  }

  async #addPerson({ username, role, bio, image }: (typeof people)[number]) {
    const email = emailOf({ username })
    const emailVerifiedAt = DateTime.utc()
    const user = await User.create({
      username,
      email,
      bio,
      image,
      emailVerifiedAt,
      password: DEMO_PASSWORD,
    })

    if (role) await user.takeOnRoles(role)
    this.#users.set(username, user)
  }

  async #addFollows({ username, follows }: (typeof people)[number]) {
    for (const followed of follows) {
      await Follow.between(this.#user(username), this.#user(followed)).start()
    }
  }

  async #addArticle({ slug, author, days, tags, draft, ...content }: DemoArticle) {
    const writtenAt = DateTime.utc().minus({ days, minutes: content.body.length % 600 })
    const article = await Article.write(this.#user(author), {
      ...content,
      slug,
      writtenAt,
      tagList: tags,
      publish: !draft,
    })

    if (article.isPublished) {
      await this.#addFavorites(article)
      await this.#addComments(article)
    }
  }

  /**
   * Some like it, some do not. Which ones is always the same.
   */
  async #addFavorites(article: Article) {
    const readers = people.filter((_, place) => (article.body.length + place) % 3 > 0)
    for (const { username } of readers) await article.favoriteBy(this.#user(username))
  }

  async #addComments(article: Article) {
    let createdAt = article.createdAt

    for (const [author, body] of comments[article.slug] ?? []) {
      createdAt = createdAt.plus({ hours: 2, minutes: body.length })
      const comment = await article.comment(this.#user(author), body)
      await comment.merge({ createdAt }).save()
    }
  }

  #user(username: string) {
    return this.#users.get(username)!
  }
}
