/*
| A process that takes part in the embedded server of a folder, for tests. It
| prints the port when it is in, and leaves at SIGTERM.
*/

import { once } from 'node:events'

import { EmbeddedPostgres } from '../../../atrium/postgres/embedded_postgres.ts'

const server = await new EmbeddedPostgres(process.argv[2]).join()
const alive = setInterval(() => {}, 1_000)
const told = once(process, 'SIGTERM')

console.log(server.port)
await told
clearInterval(alive)
await server.leave()
