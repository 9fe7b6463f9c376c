import type { Row } from '#atrium/resource/main'

import { rowName } from '../rows/row_name.ts'
import type { AdminContext } from '../admin_context.ts'

/** What a form is about. */
export function formTitle(
  { reader, resource }: AdminContext,
  row?: Row,
  original?: { key: string; title: string }
) {
  const { i18n } = reader
  if (row) return i18n.t('admin_form.page.edit', { title: rowName(resource, row) })
  return original
    ? i18n.t('admin_form.page.duplicate', { title: rowName(resource, original) })
    : i18n.t('admin.act.new', { label: resource.label })
}
