import { resources, type Resource } from '#atrium/resource/main'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

import { addressOf } from '../rows/addresses.ts'
import type { AdminContext } from '../admin_context.ts'

/** Where a user is shown in the admin. */
export function addressOfUser(user: LucidRow) {
  const resource = resources.of(user.constructor as LucidModel)
  return resource ? addressOf(resource, String(user.$primaryKeyValue)) : '/admin'
}

/**
 * What the page of a user offers beside the usual: why they may do what they do, and acting as them.
 * Nothing for other resources, and for whoever is no administrator.
 */
export function userLinks(admin: AdminContext, resource: Resource, key: string) {
  const isOfUsers = 'findHolder' in resource.model
  if (!isOfUsers || !admin.actor.isAdministrator) return []

  const links = [
    { word: 'explain', icon: 'shield-question-mark', href: `/admin/explain?user=${key}` },
  ]
  if (key !== admin.actor.id) {
    links.push({ word: 'act_as', icon: 'venetian-mask', href: `/admin/impersonations/new/${key}` })
  }
  return links
}
