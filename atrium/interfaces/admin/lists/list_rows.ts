import type { Page, Row } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { addressOf } from '../rows/addresses.ts'
import { isUpload } from '../forms/is_upload.ts'
import { presentLabel } from '../values/present_label.ts'
import { presentValue } from '../values/present_value.ts'
import type { Shown } from '../values/shown.ts'
import type { Column } from './columns.ts'
import { menuOf, type MenuItem } from './row_menu.ts'

export type Cell = {
  column: Column
  shown: Shown

  /** Where it is edited in its place; undefined when whoever acts may not */
  editAddress?: string
}

/** A row of a list, as its template prints it */
export type ShownRow = {
  key: string
  title: string

  /** Where the row is shown; undefined when whoever acts may not open it */
  address?: string
  editAddress?: string
  cells: Cell[]
  menu: MenuItem[]
}

/** The rows of a page in words, with what whoever acts may do with each. */
export function listRows(page: Page, columns: Column[], admin: AdminContext): ShownRow[] {
  const { resource, service } = admin
  const writable = service.access.writable('update')

  return page.rows.map((row) => {
    const address = addressOf(resource, row.key)
    const mayUpdate = row.allowed.update && row.deletedAt === undefined

    return {
      key: row.key,
      title: row.title,
      address: row.allowed.show ? address : undefined,
      editAddress: mayUpdate ? `${address}/edit` : undefined,
      cells: columns.map((column, index) => ({
        column,
        shown: shownCell(row, column, address, admin),
        editAddress:
          mayUpdate &&
          !isUpload(column.field) &&
          (writable.has(column.name) || writable.has(column.field.name))
            ? `${address}/cells/${column.field.name}${index === 0 ? '?first=1' : ''}`
            : undefined,
      })),
      menu: menuOf(row, address, admin),
    }
  })
}

/** What a cell of a list prints. */
export function shownCell(
  { values, labels }: Row,
  { name, target, field }: Column,
  address: string,
  admin: AdminContext
): Shown {
  if (target) return presentLabel(target, labels[name], admin)
  return presentValue(field, values[name], admin.reader, {
    mode: 'cell',
    files: `${address}/files`,
  })
}
