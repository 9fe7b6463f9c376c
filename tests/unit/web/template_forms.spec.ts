import { test } from '@japa/runner'
import { glob, readFile } from 'node:fs/promises'

test.group('Forms in templates', () => {
  test('carry the CSRF field when they change something, and only then', async ({ assert }) => {
    const wrong: string[] = []
    let seen = 0

    for await (const file of glob('resources/views/**/*.edge')) {
      const text = await readFile(file, 'utf8')
      for (const [form, attributes] of text.matchAll(/<form\b([^>]*)>.*?<\/form>/gs)) {
        seen++
        const changes = /method="POST"/.test(attributes)
        if (changes !== form.includes('csrfField()')) wrong.push(`${file}: ${attributes.trim()}`)
      }
    }

    assert.isAbove(seen, 10)
    assert.deepEqual(wrong, [])
  })

  test('are not in the layout, so that pages for anonymous readers need no session', async ({
    assert,
  }) => {
    const frame = ['layout', 'navbar', 'page_footer', 'flashes']
    const texts = await Promise.all(
      frame.map((name) => readFile(`resources/views/components/${name}.edge`, 'utf8'))
    )

    assert.notInclude(texts.join(), '<form')
  })
})
