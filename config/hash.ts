import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/core/hash'
import { Argon2Driver } from '#app/accounts/drivers/argon2_driver'

const hashConfig = defineConfig({
  default: 'argon2id',

  list: {
    /**
     * Tests hash hundreds of passwords and protect none, so they pay as little as possible.
     */
    argon2id: () => (app.inTest ? new Argon2Driver({ m: 8, t: 1, p: 1 }) : new Argon2Driver()),
  },
})

export default hashConfig

declare module '@adonisjs/core/types' {
  export interface HashersList extends InferHashers<typeof hashConfig> {}
}
