import { Model, field } from '#atrium/model/main'
import db from '@adonisjs/lucid/services/db'
import { beforeSave } from '@adonisjs/lucid/orm'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import { RENDERER_VERSION, renderMarkdown } from '../../text/markdown.ts'

const BATCH = 50

type Row = { id: string; body: string; renderer_version: number }

/**
 * Keeps safe HTML beside the Markdown of an article, so that reading it renders nothing.
 */
export function Rendered<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class RenderedArticle extends superclass {
    /** The Markdown as it was written */
    @field.text({ max: 200_000, format: 'markdown' })
    declare body: string

    /** The body rendered and sanitised, by the renderer of `rendererVersion` */
    @field.text({ guarded: true, format: 'html' })
    declare bodyHtml: string

    @field.integer({ bits: 16, guarded: true })
    declare rendererVersion: number

    @beforeSave()
    static renderBody(article: RenderedArticle) {
      if (!article.$dirty.body && article.rendererVersion === RENDERER_VERSION) return

      article.bodyHtml = renderMarkdown(article.body, 'article')
      article.rendererVersion = RENDERER_VERSION
    }

    /**
     * Renders anew what an older renderer made. Nobody changed these articles, so their dates
     * stay. Returns how many there were.
     */
    static async renderOutdated() {
      let count = 0

      for (let rows = await outdated(); rows.length; rows = await outdated()) {
        for (const row of rows) await renderAnew(row)
        count += rows.length
      }

      return count
    }
  }

  return RenderedArticle
}

function outdated(): Promise<Row[]> {
  return db
    .from('articles')
    .select('id', 'body', 'renderer_version')
    .whereNot('renderer_version', RENDERER_VERSION)
    .limit(BATCH)
}

/**
 * Leaves the article alone when its author saved another text in the meantime.
 */
async function renderAnew(row: Row) {
  await db
    .from('articles')
    .where(row)
    .update({
      body_html: renderMarkdown(row.body, 'article'),
      renderer_version: RENDERER_VERSION,
    })
}
