import { Imports } from '../inspect/imports.ts'
import { kinds, scalars } from './kinds.ts'
import type { AskedField } from './read_arguments.ts'
import { call, literal, objectOf } from '../inspect/literal.ts'
import type { MemberSource, ModelSource } from '../inspect/model_source.ts'
import {
  camelCase,
  isConventionalColumn,
  plural,
  propertyNameOf,
  spokenName,
  takenByRows,
} from '../inspect/names.ts'
import type { Target } from './target.ts'
import { E_FIELD_NAME_TAKEN } from './errors.ts'

/**
 * A model with these fields, a key, and when its rows were made and changed.
 *
 * @param targets the models that fields refer to, by the names of the fields
 * @throws E_FIELD_NAME_TAKEN
 */
export function madeModel(
  className: string,
  fields: AskedField[],
  targets: Map<string, Target>
): ModelSource {
  const imports = new Imports()
  imports.use(...MIXINS)
  imports.from('@adonisjs/core/helpers', 'compose')

  const members = fields.map((field) => memberOf(field, targets.get(field.name), imports))
  const relations = [...targets].map(([name, target]) =>
    relationOf(name, target, className, imports)
  )
  refuseTaken([
    ...fields.map(({ name }) => camelCase(name)),
    ...relations.map(({ property }) => property),
  ])

  return {
    className,
    mixins: MIXINS,
    description: `One of the ${spokenName(plural(className))}.`,
    head: [],
    fields: [{ decorator: '@field.id()', property: 'id', type: 'number' }, ...members],
    relations,
    tail: [],
    imports,
  }
}

/** Every made model says when its rows were made and changed, and keeps their history */
const MIXINS = ['Timestamps', 'Recorded']

/** Fields that every made model has */
const BROUGHT = ['id', 'createdAt', 'updatedAt']

function refuseTaken(names: string[]) {
  const taken = names.find((name) => takenByRows(name) || BROUGHT.includes(name))
  if (taken) throw new E_FIELD_NAME_TAKEN([taken])
}

function memberOf(field: AskedField, target: Target | undefined, imports: Imports): MemberSource {
  const { kind, options } = field
  const property = propertyOf(field)
  const type = typeOf(field, target)
  for (const name of ['DateTime', 'Duration', 'Decimal']) {
    if (type.startsWith(name) || options.default?.includes(name)) imports.use(name)
  }

  const args = {
    enum: [literal(field.values)],
    array: [literal(field.of)],
    references: [`() => ${target?.className}`],
  }[kind]
  return {
    decorator: call(`@field.${kind === 'references' ? 'foreignKey' : kind}`, [
      ...(args ?? []),
      objectOf({
        ...options,
        columnName: columnOf(property, field.name),
      }),
    ]),
    property,
    type: options.nullable ? `${type} | null` : type,
  }
}

function relationOf(
  name: string,
  target: Target,
  className: string,
  imports: Imports
): MemberSource {
  const relation = relationName(name)
  imports.use('belongsTo', 'BelongsTo')
  if (target.className !== className && target.from) {
    const { path, isDefault } = target.from
    if (isDefault) imports.default(path, target.className)
    else imports.from(path, target.className)
  }

  return {
    decorator: call('@belongsTo', [
      `() => ${target.className}`,
      objectOf({ foreignKey: literal(`${relation}Id`) }),
    ]),
    property: relation,
    type: `BelongsTo<typeof ${target.className}>`,
  }
}

function propertyOf({ kind, name }: AskedField) {
  return kind === 'references' ? `${relationName(name)}Id` : propertyNameOf(name)
}

/** `customer`, also of `customer_id` and `customerId` */
function relationName(name: string) {
  return propertyNameOf(name.replace(/(?<=.)(_id|Id)$/, ''))
}

function typeOf({ kind, values, of }: AskedField, target: Target | undefined) {
  if (kind === 'enum') return values.map(literal).join(' | ')
  if (kind === 'array') return `${scalars[of]}[]`

  return target?.keyType ?? kinds[kind].type
}

/** A name with digits is not always what snake_case makes of its property */
function columnOf(property: string, name: string) {
  return /_/.test(name) &&
    !isConventionalColumn(property, name) &&
    propertyNameOf(name) === property
    ? literal(name)
    : undefined
}
