import { test } from '@japa/runner'
import { CellList, itemsOf } from '#atrium/interfaces/admin/exports/cell_list'

test.group('Several texts in one cell', () => {
  const lists = [
    [],
    ['one'],
    ['one', 'two three'],
    ['a; b', 'c'],
    ['"quoted"', 'half " of it', '"'],
    [' spaced ', 'tab\t', 'two\nlines'],
    ['a, b', '; ;', ';"'],
    ['=1+1', "'x", 'Gärten', '日本'],
  ]
  for (const items of lists) {
    test(`are read back as they were: ${JSON.stringify(items)}`, ({ assert }) => {
      assert.deepEqual(itemsOf(String(new CellList(items))), items)
    })
  }

  test('are written as people write them, and as a list in JSON', ({ assert }) => {
    const list = new CellList(['garden', 'pots; pans'])
    assert.equal(String(list), 'garden; "pots; pans"')
    assert.equal(JSON.stringify(list), '["garden","pots; pans"]')
  })

  test('are read with whatever separates them, each once, and what is empty is nothing', ({
    assert,
  }) => {
    assert.deepEqual(itemsOf('a,b;c, a ,,', ','), ['a', 'b;c'])
    assert.deepEqual(itemsOf('a|b', '|'), ['a', 'b'])
    assert.deepEqual(itemsOf('a\r\nb\n', '\n'), ['a', 'b'])
    assert.deepEqual(itemsOf(' ;  ; '), [])
  })

  test('with quotes that are no quotes are read as they stand', ({ assert }) => {
    assert.deepEqual(itemsOf('"open; b'), ['"open', 'b'])
    assert.deepEqual(itemsOf('"a" b; c'), ['"a" b', 'c'])
    assert.deepEqual(itemsOf('6" pot; 8" pot'), ['6" pot', '8" pot'])
  })

  test('of a cell as long as a line are read at once', ({ assert }) => {
    for (const piece of ['"', ';', '"";', '"a;', '" ', '\t']) {
      const started = process.cpuUsage()
      itemsOf(piece.repeat(2 ** 20 / piece.length))
      assert.isBelow(process.cpuUsage(started).user, 2_000_000, JSON.stringify(piece))
    }
  }).timeout(60_000)
})
