import { Actor, ResourceService, type ListQuery, type SortTerm } from '#atrium/resource/main'

import { entries } from './resources.ts'
import { options } from './options.ts'

/** Something that is measured: its name, what it may take in milliseconds, and what it does */
export type Case = {
  name: string
  goal?: number
  runs?: number
  work: () => Promise<string | void>
}

const rising = (...names: string[]): SortTerm[] =>
  names.map((name) => ({ path: [name], direction: 'asc' }))

/**
 * The operations of the service on the large table, as the screens of the admin use them.
 */
export async function serviceCases(): Promise<Case[]> {
  const service = new ResourceService(entries, Actor.system())
  const list = (name: string, query: ListQuery): Case => ({
    name,
    goal: 100,
    work: async () => {
      const { rows } = await service.list(query)
      return `${rows.length} rows`
    },
  })
  const {
    rows: [latest],
  } = await service.list({ size: 1 })
  const cursor = await cursorOfPage(1_000)

  return [
    list('first page', {}),
    list('first page, with actions', { actions: ['update', 'delete'] }),
    list('filter on an index: status', { filter: 'status = open' }),
    list('filter on an index: reporter', { filter: 'reporter = 17', sort: rising('id') }),
    list('filter on a day', { filter: 'createdAt = 2021-03-04' }),
    list('filter behind a relation', {
      filter: 'reporter.name = "Dibababa 2"',
      sort: rising('id'),
    }),
    list('search for a rare word', { search: 'gugugugu' }),
    list('search for a frequent word', { search: 'report' }),
    list('search for two words', { search: 'report bace' }),
    list('search for a key', { search: String(latest.key) }),
    list('sort by two terms on an index', { sort: rising('score') }),
    list('page 1,000', { cursor }),
    list('page 400, by number', { offset: 9_975 }),
    { name: 'one row', goal: 100, work: async () => void (await service.show(latest.key)) },
    counted('count, first page', {}),
    counted('count, filter on an index', { filter: 'status = open' }),
    counted('count, few rows', { filter: 'reporter = 17' }),
    {
      name: 'count, exact',
      runs: 1,
      work: async () => {
        const { value, kind } = await service.count({}, 'exact')
        return `${kind} ${value.toLocaleString('en')}`
      },
    },
    {
      name: 'facets of a filtered list',
      work: async () => {
        const query = { fields: ['status', 'reporter'], filter: 'createdAt = 2021-03-04' }
        const facets = await service.facets(query)
        return `${facets.filter(({ isReady }) => isReady).length} of 2 ready`
      },
    },
    {
      name: 'facets of all rows, within 300 ms',
      runs: 3,
      work: async () => {
        const facets = await service.facets({ fields: ['status', 'reporter'] })
        return `${facets.filter(({ isReady }) => isReady).length} of 2 ready`
      },
    },
    {
      name: 'histogram of a month',
      work: async () => {
        const query = {
          field: 'createdAt',
          filter: 'createdAt >= 2021-03-01 createdAt < 2021-04-01',
        }
        const { bars, isReady } = await service.histogram(query)
        return isReady ? `${bars.length} bars` : 'not ready'
      },
    },
    {
      name: 'choose a reporter',
      goal: 100,
      work: async () => {
        const found = await service.options('reporter', { q: 'baba' })
        return `${found.length} rows`
      },
    },
    {
      name: 'edit a row',
      goal: 100,
      work: async () => {
        const { key, version, values } = await service.show(latest.key, { fields: ['score'] })
        const score = ((values.score as number | null) ?? 0) + 1
        await service.update(key, { score }, { version })
      },
    },
    {
      name: 'export of 1,000,000 rows',
      runs: 1,
      work: () => exported(service, Math.min(1_000_000, options.rows)),
    },
  ]

  function counted(name: string, query: ListQuery): Case {
    return {
      name,
      goal: 100,
      work: async () => {
        const { value, kind } = await service.count(query)
        return `${kind} ${value.toLocaleString('en')}`
      },
    }
  }
}

/** Where a page of the list begins. */
export async function cursorOfPage(page: number) {
  const service = new ResourceService(entries, Actor.system())
  let cursor: string | undefined
  for (let number = 1; number < page; number++) {
    const { next } = await service.list({ cursor, fields: ['title'] })
    cursor = next ?? cursor
  }
  return cursor!
}

/** Memory is that of the process, above what it had before. */
async function exported(service: ResourceService, limit: number) {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let [rows, highest] = [0, before]

  for await (const row of service.each({})) {
    if (!row.title) break
    rows++
    if (rows % 10_000 === 0) highest = Math.max(highest, process.memoryUsage().rss)
    if (rows === limit) break
  }
  const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`
  return `${rows.toLocaleString('en')} rows, ${megabytes(highest)}, ${megabytes(highest - before)} more than before`
}
