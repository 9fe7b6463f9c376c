import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { RENDERER_VERSION } from '#app/publishing/text/markdown'
import { ArticleFactory } from '#database/factories/article_factory'

test.group('The HTML of an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is made from the text when it is saved, without anything that runs', async ({ assert }) => {
    const article = await ArticleFactory.merge({ body: '**Hi**<script>alert(1)</script>' }).create()
    assert.include(article.bodyHtml, '<strong>Hi</strong>')
    assert.notInclude(article.bodyHtml, '<script')

    await article.revise({ body: '*Bye*' })
    const { bodyHtml } = await Article.findOrFail(article.id)
    assert.equal(bodyHtml.trim(), '<p><em>Bye</em></p>')
  })

  test('is made anew where an older renderer made it, and no date changes', async ({ assert }) => {
    const [old, current] = await ArticleFactory.createMany(2)
    await db.from('articles').update({ body_html: 'of yore' })
    await db.from('articles').where('id', old.id).update({ renderer_version: 0 })
    const { updatedAt } = await Article.findOrFail(old.id)

    assert.equal(await Article.renderOutdated(), 1)
    assert.equal(await Article.renderOutdated(), 0)

    const rendered = await Article.findOrFail(old.id)
    assert.include(rendered.bodyHtml, 'The text of article')
    assert.equal(rendered.rendererVersion, RENDERER_VERSION)
    assert.equal(rendered.updatedAt.toMillis(), updatedAt.toMillis())
    await current.refresh()
    assert.equal(current.bodyHtml, 'of yore')
  })
})
