import { test } from '@japa/runner'

import { findSpecFiles } from '#tests/runner/spec_files'

const suites = [{ name: 'unit', files: ['tests/unit/platform/*.spec.ts'] }]
const found = async (...filters: string[]) => {
  const files = await findSpecFiles(suites, filters)
  return files.map(({ path }) => path.replace('tests/unit/platform/', '')).sort()
}

test.group('Choosing test files', () => {
  test('without a filter takes all of the suite', async ({ assert }) => {
    assert.includeMembers(await found(), ['queue.spec.ts', 'spec_files.spec.ts'])
  })

  test('goes by the end of the path, with or without .spec.ts', async ({ assert }) => {
    assert.deepEqual(await found('queue'), ['queue.spec.ts'])
    assert.deepEqual(await found('platform/queue.spec.ts'), ['queue.spec.ts'])
    assert.deepEqual(await found('queue', 'spec_files'), ['queue.spec.ts', 'spec_files.spec.ts'])
  })

  test('takes all files of a folder', async ({ assert }) => {
    assert.deepEqual(await found('tests/unit/platform'), await found())
    assert.deepEqual(await found('platform/*'), await found())
  })

  test('finds nothing for a name that is not there', async ({ assert }) => {
    assert.deepEqual(await found('nowhere'), [])
  })
})
