import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Prepares what all pages share.
 */
export default class WebProvider {
  constructor(protected app: ApplicationService) {}

  /**
   * Edge looks for components in the views' folder whenever a request makes a renderer. In
   * production the folder does not change, so that one look is enough.
   */
  async boot() {
    const { default: edge } = await import('edge.js')

    if (this.app.inProduction) {
      const components = edge.loader.listComponents()
      edge.loader.listComponents = () => components
    }
  }
}
