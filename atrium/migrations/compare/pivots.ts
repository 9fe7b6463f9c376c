import type { Pair } from './pairing.ts'
import type { Column, Table } from '../schema/types.ts'

/**
 * Tables of many-to-many relations whose names follow a table that they join. No model stands for
 * them that could say `renamedFrom`; they follow where nothing else can be meant.
 */
export function followingPivots(decided: Pair[], removed: Table[], added: Table[]): Pair[] {
  const joinsOf = (table: Table, renames: Pair[]) =>
    targets(table)
      .map((name) => renames.find(({ from }) => from === name)?.to ?? name)
      .toSorted()
      .join()

  const old = removed.filter((table) => isPivot(table) && follows(table, decided))
  return old.flatMap((table) => {
    const joins = joinsOf(table, decided)
    const alike = old.filter((one) => joinsOf(one, decided) === joins)
    const now = added.filter((one) => isPivot(one) && joinsOf(one, []) === joins)
    return alike.length === 1 && now.length === 1 ? [{ from: table.name, to: now[0].name }] : []
  })
}

/** The keys of such a table, which are named after the tables that they point to. */
export function followingKeys(
  tables: { from: Table; to: Table },
  decided: Pair[],
  removed: Column[],
  added: Column[]
): Pair[] {
  if (!isPivot(tables.from) || !isPivot(tables.to)) return []

  return decided.flatMap(({ from, to }) => {
    const old = removed.filter(({ name }) => targetOf(tables.from, name) === from)
    const now = added.filter(({ name }) => targetOf(tables.to, name) === to)
    const isClear = old.length === 1 && now.length === 1
    return isClear ? [{ from: old[0].name, to: now[0].name }] : []
  })
}

/** Its primary key is made of foreign keys, more than one. */
function isPivot(table: Table) {
  const primary = Object.values(table.constraints).find(({ kind }) => kind === 'primary')
  return (
    primary !== undefined &&
    primary.columns.length > 1 &&
    primary.columns.every((column) => targetOf(table, column) !== undefined)
  )
}

function targetOf(table: Table, column: string) {
  return foreignKeys(table).find(({ columns }) => columns.length === 1 && columns[0] === column)
    ?.foreign!.table
}

const foreignKeys = (table: Table) =>
  Object.values(table.constraints).filter(({ foreign }) => foreign !== null)

const targets = (table: Table) => foreignKeys(table).map(({ foreign }) => foreign!.table)

const follows = (table: Table, decided: Pair[]) =>
  targets(table).some((name) => decided.some(({ from }) => from === name))
