import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { existsSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { runCommand } from '#tests/functional/platform/run_command'

/** What commands need that do not start the application */
const PARTS = [
  'ace.js',
  'adonisrc.ts',
  'package.json',
  'tsconfig.json',
  '.env.example',
  'app',
  'atrium',
  'bin',
  'config',
  'start',
]

test.group('make:model', (group) => {
  let project: string

  group.each.setup(async () => {
    project = await mkdtemp(join(tmpdir(), 'atrium-make-model-'))
    for (const part of PARTS) await cp(app.makePath(part), join(project, part), { recursive: true })
    await symlink(app.makePath('node_modules'), join(project, 'node_modules'))
    return () => rm(project, { recursive: true })
  })

  const make = (...args: string[]) =>
    runCommand(['ace.js', 'make:model', ...args], { cwd: project })
  const read = (path: string) => readFile(join(project, path), 'utf8')

  test('writes a model, its factory and its test, and says what comes next', async ({ assert }) => {
    const { code, output } = await make(
      'invoice',
      '--component=publishing',
      'number:string{unique}',
      'amount:decimal{12,2}',
      'buyer:references{User,cascade}?',
      'about:references{Article}',
      'corrects:references{Invoice}?'
    )
    const model = await read('app/publishing/models/invoice.ts')

    assert.equal(code, 0)
    assert.include(output, 'node ace migration:generate')
    assert.include(model, `import { User } from '#app/accounts/public'`)
    assert.include(model, `import Article from './article.ts'`)
    assert.include(model, `@field.string({ unique: true })\n  declare number: string`)
    assert.include(model, `@field.decimal({ precision: 12, scale: 2 })\n  declare amount: Decimal`)
    assert.include(
      model,
      `@field.foreignKey(() => User, { onDelete: 'cascade', nullable: true })\n  declare buyerId: number | null`
    )
    assert.include(
      model,
      `@belongsTo(() => Article, { foreignKey: 'aboutId' })\n  declare about: BelongsTo<typeof Article>`
    )
    assert.include(model, `@field.foreignKey(() => Invoice, { nullable: true })`)
    assert.include(await read('database/factories/invoice_factory.ts'), 'factoryFor(Invoice)')
    assert.include(await read('tests/unit/publishing/invoice.spec.ts'), 'InvoiceFactory.create()')
  }).timeout(30_000)

  test('overwrites nothing, and writes all or nothing', async ({ assert }) => {
    await cp(app.makePath('database/factories'), join(project, 'database/factories'), {
      recursive: true,
    })
    await writeFile(join(project, 'database/factories/invoice_factory.ts'), '// mine\n')
    const [there, existing] = [
      await make('invoice', '--component=publishing'),
      await make('tag', '--component=accounts'),
    ]

    assert.deepEqual([there.code, existing.code], [1, 1])
    assert.include(there.errors, 'E_FILE_EXISTS')
    assert.include(existing.errors, 'There is a model Tag already')
    assert.equal(await read('database/factories/invoice_factory.ts'), '// mine\n')
    assert.isFalse(existsSync(join(project, 'app/publishing/models/invoice.ts')))
  }).timeout(30_000)

  test('asks for what it cannot know: component, model, what others may import', async ({
    assert,
  }) => {
    const answers = await Promise.all([
      make('invoice', 'number'),
      make('invoice', '--component=publishin'),
      make('invoice', '--component=accounts', 'custmer:references'),
      make('invoice', '--component=publishing', 'mail:references{OutgoingMail}'),
      make('invoice', '--component=publishing', 'save:boolean'),
    ])
    const said = answers.map(({ errors }) => errors)

    assert.deepEqual(
      answers.map(({ code }) => code),
      [1, 1, 1, 1, 1]
    )
    assert.include(said[0], 'Several components have models: accounts, mail, publishing.')
    assert.include(said[1], 'Did you mean "publishing"?')
    assert.include(said[2], 'There is no model Custmer for "custmer" to refer to.')
    assert.include(
      said[3],
      `Add this line to app/mail/public.ts: export { default as OutgoingMail } from './models/outgoing_mail.ts'`
    )
    assert.include(said[4], 'A field cannot be called "save"')
    assert.isFalse(existsSync(join(project, 'app/publishing/models/invoice.ts')))
  }).timeout(60_000)
})
