import ViteProvider from '@adonisjs/vite/vite_provider'

/**
 * Vite, whose own server runs only while developing. Tests meet the built assets and the strict
 * content security policy, as visitors do.
 */
export default class AssetsProvider extends ViteProvider {
  async start() {
    if (process.env.DEV_MODE) await super.start()
  }
}
