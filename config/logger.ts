import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { appName } from '#config/app'
import { defineConfig, destination, syncDestination } from '@adonisjs/core/logger'

/**
 * What must never reach a log, as a field of what is logged or of what lies in it.
 */
const secrets = [
  'password',
  'passwordConfirmation',
  'password_confirmation',
  'currentPassword',
  'current_password',
  'newPassword',
  'token',
  'secret',
  'authorization',
  'cookie',
  '_csrf',
]

/**
 * What PostgreSQL adds to an error quotes the row: "Key (email)=(...) already exists".
 */
const rows = ['err.detail', 'err.where', 'err.body', 'err.cause.detail']

const loggerConfig = defineConfig({
  default: 'app',

  loggers: {
    /**
     * One JSON line an event on standard output; readable lines in development. It is written
     * by the process itself, several lines at once: a transport would be a thread that costs more
     * than it takes over.
     */
    app: {
      enabled: true,
      name: appName,
      level: env.get('LOG_LEVEL', app.inTest ? 'fatal' : 'info'),
      destination: app.inProduction
        ? destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 200 })
        : await syncDestination(),

      redact: {
        paths: [
          ...rows,
          ...secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
          '*["set-cookie"]',
          '*.*["set-cookie"]',
        ],
      },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
