import env from '../start/env.ts'
import { defineConfig } from '@adonisjs/lucid'

export default defineConfig({
  connection: 'pg',
  connections: {
    pg: {
      client: 'pg',
      connection: { connectionString: env.get('DATABASE_URL') },
      pool: { min: 0, max: 10 },
    },
  },
})
