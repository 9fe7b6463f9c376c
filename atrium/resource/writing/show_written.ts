import { keyCondition, keySql } from '../reading/row_key.ts'
import { run } from '../reading/run.ts'
import { show } from '../reading/show.ts'
import type { Row } from '../service/types.ts'
import { identifier, sql } from '#atrium/model/main'
import type { WriteContext } from './write_transaction.ts'

/**
 * A row after a write, as its writer may see it. Who may write and not read, or wrote a row out of their
 * own sight, gets its key and version.
 */
export async function showWritten(context: WriteContext, key: string): Promise<Row> {
  const { access, client, resource } = context

  if (access.may('show')) {
    try {
      return await show(context, key)
    } catch (error: any) {
      if (error.code !== 'E_ROW_NOT_FOUND') throw error
    }
  }

  const [row] = await run(
    client,
    sql`select ${keySql(resource, resource.table)} as key, xmin::text as version
        from ${identifier(resource.table)} where ${keyCondition(resource, resource.table, key)}`
  )
  return { key: row.key, version: row.version, title: row.key, values: {}, labels: {}, allowed: {} }
}
