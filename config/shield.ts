import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/shield'

/**
 * While developing, Vite tells the browser of changes through a socket of its own.
 */
const updates = app.inDev ? ['ws://127.0.0.1:24678', 'ws://localhost:24678'] : []

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
      scriptSrc: [`'self'`, '@nonce'],
      styleSrc: [`'self'`, '@nonce'],
      imgSrc: [`'self'`, 'https:', 'data:'],
      fontSrc: [`'self'`],
      connectSrc: [`'self'`, ...updates],
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
