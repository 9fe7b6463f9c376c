import type { Page, Row } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { addressOf } from '../rows/addresses.ts'
import { rowName } from '../rows/row_name.ts'
import { isUpload } from '../forms/is_upload.ts'
import { presentLabel } from '../values/present_label.ts'
import type { Shown } from '../values/shown.ts'
import type { Column } from './columns.ts'
import { menuOf, type MenuItem } from './row_menu.ts'

export type Cell = {
  column: Column
  shown: Shown
}

/** A row of a list, as its template prints it */
export type ShownRow = {
  key: string
  title: string

  /** Where all addresses of the row begin */
  base: string

  /** Where the row is shown; undefined when whoever acts may not open it */
  address?: string
  isEditable: boolean
  cells: Cell[]
  menu: MenuItem[]

  /** Rows with the same menu have the same name here */
  menuName: string
}

/** The rows of a page in words, with what whoever acts may do with each. */
export function listRows(page: Page, columns: Column[], admin: AdminContext): ShownRow[] {
  return page.rows.map((row) => {
    const base = addressOf(admin.resource, row.key)
    const menu = menuOf(row, admin)

    return {
      key: row.key,
      title: rowName(admin.resource, row),
      base,
      address: row.allowed.show ? base : undefined,
      isEditable: row.allowed.update && row.deletedAt === undefined,
      cells: columns.map((column) => ({
        column,
        shown: shownCell(row, column, base, admin),
      })),
      menu,
      menuName: menu.map(({ name }) => name).join('-'),
    }
  })
}

/** Tells whether a column is one whose cells whoever acts may edit in their place. */
export function isEditedInPlace({ name, field }: Column, { resource, service }: AdminContext) {
  const writable = service.access.writable('update')
  return (
    !isUpload(field) &&
    !resource.givesAccess(field.name) &&
    (writable.has(name) || writable.has(field.name))
  )
}

/** What a cell of a list prints. */
function shownCell(
  { values, labels }: Row,
  { name, target, field }: Column,
  address: string,
  admin: AdminContext
): Shown {
  if (target) return presentLabel(target, labels[name], admin)
  return admin.present(field, values[name], {
    mode: 'cell',
    files: `${address}/files`,
  })
}
