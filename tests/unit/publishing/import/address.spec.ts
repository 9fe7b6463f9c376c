import { test } from '@japa/runner'

import { readAddress, slugsFor } from '#app/publishing/import/address'

test.group('Addresses in front matter', () => {
  test('{address} names the post and its date')
    .with([
      { address: '2015/05/15/Rust-1.0', name: 'Rust-1.0', date: '2015-05-15' },
      { address: '/2015/5/1/hello.html', name: 'hello', date: '2015-5-1' },
      { address: '/blog/hello/', name: 'hello', date: undefined },
      { address: '/blog/hello/index.html', name: 'hello', date: undefined },
      { address: 'https://old.example/hello/?p=1#top', name: 'hello', date: undefined },
      { address: '/2015/05/15/', name: undefined, date: '2015-05-15' },
      { address: '/', name: undefined, date: undefined },
    ])
    .run(({ assert }, { address, name, date }) => {
      assert.deepEqual(readAddress(address), { name, date })
    })

  test('patterns and what is no text say nothing: {$self}')
    .with(['/:year/:title/', '/:categories/hello.html', 42, null, ['a']])
    .run(({ assert }, address) => assert.deepEqual(readAddress(address), {}))

  test('a slug has another one with the date, where there is a date', ({ assert }) => {
    assert.deepEqual(slugsFor('Hello', '2015-05-15'), ['hello', '2015-05-15-hello'])
    assert.deepEqual(slugsFor('Hello', null), ['hello'])
  })
})
