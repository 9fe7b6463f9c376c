import type { Client } from 'pg'

import type { Hints } from '../wanted/hints.ts'
import type { Schema } from '../schema/types.ts'
import { readSchema } from '../schema/read_schema.ts'
import { connectTo } from '../scratch/connection.ts'
import { wantedSchema } from '../wanted/wanted_schema.ts'
import type { GenerateOptions } from './types.ts'

/**
 * What the files that are there make, and what the models say. The database in which the files have run
 * stays open, to try things in it.
 */
export type States = {
  from: Schema
  to: Schema
  hints: Hints
  database: Client
  close: () => Promise<void>
}

/**
 * Makes both states, at the same time, in a scratch database each.
 */
export async function statesOf(options: GenerateOptions): Promise<States> {
  const [existing, wanted] = await Promise.allSettled([madeByFiles(options), saidByModels(options)])
  if (existing.status === 'rejected') throw existing.reason
  if (wanted.status === 'fulfilled') return { ...existing.value, ...wanted.value }

  await existing.value.close()
  throw wanted.reason
}

async function madeByFiles({ scratch, runMigrations, unmanaged }: GenerateOptions) {
  const made = await scratch.database()
  try {
    await runMigrations(made.url)
    const database = await connectTo(made.url)
    const close = async () => {
      await database.end()
      await made.drop()
    }
    return { database, close, from: await readSchema(database, { unmanaged }) }
  } catch (error) {
    await made.drop()
    throw error
  }
}

async function saidByModels({ scratch, models }: GenerateOptions) {
  const made = await scratch.database()
  try {
    const { schema, hints } = await wantedSchema(models, made.url, { keep: false })
    return { to: schema, hints }
  } finally {
    await made.drop()
  }
}
