import {
  Selections,
  type Count,
  type Recount,
  type Resource,
  type ResourceService,
  type Selection,
} from '#atrium/resource/main'

import { filterWords } from './filter_words.ts'
import { rowName } from '../rows/row_name.ts'
import type { AdminContext } from '../admin_context.ts'

/** Rows of a selection that are shown to tell what it holds */
const SAMPLE = 5

/**
 * A selection as it is by now: counted again, with what became of it since it was made.
 */
export class OpenSelection {
  private constructor(
    readonly admin: AdminContext,
    readonly selection: Selection,
    readonly service: ResourceService,
    readonly recount: Recount
  ) {}

  /**
   * @param action what is to be done with its rows
   * @throws E_ROW_NOT_FOUND there is none of this id, or it is somebody else's
   * @throws E_NOT_ALLOWED the action is not for whoever acts
   */
  static async find(admin: AdminContext, id: string, action = 'list') {
    const selection = await Selections.find(admin.actor, id)
    const service = admin.serviceNamed(selection.resource)
    service.access.require(action)
    const { resource, access, actor } = service
    const recount = await Selections.recount({ resource, access, actor }, selection)
    return new OpenSelection(admin, selection, service, recount)
  }

  get resource(): Resource {
    return this.service.resource
  }

  get address() {
    return `/admin/selections/${this.selection.id}`
  }

  /** What runs work with. */
  get context() {
    const { resource, access, actor } = this.service
    return { resource, access, actor }
  }

  get count(): Count {
    return this.recount.count
  }

  /** The count as people read it: `about 9.8 million`. */
  get number() {
    const { reader } = this.admin
    const { value, kind } = this.count
    return kind === 'exact'
      ? reader.number(value)
      : reader.i18n.t('admin_bulk.selection.about', { count: reader.about(value) })
  }

  /** What rows of it are called, one or several */
  get label() {
    const { resource } = this
    return this.count.value === 1 && this.count.kind === 'exact'
      ? resource.label
      : resource.labelPlural
  }

  get isTrash() {
    return this.selection.query.trash === 'only'
  }

  /** What is to be said before anything is done: more rows, fewer, others. */
  get warnings(): string[] {
    const { drift, scopeChanged } = this.recount
    const { i18n } = this.admin.reader
    const t = (name: string, about = {}) => i18n.t(`admin_bulk.selection.${name}`, about)

    return [
      ...(drift && drift > 0 ? [t('more', { count: drift })] : []),
      ...(drift && drift < 0 ? [t('fewer', { count: -drift })] : []),
      ...(scopeChanged ? [t('scope_changed', { labels: this.resource.labelPlural })] : []),
    ]
  }

  /** Where the screens about it stand. */
  get crumbs() {
    const { labelPlural, name } = this.resource
    const crumb = this.admin.reader.i18n.t('admin_bulk.selection.crumb')
    return [
      { label: labelPlural, href: `/admin/${name}` },
      { label: crumb, href: this.address },
    ]
  }

  /** What it was narrowed by, in words. */
  get filterWords() {
    const { filter } = this.selection.query
    return filter && filterWords(filter, this.service, this.admin.reader)
  }

  /** Some of the rows. */
  async sample() {
    const { rows } = await this.service.list({ ...this.selection.query, fields: [], size: SAMPLE })
    const more = Math.max(0, this.count.value - rows.length)
    const named = rows.map((row) => ({ key: row.key, name: rowName(this.service.resource, row) }))
    return { rows: named, more: more && this.admin.reader.number(more) }
  }
}
