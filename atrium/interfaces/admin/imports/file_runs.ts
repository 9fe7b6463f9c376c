import { transaction } from '#atrium/model/main'
import { Run, Runs, type NewRun } from '#atrium/resource/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

import ImportFile from '../models/import_file.ts'
import { CHECK, IMPORT } from './run_names.ts'
import { contentOf, measured } from './uploads.ts'
import type { AdminContext } from '../admin_context.ts'
import type { LinesTask } from './line_reading.ts'

/** A check says for so long what would happen, as SQL says it */
const FRESH = `interval '1 hour'`

type Client = TransactionClientContract

/**
 * What is done with the lines of an upload: they are checked, as often as somebody wants, and each check is
 * followed by one import at most, so that pressing a button twice imports nothing twice.
 */
export class FileRuns {
  constructor(
    protected admin: AdminContext,
    protected file: ImportFile
  ) {}

  /**
   * The check of the file by what is chosen now: the last one unless it is old or was followed by an
   * import, and else a new one. A small file is checked when this returns.
   *
   * @throws E_UNREADABLE_FILE
   */
  async check(): Promise<Run> {
    return (await this.lastCheck()) ?? this.#newCheck((client) => this.lastCheck(client))
  }

  /**
   * A new check, whatever was checked before.
   *
   * @throws E_UNREADABLE_FILE
   */
  newCheck(): Promise<Run> {
    return this.#newCheck(async () => null)
  }

  /** The last check of the file by what is chosen now, unless it is old or was followed by an import. */
  async lastCheck(client?: Client): Promise<Run | null> {
    return this.#runs(CHECK, client)
      .whereRaw(`task -> 'choices' = (select choices from ${ImportFile.table} where id = ?)`, [
        this.file.id,
      ])
      .whereRaw(`coalesce(ended_at, current_timestamp) > current_timestamp - ${FRESH}`)
      .whereRaw(
        `not exists (select from runs as i where i.actor = runs.actor and i.action = ?
          and i.task ->> 'check' = runs.id::text)`,
        [IMPORT]
      )
      .first()
  }

  /** The import that is at work on the file, if one is. */
  openImport(client?: Client): Promise<Run | null> {
    return this.#runs(IMPORT, client).whereIn('state', ['waiting', 'running']).first()
  }

  /** @param known a check that somebody may have begun meanwhile */
  async #newCheck(known: (client: Client) => Promise<Run | null>): Promise<Run> {
    const { id, choices } = this.file
    const { headings, total } = await measured(await contentOf(id))
    const { locale } = this.admin.reader
    const task: LinesTask = { file: id, choices: choices!, headings, locale }

    return this.#begin(async (client) => {
      const check = await known(client)
      if (check) return check

      await this.#endChecks(client)
      return { action: CHECK, task, total }
    })
  }

  /** The import that came of a check. */
  async importOf(check: unknown, client?: Client): Promise<Run | null> {
    return this.#runs(IMPORT, client)
      .whereRaw(`task ->> 'check' = ?`, [String(check)])
      .first()
  }

  /** The last import of another upload that holds the same. */
  async importOfSame(): Promise<Run | null> {
    const { id, resource } = this.file
    return Run.query()
      .where({ action: IMPORT, actor: this.admin.actor.id ?? '', resource })
      .whereRaw(
        `task ->> 'file' in (
          select other.id::text from ${ImportFile.table} as other
          join ${ImportFile.table} as this on this.content = other.content
          where this.id = ? and other.id <> this.id and other.actor = this.actor)`,
        [id]
      )
      .orderBy('id', 'desc')
      .first()
  }

  /** Imports what was checked, or gives the import that came of this check already. */
  async begin(check: Run, reason?: string): Promise<Run> {
    const { file, choices, headings, locale } = check.task as LinesTask
    const task = { file, choices, headings, locale, check: check.id }

    return this.#begin(async (client) => {
      const known = (await this.importOf(check.id, client)) ?? (await this.openImport(client))
      return known ?? { action: IMPORT, reason, task, total: Number(check.total) }
    })
  }

  /** Notes a run while nobody else can for this file, and then begins it. One that is there is left alone. */
  async #begin(decide: (client: Client) => Promise<NewRun | Run>): Promise<Run> {
    const { actor, resource, service } = this.admin
    const context = { actor, resource, access: service.access }

    const { run, isNew } = await transaction(Run.query().client, async (client) => {
      await ImportFile.query({ client }).select('id').where({ id: this.file.id }).forUpdate()
      const decided = await decide(client)
      return decided instanceof Run
        ? { run: decided, isNew: false }
        : { run: await Runs.add({ ...context, client }, decided), isNew: true }
    })
    return isNew ? Runs.go(context, run) : run
  }

  /** Of several checks only the last one counts. */
  async #endChecks(client: Client) {
    for (const check of await this.#runs(CHECK, client)) {
      const isOpen = check.state === 'waiting' || check.state === 'running'
      await (isOpen ? Runs.cancel(check, client) : check.delete())
    }
  }

  #runs(action: string, client?: Client) {
    return Run.query(client && { client })
      .where({ action, actor: this.admin.actor.id ?? '' })
      .whereRaw(`task ->> 'file' = ?`, [this.file.id])
      .orderBy('id', 'desc')
  }
}
