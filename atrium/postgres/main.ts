export { connectionTo, assertReachable, withoutPassword } from './connection.ts'
export { databaseNameOf, embeddedServerOf } from './embedded.ts'
export { EmbeddedPostgres } from './embedded_postgres.ts'
export * as errors from './errors.ts'
