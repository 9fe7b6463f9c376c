import app from '@adonisjs/core/services/app'
import { defineConfig, loaders } from '@adonisjs/i18n'
import { CompiledMessages } from '#atrium/interfaces/admin/main'

/**
 * The languages of the admin. Texts of the product come from `resources/lang`, and win.
 */
const i18nConfig = defineConfig({
  defaultLocale: 'en',
  formatter: () => new CompiledMessages(),
  supportedLocales: ['en', 'de'],
  fallbackLocales: { de: 'en' },

  loaders: [
    loaders.fs({ location: app.makePath('atrium/interfaces/admin/lang') }),
    loaders.fs({ location: app.languageFilesPath() }),
  ],
})

export default i18nConfig
