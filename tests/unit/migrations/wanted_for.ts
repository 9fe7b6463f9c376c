import type { Group } from '@japa/runner/core'
import { Scratch, wantedSchema } from '#atrium/migrations/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

/**
 * Gives the tests of a group a function that says what models want of the database.
 */
export function wantedFor(group: Group) {
  let scratch: Scratch
  group.setup(async () => {
    scratch = await Scratch.open(process.env.DATABASE_URL!)
    return () => scratch.drop()
  })
  group.each.teardown(() => scratch.clear())

  return (...models: LucidModel[]) =>
    wantedSchema(
      models.map((model) => ({ component: 'app', model })),
      scratch
    )
}
