import { test } from '@japa/runner'
import { safeLocalPath } from '#app/web/public'

test.group('A path of this site', () => {
  test('is left as it is: {$self}')
    .with(['/', '/a/b?c=d&e=/f#g', '/article/x%2Fy', '/%5C', '/@somebody', '/a:b', '/a//b'])
    .run(({ assert }, path) => {
      assert.equal(safeLocalPath(path), path)
    })

  test('is encoded where it holds other letters', ({ assert }) => {
    assert.equal(safeLocalPath('/tag/été'), '/tag/%C3%A9t%C3%A9')
  })

  test('is nothing of the kind: {shown}')
    .with(
      [
        '',
        'a',
        '//evil.example',
        '///evil.example',
        '/\\evil.example',
        '\\\\evil.example',
        '/\t/evil.example',
        '/\n/evil.example',
        ' /evil',
        'http://evil.example',
        'javascript:alert(1)',
        '/..//evil.example',
        '/./\\evil.example',
        '/a\0',
        '/\ud800',
        `/${'x'.repeat(2_001)}`,
      ].map((path) => ({ path, shown: JSON.stringify(path).slice(0, 40) }))
    )
    .run(({ assert }, { path }) => {
      assert.isUndefined(safeLocalPath(path))
    })

  test('is text, nothing else', ({ assert }) => {
    for (const input of [undefined, null, 1, true, ['/a'], { toString: () => '/a' }]) {
      assert.isUndefined(safeLocalPath(input))
    }
  })
})
