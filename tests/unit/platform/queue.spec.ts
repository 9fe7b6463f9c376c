import { test } from '@japa/runner'

import { Queue } from '#tests/runner/queue'

const entry = (path: string, cost: number) => ({ file: { path, suite: 'unit' }, cost })
const pathsOf = (files: { path: string }[]) => files.map(({ path }) => path)

test.group('The queue of test files', () => {
  test('gives every file to exactly one process', ({ assert }) => {
    const names = Array.from({ length: 40 }, (_, index) => `file${index}`)
    const queue = new Queue(
      names.map((name, index) => entry(name, 500 + index * 100)),
      3
    )
    const taken: string[] = []
    for (let share = queue.take(); share.length > 0; share = queue.take())
      taken.push(...pathsOf(share))

    assert.sameMembers(taken, names)
    assert.lengthOf(taken, names.length)
  })

  test('begins with the costliest, and gives smaller shares towards the end', ({ assert }) => {
    const queue = new Queue(
      Array.from({ length: 60 }, (_, index) => entry(`file${index}`, 1_000)).concat(
        entry('slow', 9_000)
      ),
      2
    )
    const shares: string[][] = []
    for (let share = queue.take(); share.length > 0; share = queue.take())
      shares.push(pathsOf(share))

    assert.equal(shares[0][0], 'slow')
    assert.isAbove(shares[0].length, shares.at(-1)!.length)
    assert.isAtLeast(shares.length, 4)
  })

  test('does not start a process for less than what starting it costs', ({ assert }) => {
    const queue = new Queue([entry('a', 10), entry('b', 10), entry('c', 10)], 2)

    assert.lengthOf(queue.take(), 3)
    assert.lengthOf(queue.take(), 0)
  })

  test('never mixes suites in one process', ({ assert }) => {
    const browser = { file: { path: 'story', suite: 'browser' }, cost: 20 }
    const queue = new Queue([entry('a', 30), browser, entry('b', 10)], 2)

    assert.deepEqual(pathsOf(queue.take()), ['a', 'b'])
    assert.deepEqual(pathsOf(queue.take()), ['story'])
  })

  test('gives a long file a process of its own rather than leaving it out', ({ assert }) => {
    const queue = new Queue([entry('endless', 1_000_000)], 2)

    assert.deepEqual(pathsOf(queue.take()), ['endless'])
  })
})
