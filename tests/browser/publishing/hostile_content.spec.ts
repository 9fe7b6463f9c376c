import { test } from '@japa/runner'
import Follow from '#app/publishing/models/follow'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage, signIn } from '../open_page.ts'

/** Each of these sets `window.harmed` where something in it runs. */
const HOSTILE = [
  '<script>window.harmed = 1</script>',
  '<img src=x onerror="window.harmed = 1">',
  '<svg onload="window.harmed = 1"></svg>',
  '<iframe srcdoc="<script>parent.harmed = 1</script>"></iframe>',
  '<a class="trap" href="javascript:window.harmed=1">trap</a>',
  '<a class="trap" href=" &#106;avascript:window.harmed=1">trap</a>',
  '[trap](javascript:window.harmed=1)',
  '[trap](java&#x0A;script:window.harmed=1)',
  '<javascript:window.harmed=1>',
  '![x](x"onerror="window.harmed=1)',
  '<form action="/login"><button class="trap">trap</button></form>',
  '<details open ontoggle="window.harmed=1"><summary>trap</summary></details>',
  '<style>body { display: none }</style>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=/login">',
  `"'><script>window.harmed = 1</script>{{ 7 * 7 }}`,
]
const TITLE = `"'><img src=x onerror=window.harmed=1><script>window.harmed=1</script>`

test.group('Hostile content', (group) => {
  group.each.setup(emptyTables)

  test('is shown or dropped, and nothing of it runs', async ({ assert, browser }) => {
    const images = ['javascript:window.harmed=1', `https://x.invalid/"onerror="window.harmed=1`]
    const [author, commenter] = await UserFactory.merge(
      images.map((image, index) => ({
        image,
        bio: HOSTILE.join('\n'),
        username: `${index}<img src=x onerror=window.harmed=1>`,
      }))
    ).createMany(2)
    const article = await ArticleFactory.merge({
      authorId: author.id,
      slug: 'hostile',
      title: TITLE,
      description: TITLE,
      body: HOSTILE.join('\n\n'),
    }).create()
    await article.tagWith([`"><script>window.harmed=1`, 'javascript:window.harmed=1'])
    await article.comment(commenter, HOSTILE.join('\n\n'))
    await Follow.between(commenter, author).start()
    await article.favoriteBy(commenter)

    const { page } = await openPage(browser)
    page.on('dialog', (dialog) => dialog.dismiss())
    await signIn(page, commenter)
    const name = encodeURIComponent(author.username)

    for (const path of [
      '/',
      '/?feed=following',
      '/article/hostile',
      `/tag/${encodeURIComponent('"><script>window.harmed=1')}`,
      `/profile/${name}`,
      `/profile/${encodeURIComponent(commenter.username)}/favorites`,
      '/search?q=harmed',
      `/search?q=${encodeURIComponent(TITLE)}`,
    ]) {
      await page.goto(path)
      const facts = await page.evaluate(() => ({
        path: location.pathname,
        handlers: [...document.querySelectorAll('*')].filter((element) =>
          element.getAttributeNames().some((attribute) => attribute.startsWith('on'))
        ).length,
        addresses: [...document.querySelectorAll('[href], [action], [formaction]')].filter(
          (element) =>
            ['href', 'action', 'formaction'].some((attribute) =>
              /^\s*(javascript|data|vbscript):/i.test(element.getAttribute(attribute) ?? '')
            )
        ).length,
        planted: document.querySelectorAll(
          'main :is(script, iframe, style, base, meta, object, embed), main .prose :is(form, button)'
        ).length,
      }))
      for (const trap of await page.getByText('trap', { exact: true }).all()) {
        await trap.click({ timeout: 1_000, noWaitAfter: true }).catch(() => {})
      }

      const harmed = await page.evaluate(() => (globalThis as any).harmed)
      assert.isUndefined(harmed, path)
      assert.deepEqual(
        facts,
        { path: new URL(path, 'http://x').pathname, handlers: 0, addresses: 0, planted: 0 },
        path
      )
    }
  }).timeout(120_000)
})
