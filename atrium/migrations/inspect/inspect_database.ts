import { Client } from 'pg'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ApplicationService } from '@adonisjs/core/types'
import { describe, type ModelDescription } from '#atrium/model/main'

import { inspect, type InspectedFile } from './inspect.ts'
import { unread } from './unread.ts'
import { laidOut } from './laid_out.ts'
import type { Schema } from '../schema/types.ts'
import type { NamedTable } from './named_tables.ts'
import { configOf } from '../config.ts'
import { readSchema } from '../schema/read_schema.ts'
import { findModels } from '../wanted/find_models.ts'
import { E_TABLE_NOT_FOUND, E_DATABASE_NOT_REACHED } from './errors.ts'
import { exportOf, importOf, modelFiles, type ModelFile } from '../make/model_files.ts'

type Options = {
  /** The database, that of the application unless said */
  url?: string
  component: string

  /** Tables, all that have no model unless said */
  only?: string[]
}

/** A file that is to be written, from the root of the application */
export type NewFile = { path: string; text: string }

/**
 * Reads a database and writes models for what no model of the application says yet.
 *
 * @throws E_TABLE_NOT_FOUND one of the tables is not there
 */
export async function inspectDatabase(
  app: ApplicationService,
  { url, component, only }: Options
): Promise<{ files: NewFile[]; notes: string[] }> {
  const { schema, left } = await read(app, url)
  const folder = join('app', component, 'models')
  const { known, declared } = await modelsThatAreThere(app, schema, { component, folder })

  for (const table of only ?? []) {
    if (!schema.tables[table])
      throw new E_TABLE_NOT_FOUND([table, Object.keys(schema.tables).join(', ')])
  }

  const { files, notes } = inspect(schema, { only, known, declared })
  const root = fileURLToPath(app.appRoot)
  return {
    files: await Promise.all(
      files.map(async ({ name, text }) => ({
        path: join(folder, name),
        text: await laidOut(text, join(root, folder, name)),
      }))
    ),
    notes: [...notes, ...left, ...(await notExported(root, files, component))],
  }
}

/** Models that the new ones import, and that their components keep to themselves */
async function notExported(root: string, files: InspectedFile[], component: string) {
  const models = await modelFiles(root)
  return models
    .filter((model) => model.component !== component && !model.isPublic)
    .filter(({ className }) => {
      const uses = new RegExp(String.raw`\(\) => ${className}`)
      return files.some(({ text }) => uses.test(text))
    })
    .map((model) => {
      const { file, line } = exportOf(model)
      return `${model.className} cannot be imported by ${component}. Add this line to ${file}: ${line}`
    })
}

async function read(app: ApplicationService, url?: string) {
  const client = new Client({ connectionString: url ?? ownUrl(app) })
  await client.connect().catch((error) => {
    throw new E_DATABASE_NOT_REACHED([error.message], { cause: error })
  })
  try {
    const { unmanaged } = configOf(app)
    return { schema: await readSchema(client, { unmanaged }), left: await unread(client) }
  } finally {
    await client.end()
  }
}

function ownUrl(app: ApplicationService) {
  const name = app.config.get<string>('database.connection')
  return app.config.get<string>(`database.connections.${name}.connection.connectionString`)
}

async function modelsThatAreThere(
  app: ApplicationService,
  schema: Schema,
  from: { component: string; folder: string }
) {
  const root = fileURLToPath(app.appRoot)
  const files = await modelFiles(root)
  const models = await findModels(app)
  const descriptions = models.map(({ model }) => describe(model))
  const place = { component: from.component, folder: join(root, from.folder) }

  return {
    known: descriptions.flatMap((description) => [
      ...named(description, schema, files, place),
      ...description.pivots.flatMap(({ table }) => joined(table, schema)),
    ]),
    declared: descriptions.flatMap(({ functions, views, extensions }) => [
      ...[...functions, ...views].map(({ name }) => name),
      ...extensions,
    ]),
  }
}

/** A model's table, if the database has it */
function named(
  { name, table, fields }: ModelDescription,
  schema: Schema,
  files: ModelFile[],
  place: { component: string; folder: string }
): NamedTable[] {
  const file = files.find(({ className }) => className === name)
  const own = schema.tables[table]
  if (!own || !file) return []

  const properties = Object.fromEntries(fields.map((field) => [field.columnName, field.name]))
  const taken = new Set(Object.values(properties))
  return [
    { table: own, className: name, from: importOf(file, place), isKnown: true, properties, taken },
  ]
}

/** A table that a relation has without a model: nobody imports it */
function joined(table: string, schema: Schema): NamedTable[] {
  const own = schema.tables[table]
  return own
    ? [
        {
          table: own,
          className: '',
          from: { path: '', isDefault: true },
          isKnown: true,
          properties: {},
          taken: new Set(),
        },
      ]
    : []
}
