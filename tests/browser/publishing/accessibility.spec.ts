import { test } from '@japa/runner'
import Follow from '#app/publishing/models/follow'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { findingsOn } from '../axe.ts'
import { openPage, signIn } from '../open_page.ts'

const BODY = `## Part

Some *words*, a [link](https://example.com), \`code\`.

- one
- two

| a | b |
| - | - |
| 1 | 2 |

> Said before.

\`\`\`js
const answer = 42 // the answer
\`\`\``

test.group('What axe finds on the publishing pages', (group) => {
  group.each.setup(emptyTables)

  test('is nothing, {$self}')
    .with(['light', 'dark'] as const)
    .run(async ({ assert, browser }, colorScheme) => {
      const reader = await UserFactory.merge({ bio: 'Reads.' }).create()
      const articles = await ArticleFactory.merge({ body: BODY }).createMany(11)
      const draft = await ArticleFactory.apply('draft').merge({ authorId: reader.id }).create()
      const own = await ArticleFactory.merge({ authorId: reader.id, body: BODY }).create()
      for (const article of [...articles, own]) await article.tagWith(['trees', 'c#'])
      await own.comment(reader, '**Well** said, `really`.')
      await own.comment(articles[0].author, 'Thanks')
      await articles[0].favoriteBy(reader)
      await Follow.between(reader, articles[0].author).start()

      const { page } = await openPage(browser, { colorScheme })
      const findings: string[] = []
      const look = async (...paths: string[]) => {
        for (const path of paths) {
          await page.goto(path)
          findings.push(...(await findingsOn(page)))
        }
      }

      await look(
        '/',
        '/tag/trees',
        '/search?q=words',
        `/article/${own.slug}`,
        `/profile/${reader.username}`,
        '/article/no-such-article'
      )
      await signIn(page, reader)
      await look(
        '/?feed=following',
        '/search',
        '/drafts',
        `/article/${draft.slug}`,
        `/article/${own.slug}`,
        `/article/${articles[0].slug}`,
        `/profile/${reader.username}/favorites`,
        `/profile/${articles[0].author.username}`
      )

      await page.goto('/editor')
      await page.fill('[name=title]', '  ')
      await page.fill('[name=body]', 'x')
      await page.getByRole('button', { name: 'Publish Article' }).click()
      await page.locator('.error-messages').waitFor()
      findings.push(...(await findingsOn(page)))

      assert.deepEqual(findings, [])
    })
    .timeout(180_000)
})
