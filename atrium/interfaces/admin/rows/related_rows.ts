import type { Page, ResourceRelation, Row } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { addressOf, listAddressOf } from './addresses.ts'
import { presentLabel } from '../values/present_label.ts'
import type { Shown } from '../values/shown.ts'

const SIZE = 10

/**
 * A page of the rows that belong to a row.
 */
export class RelatedRows {
  private constructor(
    protected admin: AdminContext,
    readonly key: string,
    readonly relation: ResourceRelation,
    readonly page: Page
  ) {}

  /** The page of a relation's rows that begins at a cursor. A relation is found by its name. */
  static async of(admin: AdminContext, key: string, name: string, cursor: unknown) {
    const relation = admin.resource.relation(name)
    const page = await admin.serviceOf(relation.target).list({
      size: SIZE,
      fields: columnsOf(relation, admin),
      related: { resource: admin.resource.name, key, relation: name },
      ...(typeof cursor === 'string' && cursor !== '' && { cursor }),
    })
    return new RelatedRows(admin, key, relation, page)
  }

  /** Of the frame within the page of the row. */
  get id() {
    return `related-${this.relation.name}`
  }

  get heads(): string[] {
    const { fields, relations } = this.relation.target
    return this.page.fields.map((name) => (fields.get(name) ?? relations.get(name))!.label)
  }

  get rows(): { address: string; title: string; cells: Shown[] }[] {
    return this.page.rows.map((row) => ({
      title: row.title,
      address: addressOf(this.relation.target, row.key),
      cells: this.page.fields.map((name) => this.#cell(row, name)),
    }))
  }

  /** The list of all of them, where a filter can say which they are. */
  get listAddress() {
    const { foreignKey, type } = this.relation
    if (type === 'manyToMany' || !foreignKey) return
    return listAddressOf(this.relation, this.key)
  }

  /** The form for another one. */
  get newAddress() {
    const { target, foreignKey, type } = this.relation
    const mayMake =
      target.options.creatable !== false && this.admin.serviceOf(target).access.may('create')
    if (type === 'manyToMany' || !foreignKey || !mayMake) return
    return `/admin/${target.name}/new?${new URLSearchParams({ [foreignKey]: this.key })}`
  }

  #cell(row: Row, name: string): Shown {
    const { target } = this.relation
    const through = target.relations.get(name)
    if (through) return presentLabel(through.target.name, row.labels[name], this.admin)
    return this.admin.present(target.fields.get(name)!, row.values[name], {
      mode: 'cell',
      files: `${addressOf(target, row.key)}/files`,
    })
  }
}

/** The columns of the list, without that which is the same for all of them. */
function columnsOf({ target, foreignKey }: ResourceRelation, admin: AdminContext) {
  const { readable } = admin.serviceOf(target).access
  const back = target.fields.get(foreignKey ?? '')?.relation
  const names = target.listColumns.filter(
    (name) => name !== back && name !== foreignKey && readable.has(name)
  )
  return names.slice(0, 4)
}
