import { test } from '@japa/runner'
import { E_FILTER, filter, formatFilter, parseFilter } from '#atrium/resource/main'

/** What an expression is, written with every parenthesis */
const full = (text: string) => written(parseFilter(text))

function written(node: any): string {
  switch (node.type) {
    case 'and':
    case 'or':
      return `(${node.nodes.map(written).join(` ${node.type} `)})`
    case 'not':
      return `not ${written(node.node)}`
    case 'search':
      return `"${node.text}"`
    default:
      return `${node.path.join('/')}${node.operator}${value(node.value)}`
  }
}

function value(node: any): string {
  if (node.type === 'literal') {
    const mark = node.quoted ? "'" : ''
    return `${mark}${node.value}${mark}${node.open ? ` open at ${node.open}` : ''}`
  }
  if (node.type === 'function') return `${node.name}(${node.args.map(value).join()})`
  return node.type === 'list' ? `[${node.values.map(value).join()}]` : node.type
}

test.group('Filters as text', () => {
  test('{0} is read as {1}')
    .with([
      ['', '()'],
      ['title = garden', 'title=garden'],
      ['title="rose garden"', "title='rose garden'"],
      ["title = 'it''s'", `(title='it' and "s")`],
      [String.raw`title = "a \"b\" \\ c"`, String.raw`title='a "b" \ c'`],
      ["title = O'Brien", "title=O'Brien"],
      ['a = 1 AND b = 2 AND c = 3', '(a=1 and b=2 and c=3)'],
      ['a = 1 AND b = 2 OR c = 3', '(a=1 and (b=2 or c=3))'],
      ['(a = 1 AND b = 2) OR c = 3', '((a=1 and b=2) or c=3)'],
      ['a = 1 b = 2 OR c = 3', '(a=1 and (b=2 or c=3))'],
      ['rose garden', '("rose" and "garden")'],
      ['"rose garden" OR hedge', '("rose garden" or "hedge")'],
      [
        "well-known don't C++ a,b e.g. 5!",
        '("well-known" and "don\'t" and "C++" and "a,b" and "e.g." and "5!")',
      ],
      ['NOT a = 1', 'not a=1'],
      ['-a = 1', 'not a=1'],
      ['-(a = 1 b = 2)', 'not (a=1 and b=2)'],
      ['-draft - 3', '(not "draft" and "-" and "3")'],
      ['and or not', '("and" and "or" and "not")'],
      ['author.username != anna', 'author/username!=anna'],
      ['settings."dark mode".on:yes', 'settings/dark mode/on:yes'],
      ['status = (draft OR "published")', "status=[draft,'published']"],
      ['tags:(a OR null OR ago("7d"))', "tags:[a,null,ago('7d')]"],
      ['tags:()', 'tags:[]'],
      ['body:*', 'body:any'],
      ['body = null', 'body=null'],
      ['body = "null"', "body='null'"],
      ['title = foo* ', 'title=foo open at end'],
      ['title = "*foo"', "title='foo' open at start"],
      ['title = "*foo*"', "title='foo' open at both"],
      [String.raw`title = "\*foo\*"`, "title='*foo*'"],
      ['title = 2*3', 'title=2*3'],
      ['createdAt>=2026-11-20T10:00:00+01:00', 'createdAt>=2026-11-20T10:00:00+01:00'],
      [
        'createdAt >= ago("30d") AND createdAt < now()',
        "(createdAt>=ago('30d') and createdAt<now())",
      ],
      ['price < -5.50', 'price<-5.50'],
      ['ip:2001:db8::/32', 'ip:2001:db8::/32'],
      ['authorId = me', 'authorId=me'],
      ['titel:größe', 'titel:größe'],
    ])
    .run(({ assert }, [text, expected]) => {
      assert.equal(full(text), expected)
      assert.equal(full(formatFilter(parseFilter(text))), expected)
    })

  test('{0} is refused at {1}')
    .with([
      ['title =', 7, 'A value is missing behind ='],
      ['a = 1 AND', 9, 'missing behind AND'],
      ['a = 1 OR )', 9, 'missing behind OR'],
      ['AND a = 1', 0, 'AND stands between comparisons'],
      ['(a = 1', 0, 'never closed'],
      ['a = 1)', 5, 'never opened'],
      ['title = "rose', 8, 'never closed'],
      ['= 5', 0, '"="'],
      ['a = > 5', 4, '">" begins no value'],
      ['a = b = c', 6, '"="'],
      ['a..b = 1', 0, 'a point too many'],
      ['"a" = 1', 0, 'without quotes'],
      ['now() > 1', 0, 'behind an operator'],
      ['status = (a b)', 12, 'stands OR'],
      ['a = OR', 4, 'OR stands between'],
      [`${'('.repeat(21)}a${')'.repeat(21)}`, 20, 'at most 20 deep'],
      ['a '.repeat(101), 200, 'at most 100'],
      ['a'.repeat(2001), 2000, 'at most 2000 characters'],
    ] as const)
    .run(({ assert }, [text, position, problem]) => {
      try {
        parseFilter(text)
        assert.fail('it was read')
      } catch (error) {
        if (!(error instanceof E_FILTER)) throw error
        assert.include(error.message, problem)
        assert.deepEqual([error.position, error.status], [position, 400])
      }
    })

  test('what code puts into a filter stays a value', ({ assert }) => {
    const nasty = 'x" OR id:* OR "*'
    assert.equal(written(filter`title = ${nasty}`), `title='${nasty}'`)
    assert.equal(written(filter`id = ${7} OR title = ${'*'}`), "(id='7' or title='*')")
    assert.equal(written(filter`status = ${['a', 'b']}`), "status=['a','b']")
  })

  test('what code has no value for is equal to nothing', ({ assert }) => {
    assert.equal(written(filter`authorId = ${null}`), 'authorId=[]')
    assert.equal(written(filter`id = ${[]}`), 'id=[]')
  })

  test('filters become parts of filters', ({ assert }) => {
    const own = filter`authorId = ${5} AND status = draft`
    assert.equal(
      written(filter`publishedAt:* OR ${own}`),
      "(publishedAt:any or (authorId='5' and status=draft))"
    )
  })
})
