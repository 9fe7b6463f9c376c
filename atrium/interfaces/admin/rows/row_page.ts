import {
  type FormSection,
  type ResourceField,
  type ResourceRelation,
  type Row,
  wordsOf,
} from '#atrium/resource/main'

import { addressOf } from './addresses.ts'
import { renderMarkdown } from './markdown.ts'
import { rowName } from './row_name.ts'
import { seesTrash } from './sees_trash.ts'
import type { AdminContext } from '../admin_context.ts'
import { fieldTemplateOf } from '../eject/template_of.ts'
import { userLinks } from '../explanations/user_links.ts'
import { presentLabel } from '../values/present_label.ts'
import type { Shown } from '../values/shown.ts'

type Fact = {
  name: string
  label: string
  help?: string
  shown: Shown

  /** Of Markdown: what it means */
  html?: string

  /** The product's own template for this field */
  template?: string
  value: unknown
  isLong: boolean
}

/** Rows of another resource that belong to this one, read when they come into sight */
type Panel = { name: string; label: string; address: string; icon: string }

/** Something that can be done with the row */
type RowAction = {
  name: string
  label: string
  icon: string
  address: string

  /** There is something to ask first */
  asksFirst: boolean
}

/**
 * The page of one row: what it holds, what belongs to it, what can be done with it.
 */
export class RowPage {
  private constructor(
    readonly admin: AdminContext,
    readonly row: Row
  ) {}

  /** The page of the row with this key, which may lie in the trash. */
  static async of(admin: AdminContext, key: string) {
    const { resource, service } = admin
    const actions = ['update', 'delete', 'restore', ...Object.keys(resource.actions)]
    const row = await service.show(key, {
      actions: actions.filter((action) => resource.actionNames.includes(action)),
      ...(seesTrash(admin) && { trash: 'with' as const }),
    })
    return new RowPage(admin, row)
  }

  get resource() {
    return this.admin.resource
  }

  get address() {
    return addressOf(this.resource, this.row.key)
  }

  get title() {
    return rowName(this.resource, this.row)
  }

  get isDeleted() {
    return Boolean(this.row.deletedAt)
  }

  /** Whether whoever looks may do that with the row. */
  may(action: string) {
    return this.row.allowed[action] === true
  }

  get mayCopy() {
    return this.resource.options.creatable !== false && this.admin.service.access.may('create')
  }

  /** Of a user: why they may do what they do, and acting as them. */
  get userLinks() {
    return userLinks(this.admin, this.resource, this.row.key)
  }

  /** The sections of the form, then what is in none of them, as far as the page is to show it. */
  get sections(): { label?: string; facts: Fact[] }[] {
    const tabs = this.resource.form
    const sections = tabs.flatMap((tab) =>
      tab.sections.map((section) => ({
        label: sectionLabel(section, tab.label),
        names: section.names,
      }))
    )
    const laidOut = new Set(sections.flatMap(({ names }) => names))
    const rest = [...this.resource.fields.keys()].filter((name) => !laidOut.has(name))

    return [
      ...sections.map(({ label, names }) => ({ label, facts: this.#facts(names) })),
      { label: this.admin.reader.i18n.t('admin_rows.show.record'), facts: this.#facts(rest) },
    ].filter(({ facts }) => facts.length)
  }

  /** Where there are several rows on the other side, without those that only stand between. */
  get panels(): Panel[] {
    const { readable } = this.admin.service.access
    const several = [...this.resource.relations.values()].filter(
      ({ type, name }) => type !== 'belongsTo' && readable.has(name)
    )
    const between = several.map(({ pivot }) => pivot?.table)
    return several
      .filter(({ type, target }) => type === 'manyToMany' || !between.includes(target.table))
      .map(({ name, label, target }) => ({
        name,
        label,
        address: `${this.address}/related/${name}`,
        icon: target.options.icon ?? 'table-2',
      }))
  }

  /** The resource's own actions that can be done with the row now. */
  get actions(): RowAction[] {
    return Object.entries(this.resource.actions)
      .filter(([name, { on }]) => on.includes('detail') && this.may(name))
      .map(([name, action]) => ({
        name,
        label: action.label ?? wordsOf(name),
        icon: action.icon ?? 'play',
        address: `${this.address}/actions/${name}`,
        asksFirst: Boolean(action.confirm || action.reason || action.form || action.dangerous),
      }))
  }

  #facts(names: string[]): Fact[] {
    const { readable } = this.admin.service.access
    return names
      .filter((name) => this.#isShown(name))
      .map((name) => this.resource.fields.get(name))
      .filter((field) => field !== undefined)
      .filter(({ name }) => readable.has(name))
      .map((field) => this.#fact(field))
  }

  #fact(field: ResourceField): Fact {
    const { admin, row, resource } = this
    const value = row.values[field.name]
    const relation = field.relation ? resource.relations.get(field.relation) : undefined
    const isMarkdown = field.description.kind === 'text' && field.description.format === 'markdown'

    return {
      value,
      name: field.name,
      label: relation && this.#hasLabel(relation) ? relation.label : field.label,
      help: field.help,
      shown:
        relation && this.#hasLabel(relation)
          ? presentLabel(relation.target.name, row.labels[relation.name], admin)
          : admin.present(field, value, { files: `${this.address}/files` }),
      html: isMarkdown && typeof value === 'string' ? renderMarkdown(value) : undefined,
      template: fieldTemplateOf(resource, field.name),
      isLong: ['text', 'json'].includes(field.description.kind),
    }
  }

  #hasLabel({ name }: ResourceRelation) {
    return Object.hasOwn(this.row.labels, name)
  }

  #isShown(name: string) {
    const { show } = this.resource.options
    if (!show) return true

    const isOnly = Array.isArray(show)
    const named = (isOnly ? show : show.except) as string[]
    return named.some((each) => this.#fieldName(each) === name) === isOnly
  }

  /** To-one relations are shown where their foreign keys are. */
  #fieldName(name: string) {
    const key = [...this.resource.fields.values()].find(({ relation }) => relation === name)
    return key?.name ?? name
  }
}

function sectionLabel({ label }: FormSection, tab?: string) {
  return label ?? tab
}
