import type { Piece } from './planning.ts'
import { spoken } from '../schema/spelling.ts'
import { addConstraint } from '../schema/ddl.ts'
import { dropConcurrently } from './index_steps.ts'
import type { Constraint } from '../schema/types.ts'
import { quote, shortened } from '../schema/names.ts'
import { dropConstraint, ruleComment } from './rules.ts'
import { restoreConstraint } from './restored_constraint.ts'

const list = String.raw`\((?:"(?:[^"]|"")*"|[^)])*\)`
const shape = new RegExp(
  `^(?:unique|primary key)( nulls (?:not )?distinct)? *(${list})( include ${list})?(.*)$`,
  'is'
)

/**
 * A unique or primary key of a table that has rows. Its index is built while rows are written; the
 * constraint then only takes it over. An exclusion has no such way.
 *
 * @param former the key of the same name, or the former primary key, which goes in the same moment
 */
export function addKey(table: string, key: Constraint, former?: Constraint): Piece[] {
  if (key.kind === 'exclude') return [exclude(table, key, former)]

  const index = former ? shortened(key.name, 'new') : key.name
  const [, distinct = '', columns, include = '', timing] = shape.exec(
    spoken(key.source ?? key.definition)
  )!
  const kind = key.kind === 'primary' ? 'primary key' : 'unique'

  return [
    {
      stage: 'indexes',
      table,
      up: [
        dropConcurrently(index),
        `create unique index concurrently ${quote(index)} on ${quote(table)} ${columns}${include}${distinct}`,
      ],
      down: former ? [dropConcurrently(index)] : [],
      summary: `index ${table} by ${key.columns.join(' and ')}`,
    },
    {
      stage: 'keys',
      table,
      up: [
        ...(former ? [dropConstraint(table, former.name)] : []),
        `alter table ${quote(table)} add constraint ${quote(key.name)} ${kind} using index ${quote(index)}${timing}`,
        ...ruleComment(table, key),
      ],
      down: [
        dropConstraint(table, key.name),
        ...(former ? [...restoreConstraint(table, former), ...ruleComment(table, former)] : []),
      ],
      summary: `make ${key.columns.join(' and ')} ${key.kind === 'primary' ? 'the key' : 'unique'} in ${table}`,
    },
  ]
}

function exclude(table: string, key: Constraint, former?: Constraint): Piece {
  return {
    stage: 'keys',
    table,
    up: [
      ...(former ? [dropConstraint(table, former.name)] : []),
      addConstraint(table, key),
      ...ruleComment(table, key),
    ],
    down: [
      dropConstraint(table, key.name),
      ...(former ? [addConstraint(table, former), ...ruleComment(table, former)] : []),
    ],
    summary: `let no rows of ${table} overlap by ${key.name}`,
    notes: [
      `Nobody can write to ${table} while ${key.name} is made: PostgreSQL has no other way for it.`,
    ],
  }
}

/** A key that goes, when what comes in its place is there. */
export function dropKey(table: string, key: Constraint, atOnce: boolean): Piece {
  return {
    stage: atOnce ? 'obstacles' : 'formerKeys',
    table,
    up: [dropConstraint(table, key.name)],
    down: [...restoreConstraint(table, key), ...ruleComment(table, key)],
    summary: `drop ${key.name} from ${table}`,
  }
}
