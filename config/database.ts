import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/lucid'
import { connectionTo } from '#atrium/postgres/main'

const isWeb = app.getEnvironment() === 'web'

const databaseConfig = defineConfig({
  connection: 'pg',

  connections: {
    pg: {
      client: 'pg',

      /**
       * Without DATABASE_URL the embedded server is used: its provider fills the address in.
       */
      connection: connectionTo(env.get('DATABASE_URL'), {
        name: `${app.appName} ${app.getEnvironment()}`,
        patient: !isWeb,
      }),

      /**
       * A visitor for whom no connection is free within two seconds gets 503, not a long wait.
       */
      pool: {
        min: 0,
        max: env.get('DATABASE_POOL_SIZE', 10),
        acquireTimeoutMillis: isWeb ? 2_000 : 60_000,
      },

      migrations: { naturalSort: true, paths: ['database/migrations'] },

      /**
       * The models say what the tables look like, not the other way round.
       */
      schemaGeneration: { enabled: false },
    },
  },
})

export default databaseConfig
