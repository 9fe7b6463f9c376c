/*
|--------------------------------------------------------------------------
| Environment variables
|--------------------------------------------------------------------------
|
| What the process reads from its environment, checked at start. `.env.example`
| explains each of them. Everything but the first four has a default.
|
*/

import { Env } from '@adonisjs/core/env'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  APP_KEY: Env.schema.secret(),
  HOST: Env.schema.string({ format: 'host' }),
  PORT: Env.schema.number(),

  /*
  | Who we are to the outside
  */
  APP_NAME: Env.schema.string.optional(),
  APP_URL: Env.schema.string.optional({ format: 'url', tld: false }),
  APP_KEY_PREVIOUS: Env.schema.secret.optional(),
  ALLOWED_HOSTS: Env.schema.string.optional(),
  TRUST_PROXY: refuseEverybody,
  LOG_LEVEL: Env.schema.string.optional(),

  /*
  | Where data lives
  */
  DATABASE_URL: Env.schema.string.optional(),
  DATABASE_POOL_SIZE: Env.schema.number.optional(),
  POSTGRES_FOLDER: Env.schema.string.optional(),
  MIGRATION_SCRATCH_URL: Env.schema.string.optional(),
  REDIS_URL: Env.schema.string.optional(),
  SESSION_DRIVER: Env.schema.enum.optional(['database', 'memory'] as const),

  /*
  | Mail
  */
  SMTP_HOST: Env.schema.string.optional({ format: 'host' }),
  SMTP_PORT: Env.schema.number.optional(),
  SMTP_USERNAME: Env.schema.string.optional(),
  SMTP_PASSWORD: Env.schema.secret.optional(),
  MAIL_FROM_ADDRESS: Env.schema.string.optional({ format: 'email' }),
  MAIL_FROM_NAME: Env.schema.string.optional(),

  /*
  | Limits. The factor multiplies every rate limit
  */
  RATE_LIMIT_FACTOR: Env.schema.number.optional(),
})

/**
 * A proxy that is anybody lets anybody say where they come from, whatever the limits count by.
 */
function refuseEverybody(name: string, value?: string) {
  if (value && /(^|[\s,])(\*|true|[\d.:]+\/0)([\s,]|$)/i.test(value)) {
    throw new Error(`${name} trusts everybody ("${value}"). Name the addresses of your proxies`)
  }

  return value
}
