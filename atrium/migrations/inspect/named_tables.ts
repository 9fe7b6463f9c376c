import type { ImportOf } from '../make/model_files.ts'
import type { Table } from '../schema/types.ts'
import { keyColumn } from './key_column.ts'
import { classNameOf, fileNameOf, free, propertyNameOf } from './names.ts'

/**
 * A table with the names that its model gives to everything.
 */
export type NamedTable = {
  table: Table
  className: string

  /** Where other models import it from */
  from: ImportOf

  /** Whether its model was there before */
  isKnown: boolean

  /** Properties by their columns */
  properties: Record<string, string>

  /** Names that properties and relations have taken */
  taken: Set<string>
}

/**
 * Gives each table a class and each column a property, no two of them the same.
 *
 * @param taken classes that there are already
 */
export function nameTables(tables: Table[], taken: Iterable<string>): NamedTable[] {
  const classes = new Set(taken)
  const files = new Set(Array.from(classes, fileNameOf))

  return tables.map((table) => {
    const className = classNameOf(table.name, classes)
    const file = free(fileNameOf(className), files)
    classes.add(className)
    files.add(file)

    const properties = propertiesOf(table)
    return {
      table,
      className,
      from: { path: `./${file}.ts`, isDefault: true },
      isKnown: false,
      properties,
      taken: new Set(Object.values(properties)),
    }
  })
}

function propertiesOf(table: Table) {
  const properties: Record<string, string> = {}
  for (const column of Object.keys(table.columns)) {
    const key = keyColumn(table, column)
    const isBareKey = key !== null && key.relation === propertyNameOf(column)
    const wanted = isBareKey ? `${column}_${key.target}` : column

    properties[column] = propertyNameOf(wanted, Object.values(properties))
  }
  return properties
}
