import vine, { type VineNumber, type VineString } from '@vinejs/vine'

import { duration, moment } from './moments.ts'
import { address, bytes, timeOfDay } from './texts.ts'
import { exactDecimal, wholeNumber } from './exact_numbers.ts'
import type { Choices, DeclaredField, FieldKind, OptionsOf } from '../field_description.ts'

/** Text whose surrounding space has no meaning loses it */
const line = (field: Textual, longest?: number) => limited(vine.string().trim(), field, longest)

type Textual = Omit<OptionsOf['string'], 'format'> & { nullable?: boolean }

/**
 * How values of each kind that people send are read and checked. Called late, so that what the
 * application says of all validators holds for these too.
 */
const rules: { [K in FieldKind]: (field: DeclaredField<K>) => any } = {
  id: () => vine.number().withoutDecimals().min(1).max(Number.MAX_SAFE_INTEGER),
  string: (field) => line(field, 255),
  text: (field) => (field.trim ? line(field) : limited(vine.string(), field)),
  slug: (field) => line(field, 255),
  email: (field) => line(field, 254).email(),
  url: (field) => line(field, 2048).url(),
  integer: (field) => wholeOf(field),
  bigint: (field) => among(field, vine.any().use(wholeNumber(field))),
  decimal: (field) => among(field, vine.any().use(exactDecimal(field))),
  float: (field) => between(vine.number(), field),
  boolean: () => vine.boolean(),
  date: () => vine.any().use(moment({ part: 'day' })),
  timestamp: ({ zone }) => vine.any().use(moment({ part: zone === false ? 'wall' : 'moment' })),
  time: () => vine.string().trim().use(timeOfDay()),
  duration: () => vine.any().use(duration()),
  enum: ({ values }) => vine.enum(values),
  json: ({ schema }) => schema?.clone() ?? vine.any(),
  uuid: () => vine.string().trim().uuid(),
  array: ({ of, ...options }) => vine.array(ruleOf({ ...options, kind: of } as DeclaredField)),
  binary: () => vine.any().use(bytes()),
  file: () => line({}, 1024),
  image: () => line({}, 1024),
  inet: () => vine.string().trim().use(address()),
  generated: () => vine.any(),
  foreignKey: ({ model, references = model().primaryKey }) =>
    ruleOf(model().$getColumn(references)?.meta?.field ?? { kind: 'custom', type: '' }),
  custom: () => vine.any(),
}

/**
 * The rule of a field, as if it had to be given.
 */
export function ruleOf<K extends FieldKind>(field: DeclaredField<K>) {
  return rules[field.kind as K](field)
}

function limited(
  rule: VineString,
  { min, max, length, choices, nullable }: Textual,
  longest?: number
) {
  const least = length ?? min ?? (nullable ? 0 : 1)
  const most = length ?? max ?? longest ?? Infinity

  if (least > 0) rule.minLength(least)
  if (most < Infinity) rule.maxLength(most)
  return choices ? rule.in(valuesOf(choices)) : rule
}

function wholeOf({ bits = 32, ...limits }: DeclaredField<'integer'>) {
  const range = { min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 }
  return between(vine.number().withoutDecimals(), { ...range, ...limits })
}

function between(rule: VineNumber, { min, max, choices }: OptionsOf['float']) {
  if (min !== undefined) rule.min(min)
  if (max !== undefined) rule.max(max)
  return choices ? rule.in(valuesOf(choices)) : rule
}

/** One of the choices of numbers that JavaScript's own rule cannot compare */
function among(
  { choices }: DeclaredField<'bigint' | 'decimal'>,
  rule: ReturnType<typeof vine.any>
) {
  return choices ? rule.use(chosen(valuesOf<unknown>(choices).map(String))) : rule
}

const chosen = vine.createRule<string[]>(
  (value, choices, field) => {
    if (!choices.includes(String(value))) {
      field.report('The selected {{ field }} is invalid', 'in', field, { choices })
    }
  },
  { name: 'in' }
)

function valuesOf<V>(choices: Choices<V>): V[] {
  return choices.map((choice: any) => choice?.value ?? choice)
}
