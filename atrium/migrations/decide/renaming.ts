import type { Rename } from '../compare/changes.ts'

/** What the reader should know of names that change while older code still runs. */
export function notesOn(renames: Rename[]): string[] {
  const columns = renames.filter((one) => one.kind === 'column')
  const tables = renames.filter((one) => one.kind === 'table')
  const words = renames.filter((one) => one.kind === 'word' || one.kind === 'enumValue')

  return [
    ...tables.map(({ from, to }) => told(`The table ${from}`, to)),
    ...columns.map(({ table, from, to }) => told(`${table}.${from}`, to)),
    ...words.map(
      ({ from, to }) =>
        `"${from}" is called "${to}" from now on: clients may still send the former word.`
    ),
  ]
}

function told(what: string, name: string) {
  return `${what} is called ${name} from now on: code that still uses the former name fails between the migration and its deployment. Where that must not be, add the new one beside it, deploy, and drop the former later.`
}
