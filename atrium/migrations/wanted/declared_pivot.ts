import type { ModelDescription, PivotDescription } from '#atrium/model/main'

import { nameOf, quote } from '../schema/names.ts'
import { checkedName } from './checked_name.ts'
import type { Registry } from './registry.ts'
import type { Table } from '../schema/types.ts'
import { declareIndex } from './declared_indexes.ts'
import { primaryText } from './constraint_text.ts'
import { plainColumn } from './declared_columns.ts'
import { declare, reference } from './declare_constraint.ts'

/**
 * The table of a many-to-many relation for which there is no model: both keys, which are its primary
 * key together, and an index for the way back.
 */
export function declaredPivot(
  { table, keys, createdAt, updatedAt }: PivotDescription,
  { name }: ModelDescription,
  registry: Registry
): Table {
  const who = `The relation of ${name} over ${table}`
  const sides = keys.map((key) => {
    const target = registry.field(key.model(), key.references, who)
    return {
      column: checkedName(key.columnName, who),
      table: registry.description(key.model(), who).table,
      target: target.columnName,
      type: registry.typeOf(target, who),
    }
  })
  const columns = sides.map(({ column }) => column)
  const back = columns.toReversed()
  const index = declareIndex(table, nameOf.index(table, back), back.map(quote))

  const allColumns = [
    ...sides.map(({ column, type }) => plainColumn(column, type)),
    ...[createdAt, updatedAt]
      .filter((column) => column !== undefined)
      .map((column) => plainColumn(checkedName(column, who), 'timestamptz', 'CURRENT_TIMESTAMP')),
  ]
  const constraints = [
    declare('primary', nameOf.primary(table), columns, primaryText(columns)),
    ...sides.map((side) =>
      reference(nameOf.foreign(table, [side.column]), {
        columns: [side.column],
        table: side.table,
        targets: [side.target],
        onDelete: 'cascade',
      })
    ),
  ]

  return {
    name: checkedName(table, who),
    comment: null,
    columns: Object.fromEntries(allColumns.map((column) => [column.name, column])),
    constraints: Object.fromEntries(constraints.map((constraint) => [constraint.name, constraint])),
    indexes: { [index.name]: index },
    triggers: {},
    storage: {},
  }
}
