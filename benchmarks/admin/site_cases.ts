import { DateTime } from 'luxon'

import { options } from './options.ts'
import { tokenIn, type Site } from './site.ts'
import { cursorOfPage, type Case } from './service_cases.ts'

const LIST = '/admin/bench_entries'

/** Milliseconds: longer than the database lets a transaction of a visitor be idle */
const LONG_PAUSE = 15_000

/**
 * What an administrator asks of the admin's pages: the same as of the service, and what pages add to it.
 */
export async function siteCases(site: Site): Promise<Case[]> {
  const pageCase = (name: string, path: string): Case => ({
    name: `page: ${name}`,
    goal: 100,
    work: async () => {
      const { text } = await site.ask(path)
      return `${Math.round(text.length / 1_024)} kB`
    },
  })
  const { text } = await site.ask(LIST)
  const key = /\/admin\/bench_entries\/(\d+)/.exec(text)?.[1]

  return [
    pageCase('list', LIST),
    pageCase('list, filter', `${LIST}?filter=status+%3D+open`),
    pageCase('list, search', `${LIST}?q=report`),
    pageCase('list, sort', `${LIST}?sort=score`),
    pageCase('list, page 1,000', `${LIST}?cursor=${encodeURIComponent(await cursorOfPage(1_000))}`),
    pageCase('row', `${LIST}/${key}`),
    pageCase('form', `${LIST}/${key}/edit`),
    pageCase('history of a row', `${LIST}/1/history`),
    {
      name: 'page: edit a cell',
      goal: 100,
      work: async () => {
        const cell = `${LIST}/${key}/cells/score`
        const { text: page } = await site.ask(cell, undefined, 'cell')
        const score = String(Math.floor(Math.random() * 1_000))
        const form = { ...formIn(page), score }
        const { status } = await site.ask(`${cell}?_method=PUT`, form, 'cell')
        return `with the form before it, ${status}`
      },
    },
    ...['csv', 'xlsx', 'json'].map((format) => exportCase(site, format)),
    exportCase(site, 'csv', LONG_PAUSE),
  ]
}

/**
 * Memory is that of the process, above what it had once it had written some rows before.
 *
 * @param pausing of the reader, in milliseconds
 */
function exportCase(site: Site, format: string, pausing = 0): Case {
  const address = (rows: number) => `${LIST}/export?format=${format}&${latest(rows)}`
  const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`
  const manner = pausing ? `, to a reader who pauses for ${pausing / 1_000} s` : ''

  return {
    name: `page: export of 1,000,000 rows as ${format.toUpperCase()}${manner}`,
    runs: 1,
    work: async () => {
      await site.download(address(2_000))
      const { memory: before } = await site.memory()
      const bytes = await site.download(address(1_000_000), pausing)
      const { highest } = await site.memory()
      return `${megabytes(bytes)}, memory of the process ${megabytes(highest)}, ${megabytes(highest - before)} more than before`
    },
  }
}

/** A filter that the latest rows meet */
function latest(rows: number) {
  const first = DateTime.utc(2020).plus({ seconds: 18 * Math.max(0, options.rows - rows + 1) })
  return new URLSearchParams({ filter: `createdAt >= "${first.toISO()}"` })
}

/** What a form of inputs would send. */
function formIn(page: string) {
  const inputs = page.matchAll(/<input[^>]*name=['"]([^'"]+)['"][^>]*>/g)
  const fields = Array.from(inputs, ([tag, name]): [string, string] => [
    name,
    /value=['"]([^'"]*)/.exec(tag)?.[1] ?? '',
  ])
  return { ...Object.fromEntries(fields), _csrf: tokenIn(page) }
}
