import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { appName } from '#config/app'
import { defineConfig, syncDestination, targets } from '@adonisjs/core/logger'

const loggerConfig = defineConfig({
  default: 'app',

  loggers: {
    /**
     * One JSON line an event on standard output; readable lines in development.
     */
    app: {
      enabled: true,
      name: appName,
      level: env.get('LOG_LEVEL', app.inTest ? 'fatal' : 'info'),
      destination: app.inProduction ? undefined : await syncDestination(),
      transport: app.inProduction ? { targets: [targets.file({ destination: 1 })] } : undefined,

      /**
       * What must never reach a log, wherever it stands in the logged object.
       */
      redact: {
        paths: [
          'password',
          'token',
          'authorization',
          'cookie',
          '*.password',
          '*.token',
          '*.authorization',
          '*.cookie',
          'req.headers.authorization',
          'req.headers.cookie',
          'res.headers["set-cookie"]',
        ],
      },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
