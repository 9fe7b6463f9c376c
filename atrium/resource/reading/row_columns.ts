import { identifier, joined, sql, type Sql } from '#atrium/model/main'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

import { ROWS, titleSql, type Joins } from './joins.ts'
import { keySql } from './row_key.ts'
import { linksSql } from './links.ts'
import { allowedSql } from './allowed.ts'
import { deletedColumn } from './trash.ts'
import { E_UNKNOWN_NAME } from '../errors.ts'
import type { Access } from '../policy/access.ts'
import type { Label, Row } from '../service/types.ts'
import type { ResourceField } from '../resource_field.ts'

/**
 * The columns that a statement reads of each row, and no others; and how rows are made from them.
 */
export class RowColumns {
  readonly #access: Access
  readonly #fields = new Map<string, ResourceField>()
  readonly #labels = new Map<string, { key: Sql; title: Sql }>()
  readonly #links = new Map<string, Sql>()
  readonly #actions: string[]

  /**
   * @param names fields, to-one relations and many-to-many relations
   * @param actions of which each row says whether the actor may run them
   * @throws E_UNKNOWN_NAME the actor may not read one of the names
   */
  constructor(joins: Joins, names: readonly string[], actions: readonly string[] = []) {
    this.#access = joins.access
    this.#actions = [...new Set(actions)]
    for (const name of names) this.#add(name, joins)
  }

  get sql(): Sql {
    const { resource } = this.#access
    const columns: [Sql, string][] = [
      [keySql(resource, ROWS), 'key'],
      [sql`${identifier(ROWS)}.xmin::text`, 'version'],
      [titleSql(this.#access, ROWS), 'title'],
    ]

    const deletedAt = deletedColumn(resource, ROWS)
    if (deletedAt) columns.push([deletedAt, 'deleted_at'])
    Array.from(this.#fields.values()).forEach(({ column }, index) =>
      columns.push([identifier(ROWS, column), `f${index}`])
    )
    Array.from(this.#labels.values()).forEach(({ key, title }, index) =>
      columns.push([key, `k${index}`], [title, `l${index}`])
    )
    Array.from(this.#links.values()).forEach((links, index) => columns.push([links, `m${index}`]))
    this.#actions.forEach((action, index) =>
      columns.push([allowedSql(this.#access, action, ROWS), `a${index}`])
    )
    return joined(columns.map(([expression, name]) => sql`${expression} as ${identifier(name)}`))
  }

  /** A row of the statement as the service gives it. */
  row(raw: Record<string, any>): Row {
    const { model, softDeletes } = this.#access.resource
    const fields = Array.from(this.#fields.keys(), (name, index): [string, unknown] => [
      name,
      valueOf(model, name, raw[`f${index}`]),
    ])
    const labels = Array.from(this.#labels.keys(), (name, index): [string, Label | null] => [
      name,
      raw[`k${index}`] === null ? null : { key: raw[`k${index}`], title: raw[`l${index}`] },
    ])

    const links = Array.from(this.#links.keys(), (name, index): [string, Label[]] => [
      name,
      raw[`m${index}`],
    ])

    return {
      key: raw.key,
      version: raw.version,
      title: raw.title,
      values: Object.fromEntries(fields),
      labels: Object.fromEntries(labels),
      ...(links.length > 0 && { links: Object.fromEntries(links) }),
      allowed: Object.fromEntries(
        this.#actions.map((action, index) => [action, raw[`a${index}`] === true])
      ),
      ...(softDeletes &&
        raw.deleted_at !== null && { deletedAt: valueOf(model, 'deletedAt', raw.deleted_at) }),
    }
  }

  /** A foreign key and the relation that it stands for go together. */
  #add(name: string, joins: Joins) {
    const field = this.#access.field(name)
    if (field) {
      this.#fields.set(name, field)
      if (field.relation) this.#addLabel(field.relation, joins)
    } else if (!this.#addLabel(name, joins) && !this.#addLinks(name)) {
      throw new E_UNKNOWN_NAME([this.#access.resource.name, name])
    }
  }

  #addLabel(name: string, joins: Joins) {
    const join = joins.to(name)
    if (!join) return false

    this.#labels.set(name, {
      key: keySql(join.access.resource, join.alias),
      title: titleSql(join.access, join.alias),
    })
    const key = join.relation.type === 'belongsTo' && this.#access.field(join.relation.foreignKey!)
    if (key) this.#fields.set(key.name, key)
    return true
  }

  #addLinks(name: string) {
    const found = this.#access.relation(name)
    if (!found?.relation.pivot) return false

    this.#links.set(name, linksSql(found, ROWS))
    return true
  }
}

/** A value of the database as the model's own code has it. */
export function valueOf(model: LucidModel, name: string, value: unknown) {
  const { consume } = model.$getColumn(name)!
  return consume ? consume(value, name, { constructor: model } as unknown as LucidRow) : value
}

/** Every field and to-one relation that the actor may read. */
export function allNames({ resource, readable }: Access): string[] {
  const fields = [...resource.fields.keys()]
  const relations = [...resource.relations.values()].filter(({ isMany }) => !isMany)
  return [...fields, ...relations.map(({ name }) => name)].filter((name) => readable.has(name))
}
