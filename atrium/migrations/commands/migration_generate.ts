import { join } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { Database } from '@adonisjs/lucid/database'

import type { Draft } from '../plan/steps.ts'
import { showRefusal } from './show_refusal.ts'
import type { Generated } from '../generate/types.ts'
import type { DraftFile } from '../generate/report.ts'
import type { Workspace } from '../generate/workspace.ts'
import type { Answers, Question } from '../decide/questions.ts'

/** Models and migrations differ, where that was the question */
const DIFFERENT = 1

/** Questions are open, and there is nobody to ask */
const UNANSWERED = 3

/**
 * Writes the migrations that turn the state that the migration files make into what the models say.
 * Nothing is guessed, and the developer's database is looked at only to count rows.
 */
export default class MigrationGenerate extends BaseCommand {
  static commandName = 'migration:generate'
  static description = 'Write the migrations that the models need'
  static help = [
    'Change a model, then say:',
    '```',
    '{{ binaryName }} migration:generate',
    '{{ binaryName }} migration:run',
    '```',
    'What only you can know is asked. Without a terminal the questions are printed as JSON, with exit code 3;',
    'answer them as in `--answer rename:articles.title=headline`. docs/migrations.md has an example of each.',
  ]

  @args.string({ description: 'What to call it, when not after what it does', required: false })
  declare name?: string

  @flags.boolean({ description: 'Only say whether models and migrations differ (exit code 1)' })
  declare check: boolean

  @flags.boolean({ description: 'Say what would be written, and write nothing' })
  declare dryRun: boolean

  @flags.boolean({ description: 'Print the statements, and write nothing' })
  declare sql: boolean

  @flags.boolean({ description: 'Say everything as JSON' })
  declare json: boolean

  @flags.array({ description: 'An answer to a question, such as rename:articles.title=headline' })
  declare answer?: string[]

  /** Notes that the models agree with the files as they are now: that was proven before these were written */
  #remember?: () => Promise<void>

  async run() {
    try {
      await this.#run()
    } catch (error) {
      showRefusal(this, error as Error)
    }
  }

  async #run() {
    const { givenAnswers } = await import('../generate/given_answers.ts')
    const { migrationName } = await import('../generate/migration_name.ts')
    const { Workspace } = await import('../generate/workspace.ts')
    const answers = givenAnswers(this.answer ?? [])
    const name = this.name === undefined ? undefined : migrationName(this.name)

    await this.app.import('./start/env.js')
    const workspace = new Workspace(this.app, process.env.MIGRATION_SCRATCH_URL)
    try {
      if (!this.app.isBooted) await this.app.boot()
      const generated = await this.#generate(workspace, answers, name)
      await this.#show(generated, workspace)
    } finally {
      await workspace.close()
    }
  }

  async #generate(workspace: Workspace, answers: Answers, name?: string) {
    const { configOf } = await import('../config.ts')
    const { Agreement } = await import('../generate/agreement.ts')
    const { findModels } = await import('../wanted/find_models.ts')
    const { app } = this
    const { unmanaged } = configOf(app)
    const db = await app.container.make('lucid.db')
    const models = await findModels(app)

    const work = async () => {
      const { generate } = await import('../generate/generate.ts')
      const { runMigrations } = await import('../scratch/run_migrations.ts')

      return generate({
        models,
        runMigrations: (url) => runMigrations({ app, db, url }),
        scratch: workspace,
        rows: this.check ? null : await workspace.rows(),
        answers,
        ask: this.#isInteractive ? (questions) => this.#ask(questions) : undefined,
        name,
        unmanaged,
      })
    }
    const others = [await workspace.version(), unmanaged]
    const inputs = { models, folders: this.#folders(db), others }
    this.#remember = () => Agreement.rememberProven(app, inputs)
    if (Object.keys(answers).length > 0) return work()

    const agreement = await Agreement.between(app, inputs)
    return agreement.or(work)
  }

  async #ask(questions: Question[]) {
    const { askInTerminal } = await import('../generate/ask_in_terminal.ts')
    return askInTerminal(this, questions)
  }

  get #isInteractive() {
    return !this.check && !this.json && process.stdin.isTTY && process.stdout.isTTY
  }

  async #show(generated: Generated, workspace: Workspace) {
    const { GenerateView } = await import('../generate/generate_view.ts')
    const isDry = this.dryRun || this.sql
    const view = new GenerateView(this, { isJson: this.json, isSql: this.sql, isDry })

    if (this.check) {
      const agree = 'drafts' in generated && generated.isUpToDate
      view.showCheck(generated, agree)
      this.exitCode = agree ? 0 : DIFFERENT
    } else if ('drafts' in generated) {
      const files = await this.#files(generated.drafts, isDry)
      if (!isDry) await this.#remember?.()
      await view.showFiles(generated, files, await workspace.rows())
    } else {
      view.showQuestions(generated)
      this.exitCode = UNANSWERED
    }
  }

  /** Writes them, unless they are only to be looked at. */
  async #files(drafts: Draft[], isDry: boolean): Promise<DraftFile[]> {
    const { fileNames, writeFiles } = await import('../write/write_files.ts')
    const folder = await this.#folder()
    const names = isDry ? await fileNames(drafts, folder) : []
    const paths = isDry ? names.map((name) => join(folder, name)) : await writeFiles(drafts, folder)

    return drafts.map((draft, index) => ({ path: this.app.relativePath(paths[index]), draft }))
  }

  /** Where the application's migrations are. */
  async #folder() {
    const db = await this.app.container.make('lucid.db')
    return this.app.makePath(this.#folders(db)[0])
  }

  #folders(db: Database) {
    const { config } = db.manager.get(db.primaryConnectionName)!
    return config.migrations?.paths ?? ['database/migrations']
  }
}
