import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import {
  Scratch,
  compare,
  inspect,
  readSchema,
  wantedSchema,
  type InspectOptions,
  type Schema,
} from '#atrium/migrations/main'

/**
 * What is written for a database that was made by this SQL.
 */
export async function inspected(sql: string, options: InspectOptions = {}) {
  const schema = await schemaOf(sql)
  return { schema, ...inspect(schema, options) }
}

/**
 * The text of one of the models, with white space as one space.
 */
export async function modelOf(file: string, sql: string) {
  const { files } = await inspected(sql)
  return files.find(({ name }) => name === file)!.text.replace(/\s+/g, ' ')
}

/**
 * What the written models want otherwise than the database has it.
 */
export async function differences({ schema, files }: Awaited<ReturnType<typeof inspected>>) {
  const folder = await folderOf(files)
  const scratch = await Scratch.open(process.env.DATABASE_URL!)
  try {
    const models = await Promise.all(
      files.map(async ({ name }) => {
        const module = await import(join(folder, name))
        return { component: 'foreign', model: module.default }
      })
    )
    const wanted = await wantedSchema(models, scratch)
    return { changes: compare(schema, wanted.schema), wanted: wanted.schema }
  } finally {
    await scratch.drop()
    await rm(folder, { recursive: true })
  }
}

async function schemaOf(sql: string): Promise<Schema> {
  const scratch = await Scratch.open(process.env.DATABASE_URL!)
  try {
    await scratch.query(sql)
    return await readSchema(scratch)
  } finally {
    await scratch.drop()
  }
}

/** Below the root, where the aliases of the application hold */
async function folderOf(files: { name: string; text: string }[]) {
  await mkdir(app.tmpPath(), { recursive: true })
  const folder = await mkdtemp(app.tmpPath('inspected-'))
  for (const { name, text } of files) await writeFile(join(folder, name), text)
  return folder
}
