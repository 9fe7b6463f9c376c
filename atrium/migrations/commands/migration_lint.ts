import { BaseCommand, args, flags } from '@adonisjs/core/ace'

/**
 * Says what in migrations makes people wait, loses data or cannot be undone, and the safe way to
 * write it.
 */
export default class MigrationLint extends BaseCommand {
  static commandName = 'migration:lint'
  static description = 'Look for what is dangerous in migrations, and show the safe way'
  static options = { startApp: true }
  static help = [
    'Without names, all migrations are looked at. A part of a name is enough:',
    '```',
    '{{ binaryName }} migration:lint add_headline',
    '```',
    'Ends with 1 when something is wrong, with 0 when there are only notices.',
    'What is right as it is, a comment in its file allows: `/* lint: allow <code>: <reason> */`.',
  ]

  @args.spread({ description: 'Names of migrations, or parts of them', required: false })
  declare names?: string[]

  @flags.boolean({ description: 'Print the findings as JSON' })
  declare json: boolean

  async run() {
    const { lint } = await import('../lint/linter.ts')
    const { MigrationFiles } = await import('../lint/migration_files.ts')
    const files = new MigrationFiles(this.app, await this.app.container.make('lucid.db'))
    const wanted = this.names ? await files.named(this.names) : await files.all()
    const names = new Set(wanted.map(({ name }) => name))

    const migrations = []
    for (const file of await files.all()) migrations.push(await files.written(file))
    const findings = await lint(migrations, ({ name }) => names.has(name))

    await this.#print(findings, wanted.length)
    this.exitCode = findings.some(({ severity }) => severity === 'error') ? 1 : 0
  }

  async #print(
    findings: Awaited<ReturnType<typeof import('../lint/linter.ts').lint>>,
    files: number
  ) {
    const { inWords, safeFileAsJson } = await import('../lint/report.ts')
    if (this.json) {
      const said = findings.map(({ safeWay, ...finding }) => ({
        ...finding,
        safeWay: { ...safeWay, files: safeWay.files.map(safeFileAsJson) },
      }))
      return this.logger.log(JSON.stringify({ files, findings: said }, null, 2))
    }
    const errors = findings.filter(({ severity }) => severity === 'error').length
    for (const paragraph of inWords(findings, this.colors)) this.logger.log(`${paragraph}\n`)
    this.logger.log(
      `${plural(files, 'migration')}: ${plural(errors, 'error')}, ${plural(findings.length - errors, 'notice')}`
    )
  }
}

function plural(count: number, noun: string) {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
