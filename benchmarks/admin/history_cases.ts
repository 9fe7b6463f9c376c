import db from '@adonisjs/lucid/services/db'
import { Actor, ResourceService, type HistoryPage, type HistoryQuery } from '#atrium/resource/main'

import { entries } from './resources.ts'
import type { Case } from './service_cases.ts'

/**
 * What people look up in the history.
 */
export async function historyCases(): Promise<Case[]> {
  const service = new ResourceService(entries, Actor.system())
  const { rows } = await db.rawQuery(`
    select id::int as middle, row_key ->> 'id' as key, operation ->> 'id' as operation
    from history where id > (select max(id) / 2 from history) and action = 'update'
    order by id limit 1`)
  const [{ middle, key, operation }] = rows

  return [
    history('of a row', { key }),
    history('of the row with the most entries', { key: '1' }),
    history('of all rows', {}),
    history('of all rows, from its middle', { before: middle }),
    history('of an operation', { operation }),
    {
      name: 'history: rows that are gone',
      goal: 100,
      work: async () => {
        const gone = await service.deletedRows()
        return `${gone.rows.length} rows`
      },
    },
  ]

  function history(name: string, query: HistoryQuery): Case {
    return {
      name: `history ${name}`,
      goal: 100,
      work: async () => `${changesIn(await service.history(query))} changes`,
    }
  }
}

function changesIn({ groups }: HistoryPage) {
  return groups.reduce((sum, { items }) => sum + items.length, 0)
}
