import { quote } from '../schema/names.ts'
import type { Verdict } from './deciding.ts'
import type { Constraint, Table } from '../schema/types.ts'

/**
 * The way back of a foreign key whose values were mapped by SQL: what the row of the former table is
 * that the SQL maps to this one. The SQL finds itself among columns of the same names for that.
 */
export function mappedBack(
  table: Table,
  { foreign, columns: [column] }: Constraint,
  using: string
): Verdict {
  const [own, key] = [quote(table.name), quote(foreign!.columns[0])]
  const others = Object.values(table.columns)
    .filter(({ name }) => name !== column)
    .map(({ name, type }) => `null::${type} as ${quote(name)}`)
  const row = [`target.${key} as former`, `target.${key} as ${quote(column)}`, ...others].join(', ')

  const former =
    `(select former from (select former, ${using} as mapped from ` +
    `(select ${row} from ${quote(foreign!.table)} as target) as ${own}) as mapping ` +
    `where mapped = ${own}.${quote(column)} order by former limit 1)`
  const { nullable } = table.columns[column]

  return {
    usingBack: nullable ? former : `coalesce(${former}, ${quote(column)})`,
    lossesBack: [
      {
        what: `${table.name}.${column} (where no row of ${foreign!.table} was mapped to it)`,
        rows: `select count(*) from ${own} where ${quote(column)} is not null and ${former} is null`,
      },
    ],
  }
}
