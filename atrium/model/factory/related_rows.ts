import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { FactoryContextContract } from '@adonisjs/lucid/types/factory'

import { describe } from '../describe.ts'
import { E_NOT_MADE_UP, E_ROWS_IN_CIRCLE } from './errors.ts'
import type { FieldDescription } from '../field_description.ts'

type Values = Record<string, unknown>

/** What one row needs of another: its own properties, and those that they are copied from */
type Need = { own: string[]; model: LucidModel; references: string[]; isRequired: boolean }

/** How a row of another model is made, for this occasion */
export type Making = (model: LucidModel, given: Values) => Promise<LucidRow>

/** The models of which a row is being made at the moment */
const underWay = new WeakMap<FactoryContextContract, LucidModel[]>()

/**
 * Makes the rows that a row has to point to and that nobody gave it.
 *
 * @param asked foreign keys that come from rows which are made anyway
 * @throws E_ROWS_IN_CIRCLE one of them needs this very row, and there is no other yet
 * @throws E_NOT_MADE_UP a field still has no value, and a factory has none for it
 */
export async function makeRelated(
  row: LucidRow,
  ctx: FactoryContextContract,
  asked: string[],
  make: Making
) {
  const model = row.constructor as LucidModel
  const path = underWay.get(ctx) ?? []
  underWay.set(ctx, [...path, model])

  try {
    for (const need of needsOf(model)) {
      if (need.own.some((name) => asked.includes(name)) || !lacks(row, need)) continue
      fill(row, need, await rowFor(row, need, ctx, make))
    }
  } finally {
    underWay.set(ctx, path)
  }
  refuseEmpty(row)
}

/** Keys of several columns come first: one of them may be a key by itself, too */
function needsOf(model: LucidModel): Need[] {
  const { fields, constraints } = describe(model)

  const composite = constraints.flatMap((one): Need[] => {
    if (one.kind !== 'foreign') return []

    const own = fields.filter(({ name }) => one.columns.includes(name))
    const isRequired =
      own.every(({ nullable }) => !nullable) ||
      own.some(({ nullable, kind }) => !nullable && kind !== 'foreignKey')
    return [{ own: one.columns, model: one.model(), references: one.references, isRequired }]
  })
  const single = fields.flatMap((field): Need[] => {
    if (field.kind !== 'foreignKey') return []

    const related = field.model()
    const reference = field.references ?? related.primaryKey
    return [
      { own: [field.name], model: related, references: [reference], isRequired: !field.nullable },
    ]
  })
  return [...composite, ...single]
}

function lacks(row: any, { own, isRequired }: Need) {
  return isRequired && own.some((name) => row[name] === undefined || row[name] === null)
}

async function rowFor(
  row: any,
  { own, model, references }: Need,
  ctx: FactoryContextContract,
  make: Making
) {
  const path = underWay.get(ctx)!
  const given = own.map((name, at) => [references[at], row[name]] as const)
  const known = Object.fromEntries(given.filter(([, value]) => value !== undefined))

  if (!path.includes(model)) return make(model, known)

  const existing = ctx.isStubbed
    ? null
    : await model.query({ client: ctx.$trx }).where(known).first()
  if (existing) return existing
  throw new E_ROWS_IN_CIRCLE([
    `${row.constructor.name}.${own.join(', ')}`,
    [...path.slice(path.indexOf(model)), model].map(({ name }) => name).join(' -> '),
  ])
}

function fill(row: any, { own, references }: Need, related: any) {
  own.forEach((name, at) => (row[name] = related[references[at]]))

  for (const [name, relation] of (row.constructor as LucidModel).$relationsDefinitions) {
    if (relation.type !== 'belongsTo') continue

    relation.boot()
    if (own.includes(relation.foreignKey)) row.$setRelated(name, related)
  }
}

function refuseEmpty(row: any) {
  const model = row.constructor as LucidModel
  const empty = describe(model).fields.find(
    (field) => isForOthersToGive(field) && row[field.name] === undefined
  )

  if (empty) throw new E_NOT_MADE_UP([`${model.name}.${empty.name}`])
}

/** A factory knows nothing of types that PostgreSQL alone knows, nor what fits a schema */
function isForOthersToGive(field: FieldDescription) {
  if (field.nullable || field.default !== undefined) return false

  return (
    (field.kind === 'custom' && field.read !== false) || (field.kind === 'json' && !!field.schema)
  )
}
