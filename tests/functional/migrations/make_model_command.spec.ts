import { join } from 'node:path'
import { test } from '@japa/runner'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

import { SmallProject } from './small_project.ts'

const model = (name: string) => `import { Model, field } from '#atrium/model/main'

export default class ${name} extends Model {
  @field.id()
  declare id: number
}
`

test.group('node ace make:model', (group) => {
  let project: SmallProject

  group.tap((each) => each.timeout(120_000))
  group.each.setup(async () => {
    project = await SmallProject.make()
    await project.file('app/accounts/models/user.ts', model('User'))
    await project.file('app/accounts/models/token.ts', model('Token'))
    await project.file(
      'app/accounts/public.ts',
      `export { default as User } from './models/user.ts'\n`
    )
    await project.file('app/shop/models/article.ts', model('Article'))
    return () => project.remove()
  })

  const make = (...args: string[]) => project.ace(['make:model', ...args])
  const read = (path: string) => readFile(join(project.folder, path), 'utf8')
  const invoice = () => existsSync(join(project.folder, 'app/shop/models/invoice.ts'))

  test('writes a model, its factory and its test, and says what comes next', async ({ assert }) => {
    const { code, output, errors } = await make(
      'invoice',
      '--component=shop',
      'number:string{unique}',
      'amount:decimal{12,2}',
      'buyer:references{User,cascade}?',
      'about:references{Article}',
      'corrects:references{Invoice}?'
    )
    assert.equal(code, 0, errors)
    assert.include(output, 'node ace migration:generate')

    const written = await read('app/shop/models/invoice.ts')
    for (const part of [
      `class Invoice extends compose(Model, Timestamps, Recorded)`,
      `import { User } from '#app/accounts/public'`,
      `import Article from './article.ts'`,
      `@field.string({ unique: true })\n  declare number: string`,
      `@field.decimal({ precision: 12, scale: 2 })\n  declare amount: Decimal`,
      `@field.foreignKey(() => User, { onDelete: 'cascade', nullable: true })\n  declare buyerId: number | null`,
      `@belongsTo(() => Article, { foreignKey: 'aboutId' })\n  declare about: BelongsTo<typeof Article>`,
      `@field.foreignKey(() => Invoice, { nullable: true })`,
    ]) {
      assert.include(written, part)
    }
    assert.include(await read('database/factories/invoice_factory.ts'), 'factoryFor(Invoice)')
    assert.include(await read('tests/unit/shop/invoice.spec.ts'), 'InvoiceFactory.create()')

    const generating = await project.ace(['migration:generate'])
    assert.equal(generating.errors, '')
    assert.include(await project.newest(), 'amount numeric(12,2) not null')
  })

  test('overwrites nothing, and writes all or nothing', async ({ assert }) => {
    await project.file('database/factories/invoice_factory.ts', '// mine\n')
    const [there, existing] = await Promise.all([
      make('invoice', '--component=shop'),
      make('article', '--component=accounts'),
    ])

    assert.deepEqual([there.code, existing.code], [1, 1])
    assert.include(there.errors, 'E_FILE_EXISTS')
    assert.include(existing.errors, 'There is a model Article already')
    assert.equal(await read('database/factories/invoice_factory.ts'), '// mine\n')
    assert.isFalse(invoice())
  })

  test('says what it cannot know: component, model, what others may import', async ({ assert }) => {
    const answers = await Promise.all([
      make('invoice', 'number'),
      make('invoice', '--component=shopp'),
      make('invoice', '--component=accounts', 'custmer:references'),
      make('invoice', '--component=shop', 'token:references'),
      make('invoice', '--component=shop', 'save:boolean'),
    ])

    const messages = [
      'Several components have models: accounts, shop.',
      'Did you mean "shop"?',
      'There is no model Custmer for "custmer" to refer to.',
      `Add this line to app/accounts/public.ts: export { default as Token } from './models/token.ts'`,
      'A field cannot be called "save"',
    ]
    for (const [place, message] of messages.entries()) {
      assert.equal(answers[place].code, 1)
      assert.include(answers[place].errors, message)
    }
    assert.isFalse(invoice())
  })
})
