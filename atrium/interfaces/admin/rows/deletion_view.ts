import app from '@adonisjs/core/services/app'
import type { ResourceService } from '#atrium/resource/main'

import { rowName } from './row_name.ts'
import { addressOf } from './addresses.ts'
import type { AdminContext } from '../admin_context.ts'

type Preview = Awaited<ReturnType<ResourceService['deletionPreview']>>
type Consequence = Preview['consequences'][number]

export type ConsequenceView = {
  sentence: string
  look: 'blocks' | 'goes' | 'stays'
  examples: { title: string; address: string }[]
  then: ConsequenceView[]
}

export type DeletionView = {
  title: string
  version: string
  marksOnly: boolean
  isBlocked: boolean

  /** The row lies in the trash already */
  forGood: boolean
  consequences: ConsequenceView[]

  /** To be typed by whoever deletes, when much goes with it in production */
  typedTitle?: string
}

/**
 * What goes with a row when it is deleted, as people read it.
 */
export function deletionView(admin: AdminContext, key: string, preview: Preview): DeletionView {
  const { config, resource } = admin
  const goes = gone(preview.consequences)
  const isLarge = app.inProduction && goes > config.typedConfirmationAbove

  return {
    title: rowName(resource, { key, title: preview.title }),
    version: preview.version,
    marksOnly: preview.marksOnly,
    isBlocked: preview.isBlocked,
    forGood: resource.softDeletes && !preview.marksOnly,
    consequences: consequenceViews(admin, preview.consequences),
    typedTitle: isLarge ? preview.title : undefined,
  }
}

function gone(consequences: Consequence[]): number {
  return consequences
    .filter(({ onDelete }) => onDelete === 'cascade')
    .reduce((sum, { count, then }) => sum + count.value + gone(then), 0)
}

/** Where several foreign keys of one resource lead here, each is told by its name. */
function consequenceViews(admin: AdminContext, consequences: Consequence[]): ConsequenceView[] {
  return consequences.map((one) => {
    const isOne = consequences.filter(({ resource }) => resource === one.resource).length === 1
    const label = isOne || !one.field ? one.label : `${one.label} (${one.field})`
    return consequenceView(admin, { ...one, label })
  })
}

function consequenceView(admin: AdminContext, consequence: Consequence): ConsequenceView {
  const { resource, label, count, onDelete, blocks, examples, then, field } = consequence
  const { i18n } = admin.reader
  const number = admin.reader.number(count.value)
  const rule = blocks ? 'blocks' : onDelete.replace(' ', '_')

  return {
    sentence: i18n.t(`admin_rows.deletion.${rule}`, {
      count: count.kind === 'exact' ? number : i18n.t('admin_rows.deletion.at_least', { number }),
      label: label ?? i18n.t('admin_rows.deletion.other_rows'),
      field: field ?? '',
    }),
    look: blocks ? 'blocks' : onDelete === 'cascade' ? 'goes' : 'stays',
    examples: examples.map(({ key, title }) => ({
      title,
      address: addressOf({ name: resource! }, key),
    })),
    then: consequenceViews(admin, then),
  }
}
