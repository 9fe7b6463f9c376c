import { dirname } from 'node:path'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { ApplicationService } from '@adonisjs/core/types'
import { resources, type Resource } from '#atrium/resource/main'

import { E_CANNOT_EJECT } from './errors.ts'
import { fieldTemplate } from './field_template.ts'
import { EJECTABLE, ejectedName, STOCK, type Screen } from './screens.ts'

type Wanted = { resource?: string; screen?: string; field?: string }

/**
 * Copies the template of a screen, or of a field, to where the product keeps its own. Never over one
 * that is there.
 *
 * @returns the path of the copy, from the root of the application
 * @throws E_CANNOT_EJECT
 */
export async function ejectTemplate(app: ApplicationService, wanted: Wanted): Promise<string> {
  const resource = resourceOf(wanted.resource)
  const screen = screenOf(wanted.screen)
  const field = screen === 'field' ? fieldOf(resource, wanted.field) : undefined
  const text = field ? fieldTemplate(resource.name, field) : await stockTemplate(screen as Screen)

  const file = app.viewsPath(`${ejectedName(resource.name, screen, field)}.edge`)
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new E_CANNOT_EJECT([
      `${app.relativePath(file)} is there already. Delete it first to begin anew`,
    ])
  }
  return app.relativePath(file)
}

function resourceOf(name?: string): Resource {
  if (name !== undefined && resources.has(name)) return resources.get(name)

  const known = resources.all().map((resource) => resource.name)
  const problem = name === undefined ? 'Name a resource' : `There is no resource "${name}"`
  throw new E_CANNOT_EJECT([`${problem}. There are ${known.sort().join(', ')}`])
}

function screenOf(name?: string): Screen | 'field' {
  if (EJECTABLE.includes(name ?? '')) return name as Screen | 'field'

  const problem = name === undefined ? 'Name a template' : `There is no template "${name}"`
  throw new E_CANNOT_EJECT([`${problem}. There are ${EJECTABLE.join(', ')}`])
}

/** A to-one relation is shown by the field that is its key. */
function fieldOf({ fields, relations, name: resource }: Resource, name = '') {
  const field = fields.get(name) ?? fields.get(relations.get(name)?.foreignKey ?? '')
  if (field && !field.isHidden) return field.name

  const known = [...fields.values()].filter(({ isHidden }) => !isHidden)
  throw new E_CANNOT_EJECT([
    `${resource} has no field "${name}" that is shown. It has ${known.map((one) => one.name).join(', ')}`,
  ])
}

function stockTemplate(screen: Screen) {
  const path = STOCK[screen].replace('admin::', '../views/')
  return readFile(new URL(`${path}.edge`, import.meta.url), 'utf8')
}
