import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Prepares what all pages share.
 */
export default class WebProvider {
  constructor(protected app: ApplicationService) {}

  /**
   * Comes after the providers of Edge, VineJS and the session, whose defaults it changes.
   */
  async boot() {
    await this.#prepareViews()
    await this.#prepareRequests()

    const { prepareValidators } = await import('./validation/validators.ts')
    prepareValidators()

    const { prepareResponses } = await import('./responses/responses.ts')
    prepareResponses()
  }

  async #prepareRequests() {
    const { keepRequestIdsClean } = await import('./requests/request_id.ts')
    const { answerBadAddress } = await import('./requests/bad_address.ts')
    const { openGates } = await import('./gate.ts')

    keepRequestIdsClean()
    openGates()
    this.app.config.set('app.http.onBadUrl', answerBadAddress)
  }

  async #prepareViews() {
    const { default: edge } = await import('edge.js')
    const { registerViewWords } = await import('./edge.ts')
    const { registerViewDefaults } = await import('./view/defaults.ts')
    const { prepareRenderers } = await import('./view/renderer.ts')
    const { listComponentsOnce } = await import('./view/component_list.ts')
    const { resolveTemplatesOnce } = await import('./view/template_paths.ts')

    registerViewWords(edge)
    registerViewDefaults(edge)
    prepareRenderers(edge)

    if (this.app.inProduction) {
      listComponentsOnce(edge)
      resolveTemplatesOnce(edge)
    }
  }
}
