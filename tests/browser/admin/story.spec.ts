import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'
import type { Browser, Page } from 'playwright'
import Article from '#app/publishing/models/article'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage } from '../open_page.ts'

/**
 * Somebody at the admin who knows nothing of it but what is written on the screen, or read aloud: the
 * roles and the names of what is there.
 */
class Outsider {
  constructor(
    readonly page: Page,
    readonly isScripted: boolean
  ) {}

  static async signIn(browser: Browser, email: string, isScripted: boolean) {
    const { page, complaints } = await openPage(browser, { javaScriptEnabled: isScripted })
    await page.goto('/')
    page.setDefaultTimeout(10_000)
    const outsider = new this(page, isScripted)
    await outsider.follow('Sign in')
    await outsider.type('Email', email)
    await outsider.type('Password', 'password123')
    await outsider.press('Sign in')
    await outsider.follow('Admin')
    await outsider.reads('Dashboard')
    return { outsider, complaints }
  }

  press(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: true }).click()
  }

  follow(name: string) {
    return this.page.getByRole('link', { name, exact: true }).click()
  }

  /** Goes to the list of a resource, by the navigation. */
  async goTo(list: string) {
    const navigation = this.page.getByRole('navigation', { name: 'Admin' })
    await navigation.getByRole('link', { name: list, exact: true }).click()
    await this.reads(list)
  }

  unfold(words: string) {
    return this.page.getByText(words, { exact: true }).click()
  }

  type(label: string, text: string) {
    return this.page.getByLabel(label, { exact: true }).fill(text)
  }

  choose(label: string, option: string) {
    return this.page.getByLabel(label, { exact: true }).selectOption({ label: option })
  }

  tick(label: string) {
    return this.page.getByLabel(label, { exact: true }).check()
  }

  reads(heading: string) {
    return this.page.getByRole('heading', { name: heading, level: 1, exact: true }).waitFor()
  }

  isTold(words: string | RegExp) {
    return this.page.getByRole('status').filter({ hasText: words }).waitFor()
  }

  sees(words: string | RegExp) {
    return this.page.getByText(words).first().waitFor()
  }

  /** The list has these rows in this order, and no others. */
  async finds(...titles: string[]) {
    const rows = this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader') })
    for (const [index, title] of titles.entries()) {
      await rows.nth(index).getByRole('link', { name: title, exact: true }).waitFor()
    }
    await rows.nth(titles.length).waitFor({ state: 'detached' })
  }

  /** Adds a line to the form of filters; with a script, choosing what it is about is enough. */
  async addCondition(where: string, subject: string, value: string, number = '') {
    await this.choose(where, subject)
    if (!this.isScripted) await this.press('Add condition')
    await this.type(`${subject}${number}: value`, value)
  }

  /** The file that a link of the menu gives, which may be open still. */
  async exports(format: string) {
    const link = this.page.getByRole('link', { name: format, exact: true })
    if (!(await link.isVisible())) await this.press('Export')

    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()])
    return readFile(await download.path())
  }
}

/** Three gardeners of different reach, and what they wrote. */
async function garden() {
  const mira = await UserFactory.merge({ username: 'mira' }).create()
  const leon = await UserFactory.merge({ username: 'leon' }).create()
  const yuki = await UserFactory.merge({ username: 'yuki' }).create()
  await mira.takeOnRoles('administrator')
  await leon.takeOnRoles('editor')
  await yuki.takeOnRoles('author')

  const write = (title: string, authorId: number) =>
    ArticleFactory.merge({ title, authorId }).create()
  const beans = await write('Winter beans', leon.id)
  await beans.tagWith(['kitchen'])
  await write('Summer beans', leon.id)
  await write('Pruning apples', leon.id)
  await write('Beans of the neighbour', yuki.id)
  await ArticleFactory.merge({ authorId: yuki.id }).createMany(30)
  return { mira, leon, yuki }
}

test.group('An outsider at the admin', (group) => {
  group.each.setup(emptyTables)

  test('finds the way through all of it {$self}')
    .with(['with JavaScript', 'without JavaScript'] as const)
    .run(async ({ assert, browser }, way) => {
      const isScripted = way === 'with JavaScript'
      const { mira, leon } = await garden()
      const { outsider, complaints } = await Outsider.signIn(browser, mira.email, isScripted)
      const { page } = outsider

      await outsider.goTo('Articles')
      await outsider.type('Search Articles', 'pruning')
      await outsider.press('Search')
      await outsider.sees('Search: pruning')
      await outsider.finds('Pruning apples')
      await outsider.follow('Clear all filters')
      await page.getByText('Search: pruning').waitFor({ state: 'hidden' })

      await outsider.unfold('Filters')
      await outsider.addCondition('Show only rows where', 'Title', 'beans')
      await outsider.addCondition('or where', 'Title', 'apples', ' (2)')
      await outsider.addCondition('and where', 'Author', 'leon')
      await outsider.press('Apply filters')
      await outsider.sees('Title contains beans or Title contains apples')
      await outsider.follow('Title')
      await outsider.finds('Pruning apples', 'Summer beans', 'Winter beans')
      await outsider.unfold('Sort')
      await outsider.choose('Sort by', 'Title')
      await outsider.choose('Direction 1', 'descending')
      await outsider.press('Apply order')
      await outsider.finds('Winter beans', 'Summer beans', 'Pruning apples')

      await outsider.unfold('Save view')
      await outsider.type('Name of the view', 'What leon grows')
      await outsider.press('Save this view')
      await outsider.isTold('The view “What leon grows” is saved.')

      await outsider.goTo('Articles')
      await outsider.follow('New Article')
      await outsider.type('Title', 'Garlic')
      await outsider.type('Description', 'From clove to bulb')
      await outsider.type('Body', 'Plant it *late*.')
      await outsider.tick('kitchen')
      await outsider.press('Save')
      await outsider.isTold('Garlic was created.')

      await outsider.follow('Edit')
      await outsider.type('Title', 'Garlick')
      await outsider.press('Save')
      await outsider.isTold('Garlick was saved.')
      await outsider.press('Undo')
      await outsider.isTold(/^\s*Undone/)
      await outsider.reads('Garlic')

      const { outsider: other } = await Outsider.signIn(browser, leon.email, isScripted)
      await other.goTo('Articles')
      await other.follow('Garlic')
      await other.follow('Edit')
      await outsider.follow('Edit')
      await other.type('Title', 'Garlic in pots')
      await other.type('Description', 'For balconies')
      await other.press('Save')
      await other.isTold('Garlic in pots was saved.')
      await outsider.type('Title', 'Garlic in beds')
      await outsider.type('Body', 'Plant it *early*.')
      await outsider.press('Save')
      await outsider.reads('Garlic in pots was changed in the meantime')
      const clash = page.getByRole('group', { name: 'Title' })
      await clash.getByRole('radio', { name: /Yours.*Garlic in beds/ }).check()
      await outsider.press('Save merged')
      await outsider.isTold('Garlic in beds was saved.')
      const garlic = await Article.findByOrFail({ title: 'Garlic in beds' })
      assert.deepEqual([garlic.description, garlic.body], ['For balconies', 'Plant it *early*.'])

      await outsider.goTo('Articles')
      await outsider.follow('What leon grows')
      await outsider.press('Select all 3 that match')
      await outsider.reads('3 Articles selected')
      await outsider.follow('Edit')
      await outsider.tick('Change Description')
      await outsider.type('Description', 'By leon')
      await outsider.press('Preview changes')
      await outsider.reads('What would happen')
      await outsider.type('Reason', 'House style')
      await outsider.press('Change 3 rows')
      await outsider.sees('3 of 3')
      assert.lengthOf(await Article.query().where({ description: 'By leon' }), 3)
      await outsider.press('Undo')
      await outsider.isTold('Undone: 3 changes were taken back.')
      assert.lengthOf(await Article.query().where({ description: 'By leon' }), 0)

      await outsider.goTo('Articles')
      await outsider.follow('What leon grows')
      await outsider.tick('Select Pruning apples')
      await outsider.press('Continue with the selected rows')
      await outsider.reads('1 Article selected')
      await outsider.follow('Withdraw')
      await outsider.press('Withdraw')
      await outsider.sees('1 of 1')
      const apples = await Article.findByOrFail({ title: 'Pruning apples' })
      assert.isNull(apples.publishedAt)
      await outsider.press('Undo')
      await outsider.isTold(/Undone/)
      await apples.refresh()
      assert.isNotNull(apples.publishedAt)

      await outsider.goTo('Articles')
      await outsider.follow('Import')
      const file =
        'headline,summary,text,who\nLeeks,Long,Deep.,yuki\nChard,Red,Cut it.,yuki\n,Empty,No title.,yuki\n'
      await page
        .getByLabel('File')
        .setInputFiles({ name: 'more.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
      await outsider.press('Upload')
      await outsider.choose('headline', 'Title')
      await outsider.choose('summary', 'Description')
      await outsider.choose('text', 'Body')
      await outsider.choose('who', 'Author')
      await outsider.press('Check')
      await outsider.reads('What would happen')
      await page.getByRole('row', { name: /New Leeks/ }).waitFor()
      await page.getByRole('row', { name: /Refused/ }).waitFor()
      assert.isNull(await Article.findBy({ title: 'Leeks' }))
      await outsider.press('Import 2 lines')
      await outsider.sees('3 of 3')
      assert.isNotNull(await Article.findBy({ title: 'Leeks' }))
      await outsider.press('Undo')
      await outsider.isTold(/Undone/)
      assert.isNull(await Article.findBy({ title: 'Leeks' }))

      await outsider.goTo('Articles')
      await outsider.follow('What leon grows')
      const expected = ['Winter beans', 'Summer beans', 'Pruning apples']
      const csv = parse(await outsider.exports('CSV'), { bom: true, columns: true }) as {
        Title: string
      }[]
      assert.deepEqual(
        csv.map((row) => row.Title),
        expected
      )
      const json = JSON.parse((await outsider.exports('JSON')).toString())
      assert.deepEqual(
        json.map((row: { title: string }) => row.title),
        expected
      )
      const { sheets } = await readXlsx(await outsider.exports('Excel (XLSX)'))
      assert.deepEqual(
        sheets[0].rows.slice(1).map(([title]) => title),
        expected
      )

      await outsider.follow('Winter beans')
      await outsider.follow('Delete')
      await outsider.reads('Delete “Winter beans”?')
      await outsider.type('Reason', 'Frozen')
      await outsider.press('Delete')
      await outsider.isTold('Winter beans was deleted.')
      assert.isNull(await Article.findBy({ title: 'Winter beans' }))
      await outsider.follow('Trash')
      await page.getByRole('row', { name: /Winter beans.*mira.*Frozen/ }).waitFor()
      await outsider.press('Restore Winter beans')
      await outsider.isTold('Winter beans')
      assert.isNotNull(await Article.findBy({ title: 'Winter beans' }))

      await outsider.goTo('Articles')
      await outsider.follow('Garlic in beds')
      await outsider.follow('History')
      const entry = page.getByRole('listitem').filter({ hasText: 'leon' })
      await entry.getByRole('button', { name: 'Restore Title to what it was before' }).click()
      await outsider.isTold('was restored.')
      await garlic.refresh()
      assert.deepEqual([garlic.title, garlic.description], ['Garlic', 'For balconies'])

      assert.deepEqual(
        complaints.filter((text) => !text.includes('409 (Conflict)')),
        []
      )
    })
    .timeout(90_000)
})
