import vine, {
  type VineAny,
  type VineArray,
  type VineBoolean,
  type VineNumber,
  type VineObject,
  type VineString,
} from '@vinejs/vine'

import { ruleOf } from './rules.ts'
import { describe } from '../describe.ts'
import { notNull, nullIfEmpty } from './texts.ts'
import { isAutomatic } from '../automatic_values.ts'
import { E_UNKNOWN_FIELD } from '../errors.ts'
import type { DeclaredField, FieldDescription, FieldKind } from '../field_description.ts'

/** What a schema is for: a new row, or changes of one */
export type Purpose = 'create' | 'update'

/**
 * The schema of what people send for a row: each of these fields, as far as it is there.
 */
export type SchemaOf<Row, Names extends keyof Row> = VineObject<
  { [K in Names]: RuleOf<Row[K]> },
  { [K in Names]?: unknown },
  { [K in Names]?: Row[K] },
  { [K in Names]?: Row[K] }
>

/**
 * The rule of a field, by what the field holds.
 */
export type RuleOf<V> = string extends V
  ? VineString
  : number extends V
    ? VineNumber
    : boolean extends V
      ? VineBoolean
      : [NonNullable<V>] extends [readonly any[]]
        ? VineArray<VineAny>
        : VineAny

/** Fields that fill themselves, or that only code may fill */
const closed: { [K in FieldKind]?: (field: FieldDescription<K>) => boolean } = {
  id: () => true,
  generated: () => true,
  file: () => true,
  image: () => true,
  uuid: (field) => isAutomatic(field),
  date: ({ autoCreate, autoUpdate }) => Boolean(autoCreate || autoUpdate),
  timestamp: ({ autoCreate, autoUpdate }) => Boolean(autoCreate || autoUpdate),
}

/**
 * A schema made from the fields of a model. Keys, what the database or code fills in, and guarded
 * fields are in none; a schema for changes leaves the primary key out as well.
 */
export function schemaOf(model: any, purpose: Purpose, names?: string[]): any {
  const fields = names?.map((name) => fieldOf(model, name)) ?? describe(model).fields
  const open = fields.filter((field) => isOpen(field) && !(purpose === 'update' && field.primary))

  return vine.object(Object.fromEntries(open.map((field) => [field.name, rule[purpose](field)])))
}

/**
 * A schema of fields that belong to no model, such as those of a form that only asks for something.
 */
export function schemaOfFields(fields: Record<string, DeclaredField>, purpose: Purpose): any {
  const described = Object.entries(fields).map(
    ([name, field]) => ({ ...field, name, columnName: name }) as FieldDescription
  )
  return vine.object(
    Object.fromEntries(described.map((field) => [field.name, rule[purpose](field)]))
  )
}

/**
 * The rule of one field, for a validator that is made by hand.
 */
export function ruleOfField(model: any, name: string) {
  return ruleOf(fieldOf(model, name))
}

function fieldOf(model: any, name: string) {
  const { fields, name: modelName } = describe(model)
  const field = fields.find((one) => one.name === name)
  if (!field) throw new E_UNKNOWN_FIELD([`A schema of ${modelName}`, name, modelName])

  return field
}

function isOpen<K extends FieldKind>(field: FieldDescription<K>) {
  return !field.guarded && !closed[field.kind as K]?.(field)
}

const rule = {
  create(field: FieldDescription) {
    if (field.nullable) return nullable(field)
    return field.default === undefined ? emptied(field) : unlessNull(field)
  },

  update: (field: FieldDescription) => (field.nullable ? nullable(field) : unlessNull(field)),
}

/** What browsers send for a field that was left empty says that there is nothing */
function emptied(field: FieldDescription) {
  const bare = ruleOf(field)
  return isText(field) || !bare.parse ? bare : bare.parse(nullIfEmpty)
}

function nullable(field: FieldDescription) {
  const bare = ruleOf(field)
  return (bare.parse?.(nullIfEmpty) ?? bare).nullable().optional()
}

function unlessNull(field: FieldDescription) {
  return emptied(field).use(notNull()).optional()
}

/** Empty text is text: whether it is enough is for its rule to say */
function isText({ kind }: FieldDescription) {
  return ['string', 'text', 'slug', 'email', 'url'].includes(kind)
}
