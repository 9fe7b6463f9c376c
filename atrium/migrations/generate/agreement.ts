import { dirname, join } from 'node:path'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { ApplicationService } from '@adonisjs/core/types'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'

import type { Generated, OwnedModel } from './types.ts'
import { statementsOf } from '../wanted/statements.ts'
import { catalogQueries } from '../schema/catalog.ts'
import { declaredSchema } from '../wanted/declared_schema.ts'

/** To be changed when the same files and models may give another outcome than before */
const FORMAT = 1

/** What generating gives when there is nothing to do */
const AGREED: Generated = {
  renames: [],
  changes: [],
  differences: [],
  notes: [],
  questions: [],
  drafts: [],
  isUpToDate: true,
}

/** With fewer models finding out is quick, and nothing is remembered */
const MANY = 50

/** What a migration may import for its outcome to depend on nothing but its own text */
const HARMLESS = /^(#atrium\/migrations\/main|@adonisjs\/lucid\/schema)$/

type Inputs = {
  models: OwnedModel[]

  /** Folders of migration files, from the root of the application */
  folders: string[]

  /** Whatever else the outcome depends on: the version of the server, names that are left alone */
  others: unknown
}

/**
 * Remembers that migrations and models were found to agree, in projects where that takes long. What is
 * remembered is a fingerprint of all that it depends on, so any change makes us look again.
 */
export class Agreement {
  #file: string
  #fingerprint: string | null

  /** Was anything remembered, of whatever state? */
  static isAny(app: ApplicationService) {
    return existsSync(placeIn(app))
  }

  static async between(app: ApplicationService, inputs: Inputs) {
    const isWorthIt = inputs.models.length >= MANY
    return new Agreement(placeIn(app), isWorthIt ? await fingerprintOf(app, inputs) : null)
  }

  /** Remembers what was proven before the migrations were written. */
  static async rememberProven(app: ApplicationService, inputs: Inputs) {
    const agreement = await Agreement.between(app, inputs)
    await agreement.#remember()
  }

  private constructor(file: string, fingerprint: string | null) {
    this.#file = file
    this.#fingerprint = fingerprint
  }

  /** Says that there is nothing to do where that is known, and else does the work that finds out. */
  async or(work: () => Promise<Generated>): Promise<Generated> {
    if (await this.#isKnown()) return AGREED

    const generated = await work()
    if ('isUpToDate' in generated && generated.isUpToDate) await this.#remember()

    return generated
  }

  async #isKnown() {
    const known = await readFile(this.#file, 'utf8').catch(() => null)
    return known !== null && known === this.#fingerprint
  }

  async #remember() {
    if (this.#fingerprint === null) return

    await mkdir(dirname(this.#file), { recursive: true })
    await writeFile(this.#file, this.#fingerprint)
  }
}

function placeIn(app: ApplicationService) {
  return app.tmpPath('migrations', 'agreed')
}

/** Null where something may count that cannot be seen in the files. */
async function fingerprintOf(app: ApplicationService, { models, folders, others }: Inputs) {
  const files = await Promise.all(folders.map((folder) => textsIn(app.makePath(folder))))
  if (!files.flat().every(([, text]) => isSelfContained(text))) return null

  const sql = statementsOf(declaredSchema(models.map(({ model }) => model)).schema)
  const parts = [FORMAT, files, sql, catalogQueries, others]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

async function textsIn(folder: string): Promise<[name: string, text: string][]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const scripts = names.filter((name) => /(?<!\.d)\.[jt]s$/.test(name)).sort()
  return Promise.all(
    scripts.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)
  ) as Promise<[string, string][]>
}

/** A migration that reads other files, the environment or the clock may do something else tomorrow. */
function isSelfContained(text: string) {
  const imported = Array.from(text.matchAll(/\bfrom\s+['"]([^'"]+)['"]/g), ([, name]) => name)
  const isOther = /\b(process|require|Date|env|app)\b|\bimport\s*\(|\bimport\s+['"]/.test(text)

  return !isOther && imported.every((name) => HARMLESS.test(name))
}
