/*
|--------------------------------------------------------------------------
| What the tests run with
|--------------------------------------------------------------------------
*/

import env from '#start/env'
import { assert } from '@japa/assert'
import { chromium } from 'playwright'
import { apiClient } from '@japa/api-client'
import app from '@adonisjs/core/services/app'
import type { Config } from '@japa/runner/types'
import { browserClient } from '@japa/browser-client'
import { chromiumPath } from '#tests/runner/chromium_path'
import { limitInTransactions } from '#tests/limiter_in_transactions'
import { dbAssertions } from '@adonisjs/lucid/plugins/db'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import testUtils from '@adonisjs/core/services/test_utils'
import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { authBrowserClient } from '@adonisjs/auth/plugins/browser_client'
import { sessionBrowserClient } from '@adonisjs/session/plugins/browser_client'

export const plugins: Config['plugins'] = [
  assert(),
  pluginAdonisJS(app, { baseURL: `http://${env.get('HOST')}` }),
  apiClient(),
  sessionApiClient(app),
  shieldApiClient(),
  authApiClient(app),
  dbAssertions(app),
  browserClient({
    runInSuites: ['browser'],
    launcher: async (options) =>
      chromium.launch({
        ...options,
        executablePath: await chromiumPath(),
        args: ['--no-sandbox'],
      }),
  }),
  sessionBrowserClient(app),
  authBrowserClient(app),
]

/** The tables are there already: the database is a copy of a migrated template. */
export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [limitInTransactions],
  teardown: [() => stopServer?.()],
}

let stopServer: undefined | (() => Promise<void>)

/** One server for the whole process, on a free port. */
export const configureSuite: Config['configureSuite'] = (suite) => {
  if (!['functional', 'browser', 'long'].includes(suite.name)) return

  suite.setup(async () => {
    stopServer ??= await testUtils.httpServer().start()
  })
}
