import { E_FILTER, type FilterNode, type ResourceService, type Row } from '#atrium/resource/main'

import { cellText } from '../exports/cell_text.ts'

/** Values that are asked for at once */
const TOGETHER = 50

/** Rows that a page of a list has at most: with more of them a value is not unique anyway */
const MOST_ROWS = 200

/**
 * The rows whose field has one of these values, by the value's text: several where it is not unique. A
 * value that the field can never have finds nothing.
 *
 * @param names the fields that are read of each row
 */
export async function findRows(
  service: ResourceService,
  name: string,
  values: Iterable<string>,
  names: string[]
): Promise<Map<string, Row[]>> {
  const wanted = [...new Set(values)]
  const rows: Row[] = []

  for (let start = 0; start < wanted.length; start += TOGETHER) {
    rows.push(...(await rowsWith(service, name, wanted.slice(start, start + TOGETHER), names)))
  }
  const { kind } = service.resource.fields.get(name)!
  return Map.groupBy(rows, ({ values: read }) => cellText(read[name], kind))
}

async function rowsWith(
  service: ResourceService,
  name: string,
  values: string[],
  names: string[]
): Promise<Row[]> {
  try {
    const fields = [...new Set([name, ...names])]
    const page = await service.list({ filter: isOneOf(name, values), fields, size: MOST_ROWS })
    return page.rows
  } catch (error) {
    if (!(error instanceof E_FILTER)) throw error
    if (values.length === 1) return []

    const each = values.map((value) => rowsWith(service, name, [value], names))
    const rows = await Promise.all(each)
    return rows.flat()
  }
}

function isOneOf(name: string, values: string[]): FilterNode {
  const literals = values.map((value) => ({ type: 'literal' as const, value, quoted: true }))
  return {
    type: 'comparison',
    path: [name],
    operator: '=',
    value: { type: 'list', values: literals },
  }
}
