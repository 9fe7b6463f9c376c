import type { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import { E_UNKNOWN_RESOURCE, Selections, type ListQuery, type Row } from '#atrium/resource/main'

import { csvOf } from './csv.ts'
import { jsonOf } from './json.ts'
import { xlsxOf } from './xlsx.ts'
import { E_NO_SUCH_FORMAT } from './errors.ts'
import { ListSetup } from '../lists/list_setup.ts'
import { chosenColumns } from '../lists/columns.ts'
import { ListAddress } from '../lists/list_address.ts'
import type { AdminContext } from '../admin_context.ts'
import { exportColumns, fieldsOf, readableNames, type Column } from './column.ts'

type Format = {
  type: string
  write: (name: string, columns: Column[], rows: AsyncIterable<Row>) => Readable
}

const FORMATS: Record<string, Format> = {
  csv: { type: 'text/csv; charset=utf-8', write: (_, columns, rows) => csvOf(columns, rows) },
  json: { type: 'application/json', write: (_, columns, rows) => jsonOf(columns, rows) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsxOf,
  },
}

/** What `asked` names of a request: how, which columns, and a selection instead of the list */
type Asked = { format?: string; columns?: string; selection?: string } & Record<string, unknown>

/**
 * The rows of a list, or of a selection, as a file that is written while they are read.
 *
 * @param signal comes when nobody reads any more
 * @throws E_NO_SUCH_FORMAT, E_NOT_ALLOWED, E_FILTER, E_BAD_SORT
 */
export async function exportFile(admin: AdminContext, asked: Asked, signal?: AbortSignal) {
  const { resource, service } = admin
  const format = formatOf(asked.format)
  service.access.require('list')

  const setup = await ListSetup.read(resource, admin.actor)
  const shown =
    asked.columns === 'all'
      ? readableNames(service.access)
      : chosenColumns(resource, service.access, setup).map(({ name }) => name)
  const columns = exportColumns(service.access, shown)
  const query = asked.selection
    ? await selectedRows(admin, asked.selection)
    : ListAddress.of(resource.name, asked, setup.viewFor(asked)).with({}).query

  const rows = await begun(service.each({ ...query, fields: fieldsOf(columns) }, { signal }))
  return {
    type: format.type,
    name: `${resource.name}-${DateTime.utc().toISODate()}.${asked.format}`,
    content: format.write(resource.labelPlural, columns, rows),
  }
}

function formatOf(name: string | undefined): Format {
  const format = name !== undefined && Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
  if (!format) throw new E_NO_SUCH_FORMAT([Object.keys(FORMATS).join(', ')])
  return format
}

async function selectedRows({ actor, resource }: AdminContext, id: string): Promise<ListQuery> {
  const selection = await Selections.find(actor, id)
  if (selection.resource !== resource.name) throw new E_UNKNOWN_RESOURCE([selection.resource])
  return selection.query
}

/** What is wrong with the list is to be said in place of the file, not within it. */
async function begun(rows: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
  const iterator = rows[Symbol.asyncIterator]()
  const first = await iterator.next()
  let isFirst = true

  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        if (!isFirst) return iterator.next()
        isFirst = false
        return first
      },
      return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
    }),
  }
}
