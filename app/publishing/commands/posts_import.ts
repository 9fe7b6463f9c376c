import { relative } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import { Report } from '../import/report.ts'
import { findPosts } from '../import/source_files.ts'
import { ProgressLine } from '../import/progress_line.ts'

/**
 * Brings a blog along: makes articles from Markdown files.
 */
export default class PostsImport extends BaseCommand {
  static commandName = 'posts:import'
  static description = 'Make articles from Markdown files with front matter (Jekyll, Hugo, Zola)'
  static help = [
    'Import a folder again to bring in what changed:',
    '```',
    '{{ binaryName }} posts:import ../blog/_posts',
    '{{ binaryName }} posts:import ../blog/_posts --dry-run',
    '```',
    'docs/import.md says what is read from the files.',
  ]

  static options = { startApp: true }

  @args.string({ description: 'Folder that is searched for Markdown files, or one file' })
  declare path: string

  @flags.string({ description: 'Username for the posts that name no author', default: 'Anonymous' })
  declare author: string

  @flags.boolean({ description: 'Say what would happen, and change nothing' })
  declare dryRun: boolean

  async run() {
    const found = await this.#findPosts()
    if (!found) {
      this.exitCode = 1
      return
    }

    const began = performance.now()
    const report = await this.#inDatabase((client) => this.#import(found.posts, client))
    const seconds = ((performance.now() - began) / 1000).toFixed(1)

    this.#reportOthers(found.others)
    this.#reportFailures(report)
    this.logger.log(
      `${this.dryRun ? 'Dry run, nothing was changed: ' : ''}${report} (${seconds} s)`
    )
    this.exitCode = report.failures.length > 0 ? 1 : 0
  }

  async #findPosts() {
    try {
      const found = await findPosts(this.path)
      if (found.posts.length > 0) return found

      this.logger.error(`There are no Markdown files in ${this.path}`)
    } catch (error: any) {
      if (error.code !== 'ENOENT' && error.code !== 'EACCES') throw error
      const reason = error.code === 'ENOENT' ? 'There is no file or folder' : 'You may not read'
      this.logger.error(`${reason} ${this.path}`)
    }

    return null
  }

  /**
   * A dry run does everything in one transaction and takes it back.
   */
  async #inDatabase(work: (client: QueryClientContract) => Promise<Report>) {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    if (!this.dryRun) return work(db.connection())

    const trx = await db.transaction()
    try {
      return await work(trx)
    } finally {
      await trx.rollback()
    }
  }

  async #import(paths: string[], client: QueryClientContract) {
    const { PostsImporter } = await import('../import/posts_importer.ts')
    const importer = new PostsImporter(client, this.author)
    const progress = new ProgressLine(this.logger, paths.length)
    const report = new Report()

    this.logger.log(`${paths.length} ${paths.length === 1 ? 'post' : 'posts'} in ${this.path}`)
    for (const path of paths) {
      try {
        const outcome = await importer.import(path)
        report.add(outcome)
        if (this.dryRun && outcome !== 'unchanged')
          this.logger.log(`${outcome}  ${this.#name(path)}`)
      } catch (error) {
        report.addFailure(path, error)
      }
      progress.advance(this.#name(path))
    }

    progress.end()
    return report
  }

  #reportOthers(paths: string[]) {
    for (const path of paths) {
      this.logger.log(`Passed over ${this.#name(path)}: it has no front matter, so it is no post`)
    }
  }

  #reportFailures({ failures }: Report) {
    for (const { path, line, reason } of failures) {
      this.logger.error(`${this.#name(path)}${line ? `:${line}` : ''}  ${reason}`)
    }
  }

  #name(path: string) {
    return relative(this.path, path) || path
  }
}
