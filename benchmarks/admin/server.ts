import '../../bin/runtime.ts'

import { ignitor } from '../../bin/ignitor.ts'
import { createHttpServer } from '../../bin/http_server.ts'

/**
 * Serves the application with the large table among its resources. Says, when it is asked to, how many
 * queries it made and how many milliseconds of a processor it took by now, the memory that it has when it
 * has cleaned up, and the most that it had since it was asked for that last.
 */
let queries = 0
let highest = 0

const ignited = ignitor()
ignited.tap((app) => {
  app.starting(async () => {
    const { resources } = await import('#atrium/resource/main')
    const { entries, reporters } = await import('./resources.ts')
    for (const resource of [entries, reporters]) resources.add(resource, 'bench')
  })
  app.ready(async () => {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    db.connection()
      .getWriteClient()
      .on('query', () => queries++)
    process.send!('ready')
  })
})

setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20).unref()
process.on('message', (asked) => {
  const { user, system } = process.cpuUsage()
  if (asked === 'memory') globalThis.gc?.()
  const memory = process.memoryUsage.rss()

  process.send!({
    queries,
    cpu: (user + system) / 1_000,
    memory,
    highest: Math.max(highest, memory),
  })
  if (asked === 'memory') highest = 0
})
process.on('disconnect', () => process.exit())

await ignited.httpServer().start(createHttpServer)
