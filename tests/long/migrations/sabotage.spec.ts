import { test } from '@japa/runner'
import { deciders, planners, renamers } from '#atrium/migrations/main'

import { runCase } from '../../migrations/run_case.ts'
import { serverOfTests } from '../../migrations/test_cases.ts'
import { allCases } from '../../migrations/cases/all_cases.ts'
import { ScratchDatabases } from '../../migrations/scratch_databases.ts'

/** All who handle something, and what they say when there is nothing to do */
const handlers: Record<string, { table: Record<string, any>; nothing: unknown }> = {
  deciders: { table: deciders, nothing: {} },
  planners: { table: planners, nothing: [] },
  renamers: { table: renamers, nothing: [] },
}

/** Each case, with each of those without whom it must not pass */
const sabotages = allCases.flatMap((theCase) =>
  theCase.without.map((handler) => ({ theCase, handler, title: `${theCase.name} (${handler})` }))
)

test.group('A case fails when what handles it is switched off', (group) => {
  let scratch: ScratchDatabases

  group.setup(() => {
    scratch = new ScratchDatabases(serverOfTests())
    return () => scratch.close()
  })

  test('each case names what it depends on, except those in which nothing happens', ({
    assert,
  }) => {
    const idle = allCases.filter((theCase) => theCase.without.length === 0)

    assert.isTrue(idle.every(({ unchanged }) => unchanged))
    for (const { handler } of sabotages) assert.isFunction(find(handler).handle, handler)
  })

  test('{title}')
    .with(sabotages)
    .run(async ({ assert }, { theCase, handler }) => {
      const failure = await failureWithout(handler, () => runCase(theCase, { assert, scratch }))
      assert.exists(failure, `${theCase.name} passes without ${handler}`)
    })
})

async function failureWithout(handler: string, run: () => Promise<void>) {
  const { table, key, handle, nothing } = find(handler)
  table[key] = () => nothing

  try {
    await run()
    return null
  } catch (error) {
    return error as Error
  } finally {
    table[key] = handle
  }
}

function find(handler: string) {
  const [name, key] = handler.split('.')
  const { table, nothing } = handlers[name]
  return { table, key, nothing, handle: table[key] }
}
