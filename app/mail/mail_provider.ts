import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Sends mails while the server runs. Tests send them when they want to see them.
 */
export default class MailProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() === 'web' && this.app.getMode() === 'run') {
      const { sender } = await import('./sender.ts')
      sender.start()
    }
  }

  async shutdown() {
    const { sender } = await import('./sender.ts')
    await sender.stop()
  }
}
