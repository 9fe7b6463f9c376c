import { test } from '@japa/runner'
import { glob, readFile } from 'node:fs/promises'

/**
 * What may be shown without escaping: slots, which templates of ours fill; HTML that was sanitised
 * when it was saved or made; and mails in plain text, where there is nothing to escape.
 */
const ALLOWED = [
  /^await \$slots\.\w+\(\)$/,
  /^\$slots\.(\w+) \? await \$slots\.\1\(\) : ''$/,
  /^(article|comment)\.bodyHtml$/,
  /^article\.snippet$/,
]
const PLAIN_TEXT = /_text\.edge$/

test.group('Templates', () => {
  test('escape everything but slots and sanitised HTML', async ({ assert }) => {
    const unescaped: string[] = []
    let seen = 0

    for await (const file of glob('resources/views/**/*.edge')) {
      const text = await readFile(file, 'utf8')
      for (const [, expression] of text.matchAll(/{{{\s*(.*?)\s*}}}/gs)) {
        seen++
        if (!PLAIN_TEXT.test(file) && !ALLOWED.some((pattern) => pattern.test(expression))) {
          unescaped.push(`${file}: ${expression}`)
        }
      }
    }

    assert.isAbove(seen, 10)
    assert.deepEqual(unescaped, [])
  })

  test('hold no inline script, style or event handler, which browsers are told to refuse', async ({
    assert,
  }) => {
    const found: string[] = []

    for await (const file of glob('resources/views/**/*.edge')) {
      const isMail = /mail(s)?\//.test(file)
      const text = await readFile(file, 'utf8')
      if (!isMail && /\s(style|on\w+)="|<script(?![^>]*\ssrc=)|<style/.test(text)) found.push(file)
    }

    assert.deepEqual(found, [])
  })
})
