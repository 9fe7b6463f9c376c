import edge from 'edge.js'
import { test } from '@japa/runner'

test.group('Attributes that a template makes of values', () => {
  test('keep a quotation mark within the value', async ({ assert }) => {
    const template = '<a {{ html.attrs({ title, hidden: true, lang: null }) }}></a>'
    const markup = await edge.renderRaw(template, { title: '"><script>&' })
    assert.equal(markup, '<a title="&quot;&gt;&lt;script&gt;&amp;" hidden></a>')
  })
})
