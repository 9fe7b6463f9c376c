import type { Group } from '@japa/runner/core'
import { readSchema, Scratch } from '#atrium/migrations/main'

/**
 * Gives the tests of a group a function that makes what SQL says, reads it, and takes it back.
 */
export function schemasFor(group: Group) {
  let scratch: Scratch
  group.setup(async () => {
    scratch = await Scratch.open(process.env.DATABASE_URL!)
    return () => scratch.drop()
  })

  return async (sql: string) => {
    await scratch.query('begin')
    try {
      await scratch.query(sql)
      return await readSchema(scratch)
    } finally {
      await scratch.query('rollback')
    }
  }
}
