import fc from 'fast-check'
import { test } from '@japa/runner'
import { filter, formatFilter, parseFilter } from '#atrium/resource/main'

import { anyText, expressions, placeless } from './expressions.ts'

test.group('Filters written as text', () => {
  test('every expression is read as it was written', ({ assert }) => {
    fc.assert(
      fc.property(expressions, (node) => {
        const text = formatFilter(node)
        assert.deepEqual(placeless(filter(asTemplate(text))), placeless(node), text)
      }),
      { numRuns: 500 }
    )
  })

  test('text that was read is written with the same meaning', ({ assert }) => {
    for (const text of ['a b OR -c:(1 OR null)', 'NOT (x = 1)', 'a.b."c d" = "*x"', '', 'NOT ()']) {
      const node = parseFilter(text)
      assert.deepEqual(placeless(parseFilter(formatFilter(node))), placeless(node))
    }
  })

  test('whatever code puts into a filter is one value', ({ assert }) => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.deepEqual(placeless(filter`title = ${text}`), {
          type: 'comparison',
          path: ['title'],
          operator: '=',
          value: { type: 'literal', value: text, quoted: true },
        })
      }),
      { numRuns: 300 }
    )
  })
})

/** The text as a template without values: it may be longer than people's filters */
function asTemplate(text: string) {
  return Object.assign([text], { raw: [text] }) as unknown as TemplateStringsArray
}
