import { existsSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import type { Resource } from '#atrium/resource/main'

import { ejectedName, STOCK, type Screen } from './screens.ts'

const known = new Map<string, string>()

/**
 * The template of a screen, by its name for Edge: the product's own for this resource, if one was
 * ejected, and else that of the admin. In production each is looked for once.
 */
export function templateOf(resource: Resource, screen: Screen): string {
  const name = ejectedName(resource.name, screen)
  const found = known.get(name) ?? find(name, STOCK[screen])

  if (app.inProduction) known.set(name, found)
  return found
}

/**
 * The template that shows a field of a resource, if the product has one of its own.
 */
export function fieldTemplateOf(resource: Resource, field: string): string | undefined {
  const name = ejectedName(resource.name, 'field', field)
  const found = known.get(name) ?? find(name, '')

  if (app.inProduction) known.set(name, found)
  return found || undefined
}

function find(name: string, otherwise: string) {
  return existsSync(app.viewsPath(`${name}.edge`)) ? name : otherwise
}
