/*
| A process that takes part in the embedded server of a folder, for tests. It
| prints the port when it is in, and leaves at SIGTERM.
*/

import { EmbeddedPostgres } from '../../../atrium/postgres/embedded_postgres.ts'

const server = await new EmbeddedPostgres(process.argv[2]).join()
console.log(server.port)

process.on('SIGTERM', async () => {
  clearInterval(alive)
  await server.leave()
})
const alive = setInterval(() => {}, 1_000)
