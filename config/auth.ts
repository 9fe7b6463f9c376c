import { defineConfig } from '@adonisjs/auth'
import type { HttpContext } from '@adonisjs/core/http'
import { sessionGuard, sessionUserProvider } from '@adonisjs/auth/session'
import type { InferAuthenticators, InferAuthEvents, Authenticators } from '@adonisjs/auth/types'

const authConfig = defineConfig({
  default: 'web',

  guards: {
    /**
     * People in pages: a session, and a cookie that remembers them when they ask for it.
     */
    web: sessionGuard({
      useRememberMeTokens: true,
      rememberMeTokensAge: '30 days',
      provider: sessionUserProvider({
        model: () => import('#app/accounts/models/user'),
      }),
    }),

    /**
     * Programs: an opaque token in the Authorization header.
     */
    api: {
      async resolver() {
        const { TokenGuard } = await import('#app/accounts/drivers/token_guard')
        return (ctx: HttpContext) => new TokenGuard(ctx)
      },
    },
  },
})

export default authConfig

declare module '@adonisjs/auth/types' {
  export interface Authenticators extends InferAuthenticators<typeof authConfig> {}
}

declare module '@adonisjs/core/types' {
  interface EventsList extends InferAuthEvents<Authenticators> {}
}
