import env from '#start/env'
import { defineConfig, drivers } from '@adonisjs/core/encryption'

/**
 * New values are encrypted with the first key. Keep the old one in APP_KEY_PREVIOUS while
 * changing keys, so that what it encrypted can still be read.
 */
const previousKey = env.get('APP_KEY_PREVIOUS')

const encryptionConfig = defineConfig({
  default: 'gcm',

  list: {
    gcm: drivers.aes256gcm({
      id: 'gcm',
      keys: previousKey ? [env.get('APP_KEY'), previousKey] : [env.get('APP_KEY')],
    }),
  },
})

export default encryptionConfig

declare module '@adonisjs/core/types' {
  export interface EncryptorsList extends InferEncryptors<typeof encryptionConfig> {}
}
