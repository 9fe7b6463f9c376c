import type { I18n } from '@adonisjs/i18n'
import type { AdminContext } from '../admin_context.ts'
import SavedView from '../models/saved_view.ts'
import { addressOf } from '../rows/addresses.ts'
import { searchEverywhere } from './search_everywhere.ts'

/** Something that the palette leads to */
export type PaletteEntry = {
  /** The heading that it stands under */
  group: string
  label: string

  /** What tells it from others of the same name */
  hint: string
  href: string
}

/** Rows of each resource, and milliseconds for them all: people wait for every key they press */
const LIMITS = { size: 3, budget: 1_000 }

/**
 * Where somebody can go at once: lists, forms for something new, their views and the tools. The
 * browser picks among them while somebody types.
 */
export async function placesFor({ admin, i18n }: { admin: AdminContext; i18n: I18n }) {
  const word = (name: string, data?: object) => i18n.t(`admin_tools.palette.${name}`, data)
  const places: PaletteEntry[] = [
    { group: word('go'), label: i18n.t('admin.frame.dashboard'), hint: '', href: '/admin' },
  ]

  for (const resource of admin.navigation) {
    const href = `/admin/${resource.name}`
    places.push({ group: word('go'), label: resource.labelPlural, hint: '', href })
  }
  for (const resource of admin.navigation) {
    if (resource.options.creatable === false) continue
    if (!admin.serviceOf(resource).access.may('create')) continue

    const label = i18n.t('admin.act.new', { label: resource.label })
    places.push({ group: word('new'), label, hint: '', href: `/admin/${resource.name}/new` })
  }
  for (const view of await viewsOf(admin)) {
    const { labelPlural } = admin.navigation.find(({ name }) => name === view.resource)!
    const href = `/admin/${view.resource}?view=${view.id}`
    places.push({ group: word('views'), label: view.name, hint: labelPlural, href })
  }
  if (admin.actor.isAdministrator) {
    const label = i18n.t('admin_tools.explain.title')
    places.push({ group: word('tools'), label, hint: '', href: '/admin/explain' })
  }

  return places
}

/** Rows that fit what somebody typed. */
export async function rowsFor({ admin }: { admin: AdminContext }, text: string) {
  const found = await searchEverywhere(admin.actor, admin.navigation, text, LIMITS)

  return found.flatMap(({ resource, rows }) =>
    rows.map(({ key, title, excerpt }): PaletteEntry => ({
      group: resource.labelPlural,
      label: excerpt ?? title,
      hint: title === key && !excerpt ? '' : key,
      href: addressOf(resource, key),
    }))
  )
}

/** Their own saved views, and those that their roles share, of lists that they may see. */
async function viewsOf({ actor, navigation }: AdminContext) {
  const listed = navigation.map(({ name }) => name)

  return SavedView.query()
    .whereIn('resource', listed)
    .where((either) => either.where('actor', actor.id!).orWhereIn('sharedWith', [...actor.roles]))
    .orderBy(['resource', 'name'])
    .limit(100)
}
