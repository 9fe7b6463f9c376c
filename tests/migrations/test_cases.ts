import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'

import type { Case } from './case.ts'
import { runCase } from './run_case.ts'
import { ScratchDatabases } from './scratch_databases.ts'

/**
 * A test for each case, on the server that the tests use.
 */
export function testCases(title: string, cases: Case[]) {
  test.group(title, (group) => {
    let scratch: ScratchDatabases

    group.setup(() => {
      scratch = new ScratchDatabases(serverOfTests())
      return () => scratch.close()
    })

    for (const theCase of cases) {
      test(theCase.name, ({ assert }) => runCase(theCase, { assert, scratch }))
    }
  })
}

/** The address of the database of this test process. Others are made beside it. */
export function serverOfTests() {
  const { config } = db.manager.get(db.primaryConnectionName)!
  const { connectionString } = config.connection as { connectionString: string }
  return connectionString
}
