import type { BaseCommand } from '@adonisjs/core/ace'

import type { Rows } from '../decide/rows.ts'
import type { Generated, Open, Settled } from './types.ts'
import { nextStep, report, statementsOf, type DraftFile } from './report.ts'

type Screen = Pick<BaseCommand, 'logger'>

type Options = {
  isJson: boolean

  /** Statements are shown instead of files */
  isSql: boolean

  /** Nothing was written */
  isDry: boolean
}

/**
 * What people, or programs, see of migrations that were generated.
 */
export class GenerateView {
  #screen: Screen
  #options: Options

  constructor(screen: Screen, options: Options) {
    this.#screen = screen
    this.#options = options
  }

  /** Whether models and migrations agree. */
  showCheck({ differences, questions }: Generated, agree: boolean) {
    if (this.#options.isJson) return this.#json({ isUpToDate: agree, differences, questions })
    if (agree) return this.#screen.logger.log(AGREE)

    this.#screen.logger.log(
      [
        'Models and migrations differ. To make them agree one would have to:',
        ...differences.map((difference) => `  - ${difference}`),
        'Say `node ace migration:generate`, which writes that down.',
      ].join('\n')
    )
  }

  /** Questions that nobody is there to answer. */
  showQuestions({ questions, notes, changes, differences }: Open) {
    const more = { isUpToDate: false, files: [], notes, changes, differences }
    this.#json(this.#options.isJson ? { questions, ...more } : { questions })
    const many = questions.length === 1 ? 'A question has' : `${questions.length} questions have`
    this.#screen.logger.logError(
      `${many} to be answered before a migration can be written. Answer as in --answer ${questions[0].id}=..., or say the same at a terminal.`
    )
  }

  /** Migrations, and where they are, or none. */
  async showFiles(generated: Settled, files: DraftFile[], rows: Rows) {
    const { isJson, isSql, isDry } = this.#options
    if (isJson) return this.#json(asJson(generated, files))
    if (files.length === 0) return this.#screen.logger.log(AGREE)
    if (isSql) return this.#screen.logger.log(statementsOf(files))

    this.#screen.logger.log(await report(files, rows))
    this.#screen.logger.log(`\n${isDry ? 'Nothing was written.' : nextStep(files)}`)
  }

  #json(value: unknown) {
    this.#screen.logger.log(JSON.stringify(value, null, 2))
  }
}

const AGREE = 'Models and migrations agree: there is nothing to do.'

function asJson({ isUpToDate, notes, changes, differences }: Settled, files: DraftFile[]) {
  return {
    isUpToDate,
    questions: [],
    files: files.map(({ path, draft }) => ({ path, ...draft })),
    notes,
    changes,
    differences,
  }
}
