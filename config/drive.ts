import app from '@adonisjs/core/services/app'
import { defineConfig, services } from '@adonisjs/drive'

/**
 * Where uploads are kept. Keys are made by us, never taken from a client's file name.
 */
const driveConfig = defineConfig({
  default: 'fs',

  services: {
    fs: services.fs({
      location: app.makePath('storage/uploads'),
      visibility: 'public',

      /**
       * The components serve what they keep, each in its own way.
       */
      serveFiles: false,
    }),
  },
})

export default driveConfig

declare module '@adonisjs/drive/types' {
  export interface DriveDisks extends InferDriveDisks<typeof driveConfig> {}
}
