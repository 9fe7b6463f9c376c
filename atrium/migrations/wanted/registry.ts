import type { LucidModel } from '@adonisjs/lucid/types/model'
import { describe, type FieldDescription, type ModelDescription } from '#atrium/model/main'

import { columnTypes } from './column_types.ts'
import { E_MODEL_NOT_FOUND, E_MODEL_NOT_POSSIBLE, E_NO_SUCH_FIELD } from './errors.ts'

/**
 * All models, to look up what one says of another.
 */
export class Registry {
  #descriptions = new Map<LucidModel, ModelDescription>()
  #fields = new Map<LucidModel, Map<string, FieldDescription>>()

  constructor(models: Iterable<LucidModel>) {
    for (const model of models) {
      const description = describe(model)
      this.#descriptions.set(model, description)
      this.#fields.set(model, new Map(description.fields.map((field) => [field.name, field])))
    }
  }

  /** In the order of their tables, so that what is made from them does not depend on files. */
  all() {
    return [...this.#descriptions.values()].sort((a, b) => (a.table < b.table ? -1 : 1))
  }

  /** @param who asks, for the message when there is none */
  description(model: LucidModel | undefined, who: string) {
    const found = model && this.#descriptions.get(model)
    if (!found) throw new E_MODEL_NOT_FOUND([who, model?.name ?? 'undefined'])
    return found
  }

  field(model: LucidModel | undefined, property: string, who: string): FieldDescription {
    const { name } = this.description(model, who)
    const found = this.#fields.get(model!)!.get(property)
    if (!found) throw new E_NO_SUCH_FIELD([who, name, property])
    return found
  }

  /** The columns of these properties. */
  columns(model: LucidModel, properties: string[], who: string) {
    return properties.map((property) => this.field(model, property, who).columnName)
  }

  /** The field that a foreign key points to. */
  target(field: FieldDescription<'foreignKey'>, who: string) {
    const model = field.model()
    return this.field(model, field.references ?? model?.primaryKey, who)
  }

  /** The type of a field's column, in PostgreSQL. */
  typeOf(field: FieldDescription, who: string, before: FieldDescription[] = []): string {
    if (field.kind !== 'foreignKey') return (columnTypes[field.kind] as any)(field)

    if (before.includes(field)) {
      throw new E_MODEL_NOT_POSSIBLE([who, 'it points to itself, so nothing says its type', ''])
    }
    return this.typeOf(this.target(field, who), who, [...before, field])
  }
}
