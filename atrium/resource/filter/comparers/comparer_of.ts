import type { FieldDescription, FieldKind } from '#atrium/model/main'

import type { Comparer } from './comparer.ts'
import { decimalComparer, floatComparer, wholeComparer } from './numbers.ts'
import { lengthComparer } from './lengths.ts'
import { listComparer } from './lists.ts'
import { jsonComparer } from './json.ts'
import { dateComparer, timestampComparer, wallClockComparer } from './moments.ts'
import { textComparer } from './texts.ts'
import { booleanComparer, enumComparer, inetComparer, timeComparer, uuidComparer } from './words.ts'

/** Of these can only be asked whether there is a value */
const OPAQUE: Comparer = { takes: '*', operators: [], compare: () => undefined }

const text = () => textComparer()

type Value<K extends FieldKind> = FieldDescription<K>

const comparers: { [K in FieldKind]: (field: Value<K>) => Comparer } = {
  id: () => wholeComparer,
  string: ({ format }) => textComparer(format === 'char' ? 'bpchar' : 'text'),
  text,
  slug: text,
  email: text,
  url: text,
  integer: () => wholeComparer,
  bigint: () => wholeComparer,
  decimal: () => decimalComparer,
  float: ({ bits }) => floatComparer(bits),
  boolean: () => booleanComparer,
  date: () => dateComparer,
  timestamp: ({ zone }) => (zone === false ? wallClockComparer : timestampComparer),
  time: ({ zone }) => timeComparer(zone),
  duration: () => lengthComparer,
  enum: ({ values, type }) => enumComparer(values, type),
  json: () => jsonComparer,
  uuid: () => uuidComparer,
  array: ({ of }) => listComparer(of, comparerOf({ kind: of } as Value<typeof of>)),
  binary: () => OPAQUE,
  file: text,
  image: text,
  inet: () => inetComparer,
  foreignKey: () => OPAQUE,
  generated: ({ type }) => comparerOfType(type),
  custom: ({ type }) => comparerOfType(type),
}

/** How the values of a field are compared. A foreign key is given as the key that it points to. */
export function comparerOf(field: FieldDescription): Comparer {
  return (comparers[field.kind] as (field: FieldDescription) => Comparer)(field)
}

/** By the name that a type has in PostgreSQL, without its length or digits. */
function comparerOfType(type: string): Comparer {
  const name = type.toLowerCase().replace(/ *\([^)]*\)/, '')
  return Object.hasOwn(TYPES, name) ? TYPES[name] : OPAQUE
}

const TYPES: Record<string, Comparer> = {
  'text': textComparer(),
  'varchar': textComparer(),
  'character varying': textComparer(),
  'citext': textComparer(),
  'smallint': wholeComparer,
  'integer': wholeComparer,
  'int': wholeComparer,
  'bigint': wholeComparer,
  'numeric': decimalComparer,
  'decimal': decimalComparer,
  'real': floatComparer(32),
  'double precision': floatComparer(64),
  'boolean': booleanComparer,
  'date': dateComparer,
  'timestamptz': timestampComparer,
  'timestamp with time zone': timestampComparer,
  'timestamp': wallClockComparer,
  'timestamp without time zone': wallClockComparer,
  'time': timeComparer(),
  'interval': lengthComparer,
  'uuid': uuidComparer,
  'jsonb': jsonComparer,
  'json': jsonComparer,
  'inet': inetComparer,
  'cidr': inetComparer,
}
