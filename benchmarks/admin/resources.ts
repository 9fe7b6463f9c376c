import { defineResource } from '#atrium/resource/main'

import Entry from './entry.ts'
import Reporter from './reporter.ts'

/**
 * The large table and the people in it, as resources.
 */
export const entries = defineResource(Entry, {
  name: 'bench_entries',
  list: ['title', 'reporter', 'status', 'amount', 'score', 'createdAt'],
  sort: ['-createdAt'],
})

export const reporters = defineResource(Reporter, { name: 'bench_reporters' })
