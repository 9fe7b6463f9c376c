import db from '@adonisjs/lucid/services/db'
import { describe } from '#atrium/model/main'
import { Scratch, wantedSchema } from '#atrium/migrations/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

/**
 * Makes a database with the tables of these models in it, and has the models use it. What they write
 * there is committed. Returns how to drop it.
 */
export async function ownDatabase(...models: LucidModel[]) {
  const scratch = await Scratch.open(process.env.DATABASE_URL!)
  const tables = new Set(models.flatMap((model) => [model, ...describe(model).requires]))
  await wantedSchema(
    Array.from(tables, (model) => ({ component: 'tests', model })),
    scratch.url
  )

  db.manager.add(scratch.name, { client: 'pg', connection: scratch.url })
  for (const model of models) model.connection = scratch.name

  return async () => {
    await db.manager.close(scratch.name, true)
    await scratch.drop()
  }
}
