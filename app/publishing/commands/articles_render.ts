import { BaseCommand } from '@adonisjs/core/ace'

/**
 * Renders anew what an older renderer made. To be run after an update that changed the renderer.
 */
export default class ArticlesRender extends BaseCommand {
  static commandName = 'articles:render'
  static description = 'Render the articles again that an older version has rendered'

  static options = { startApp: true }

  async run() {
    const { default: Article } = await import('../models/article.ts')
    const count = await Article.renderOutdated()

    this.logger.log(count === 1 ? 'Rendered one article' : `Rendered ${count} articles`)
  }
}
