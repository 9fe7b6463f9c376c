import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { compose } from '@adonisjs/core/helpers'
import { beforeSave } from '@adonisjs/lucid/orm'
import { Model, Sluggable, field, index } from '#atrium/model/main'

import { ownDatabase } from '../own_database.ts'

class Page extends compose(Model, Sluggable) {
  static table = 'sluggable_pages'

  @field.id()
  declare id: number

  @field.string()
  declare title: string

  @field.slug({ from: 'title', unique: true })
  declare slug: string

  @field.string({ default: '' })
  declare mark: string

  /** Not to be done twice, as hashing a password is not */
  @beforeSave()
  static addMark(page: Page) {
    page.mark = `${page.mark ?? ''}x`
  }
}

class Chapter extends compose(Model, Sluggable) {
  static table = 'sluggable_chapters'
  static indexes = [index<Chapter>(['book', 'address'], { unique: true, name: 'one_address' })]

  @field.id()
  declare id: number

  @field.string({ unique: true })
  declare number: string

  @field.string()
  declare book: string

  @field.string()
  declare heading: string

  @field.slug({ from: 'heading', columnName: 'path', max: 12 })
  declare address: string

  static slugify(text: string) {
    return text.replaceAll(' ', '_')
  }
}

test.group('Slugs', (group) => {
  group.setup(() => ownDatabase(Page, Chapter))
  group.each.setup(() => async () => {
    await db.connection(Page.connection).rawQuery('truncate sluggable_pages, sluggable_chapters')
  })

  test('are made of letters, digits and hyphens', async ({ assert }) => {
    const slugs = ['Äpfel & Birnen, 2nd ed.', 'before—after/and (more)', '日本語', '!?']
    const pages = await Page.createMany(slugs.map((title) => ({ title })))

    assert.deepEqual(
      pages.slice(0, 3).map(({ slug }) => slug),
      ['apfel-and-birnen-2nd-ed', 'before-after-and-more', 'page']
    )
    assert.match(pages[3].slug, /^page-[a-z0-9]{6}$/)
  })

  test('are short, and end with a whole word', async ({ assert }) => {
    const long = await Page.create({ title: 'word '.repeat(40) })
    const longer = await Page.create({ title: 'word '.repeat(40) })

    assert.match(long.slug, /^(word-){15}word$/)
    assert.match(longer.slug, /^(word-)+[a-z0-9]{6}$/)
    assert.isAtMost(longer.slug.length, 80)
    assert.lengthOf((await Page.create({ title: 'x'.repeat(200) })).slug, 80)
  })

  test('stay when the text changes, until they are emptied', async ({ assert }) => {
    await Page.create({ title: 'On pruning' })
    const page = await Page.create({ title: 'On planting' })

    await page.merge({ title: 'On pruning' }).save()
    assert.equal(page.slug, 'on-planting')

    await page.merge({ slug: '' }).save()
    assert.match(page.slug, /^on-pruning-[a-z0-9]{6}$/)
    assert.equal((await Page.findOrFail(page.id)).slug, page.slug)

    const named = await Page.query().select('id', 'title').where('id', page.id).firstOrFail()
    await named.merge({ title: 'On grafting' }).save()
    assert.equal((await Page.findOrFail(page.id)).slug, page.slug)
  })

  test('are asked for by a text, which may ask for the same one', async ({ assert }) => {
    const page = await Page.create({ title: 'On pruning', slug: 'pruning' })

    assert.equal(page.slugFor('On Pruning!'), 'pruning')
    assert.equal(page.slugFor('On grafting'), 'on-grafting')
    assert.equal(new Page().slugFor('On grafting'), 'on-grafting')
  })

  test('are what they are given as', async ({ assert }) => {
    const page = await Page.create({ title: 'On pruning', slug: 'pruning' })
    assert.equal(page.slug, 'pruning')

    await page.merge({ title: 'On grafting', slug: 'grafting' }).save()
    assert.equal(page.slug, 'grafting')
    await assert.rejects(() => Page.create({ title: 'x', slug: 'grafting' }), /duplicate key/)
  })

  test('are different for twenty who use one text at the same moment', async ({ assert }) => {
    const pages = await Promise.all(
      Array.from({ length: 20 }, () => Page.create({ title: 'On haste' }))
    )

    assert.lengthOf(new Set(pages.map(({ slug }) => slug)), 20)
  })

  test('are found within transactions that are open at the same moment', async ({ assert }) => {
    const [one, other] = await Promise.all([Page.transaction(), Page.transaction()])
    const first = await Page.create({ title: 'On haste' }, { client: one })
    const waiting = Page.create({ title: 'On haste' }, { client: other }).catch(() =>
      other.rollback()
    )
    await one.commit()
    await waiting
    await Page.create({ title: 'more, in the same transaction' }, { client: other })
    await other.commit()

    const second = await Page.query().orderBy('id').offset(1).firstOrFail()
    assert.equal(first.slug, 'on-haste')
    assert.match(second.slug, /^on-haste-[a-z0-9]{6}$/)
    assert.lengthOf(await Page.all(), 3)
  })

  test('are tried without repeating what hooks did to the row', async ({ assert }) => {
    await Page.create({ title: 'On pruning' })
    const page = await Page.create({ title: 'On pruning' })

    assert.equal(page.mark, 'x')
  })

  test('follow the rules of the model, its columns and its indexes', async ({ assert }) => {
    const heading = 'One two three four'
    const [first, second, elsewhere] = await Chapter.createMany([
      { number: '1', book: 'a', heading },
      { number: '2', book: 'a', heading },
      { number: '3', book: 'b', heading },
    ])

    assert.equal(first.address, 'One_two_thre')
    assert.match(second.address, /^One_t-[a-z0-9]{6}$/)
    assert.equal(elsewhere.address, 'One_two_thre')
  })

  test('are not tried again when something else is refused', async ({ assert }) => {
    await Chapter.create({ number: '1', book: 'a', heading: 'One' })
    const chapter = new Chapter().merge({ number: '1', book: 'a', heading: 'Two' })

    await assert.rejects(() => chapter.save(), /sluggable_chapters_number_unique/)
    assert.isUndefined(chapter.address)
    assert.isFalse(chapter.$isPersisted)
  })

  test('need a field that says what they are made from', async ({ assert }) => {
    class Mistaken extends compose(Model, Sluggable) {
      @field.id()
      declare id: number

      @field.slug()
      declare slug: string
    }

    await assert.rejects(() => new Mistaken().save(), /Mistaken is Sluggable, but no field/)
  })
})
