import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/shield'

/**
 * Vite's own server sends styles and updates while developing.
 */
const development = app.inDev
  ? { scripts: ['@viteDevUrl'], connections: ['@viteDevUrl', '@viteHmrUrl'] }
  : { scripts: [], connections: [] }

const shieldConfig = defineConfig({
  /**
   * Nothing may be loaded but what is named here. Images may come from any https address, as
   * people may have their picture anywhere.
   */
  csp: {
    enabled: true,
    reportOnly: false,
    useDefaults: false,
    directives: {
      defaultSrc: [`'none'`],
      scriptSrc: [`'self'`, '@nonce', '@viteUrl', ...development.scripts],
      styleSrc: [`'self'`, '@nonce', '@viteUrl', ...development.scripts],
      imgSrc: [`'self'`, 'https:', 'data:', '@viteUrl', ...development.scripts],
      fontSrc: [`'self'`, '@viteUrl', ...development.scripts],
      connectSrc: [`'self'`, ...development.connections],
      frameSrc: [`'self'`],
      manifestSrc: [`'self'`],
      formAction: [`'self'`],
      baseUri: [`'none'`],
      objectSrc: [`'none'`],
      frameAncestors: [`'none'`],
    },
  },

  csrf: {
    enabled: true,
    exceptRoutes: [],
    enableXsrfCookie: false,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },

  xFrame: {
    enabled: true,
    action: 'DENY',
  },

  hsts: {
    enabled: app.inProduction,
    maxAge: '365 days',
    includeSubDomains: true,
  },

  contentTypeSniffing: {
    enabled: true,
  },
})

export default shieldConfig
