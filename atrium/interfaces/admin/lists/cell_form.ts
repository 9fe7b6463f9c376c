import type { Row } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { addressOf } from '../rows/addresses.ts'
import { isUpload } from '../forms/is_upload.ts'
import { completeControl } from '../forms/control_sheet.ts'
import { formInput } from '../forms/form_input.ts'
import { formText, type FormText } from '../forms/form_text.ts'
import { E_NO_CELL } from '../errors.ts'
import { columnsOf, type Column } from './columns.ts'
import { listRows } from './list_rows.ts'

/**
 * One cell of a list, as it is edited in its place and as it is shown again afterwards.
 */
export class CellForm {
  private constructor(
    readonly admin: AdminContext,
    readonly row: Row,
    readonly column: Column
  ) {}

  /**
   * @throws E_NO_CELL the field is none that whoever acts may change
   * @throws E_NOT_ALLOWED, E_ROW_NOT_FOUND
   */
  static async of(admin: AdminContext, key: string, fieldName: string) {
    const { resource, service } = admin
    service.access.require('update')

    const columns = columnsOf(resource, service.access)
    const column = columns.find(({ field }) => field.name === fieldName)
    const isWritable = service.access.writable('update').has(fieldName)
    if (!column || !isWritable || isUpload(column.field) || resource.givesAccess(fieldName))
      throw new E_NO_CELL([resource.name, fieldName])

    const names = [...new Set([column.name, fieldName])]
    const row = await service.show(key, { fields: names, actions: ['show', 'update'] })
    return new CellForm(admin, row, column)
  }

  get frame() {
    return `cell-${this.row.key}-${this.column.field.name}`
  }

  get address() {
    const row = addressOf(this.admin.resource, this.row.key)
    return `${row}/cells/${this.column.field.name}`
  }

  /** The control with what the cell holds, or what was typed and refused. */
  control(typed?: FormText, problem?: string) {
    const { admin, column, row } = this
    const { field } = column
    const held = formText(field, row.values[field.name] ?? this.#keyOfLabel(), admin.reader.zone)

    return completeControl(admin, {
      resource: admin.resource,
      name: field.name,
      text: typed ?? held,
      action: 'update',
      problem,
    })
  }

  /** Writes what was typed, unless the row is another one by now. */
  save(typed: FormText, version: string) {
    const { admin, column, row } = this
    const value = formInput(column.field, typed, admin.reader.zone)
    return admin.service.update(row.key, { [column.field.name]: value }, { version })
  }

  /** The cell as the list shows it. */
  get shown() {
    const page = { rows: [this.row], next: null, previous: null, sort: [], fields: [] }
    const [row] = listRows(page, [this.column], this.admin)
    return { row, cell: row.cells[0] }
  }

  #keyOfLabel() {
    return this.row.labels[this.column.name]?.key
  }
}
