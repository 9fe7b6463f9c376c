import { dirname } from 'node:path'
import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import app from '@adonisjs/core/services/app'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { findModels } from '#atrium/migrations/main'

test.group('The models of an application', (group) => {
  let root: string

  group.each.setup(() => {
    root = app.makePath('tmp', 'found_models', randomUUID())
    return () => rm(root, { recursive: true })
  })

  const file = async (name: string, text: string) => {
    await mkdir(dirname(`${root}/${name}`), { recursive: true })
    await writeFile(`${root}/${name}`, text)
  }
  const model = (name: string, more = '') => `
    class ${name} extends Model {
      ${more}
      @field.id() declare id: number
    }`
  const imports = `import { Model, field } from '#atrium/model/main'\n`

  const found = async (config: object = {}) => {
    const project = { appRoot: new URL(`file://${root}/`), config: { get: () => config } }
    const models = await findModels(project as any)
    return models.map(({ component, model: { name } }) => `${component}: ${name}`)
  }

  test('are found with the component that they belong to', async ({ assert }) => {
    await file('app/shop/models/order.ts', `${imports} export default ${model('Order')}`)
    await file('app/shop/models/order/line.ts', `${imports} export ${model('OrderLine')}`)
    await file('app/shop/back_office/models/note.js', `export const nothing = 1`)
    await file('app/models/user.ts', `${imports} export default ${model('User')}`)
    await file('app/shop/services/thing.ts', `throw new Error('this is no model')`)

    assert.deepEqual(await found(), ['app: User', 'shop: Order', 'shop: OrderLine'])
  })

  test('are found where the configuration says', async ({ assert }) => {
    await file('app/shop/models/order.ts', `${imports} export default ${model('Order')}`)
    await file('app/shop/entities/line.ts', `${imports} export default ${model('Line')}`)

    assert.deepEqual(await found({ models: ['app/*/entities/*.ts'] }), ['shop: Line'])
  })

  test('are what is exported and has fields, once each', async ({ assert }) => {
    await file(
      'app/shop/models/order.ts',
      `${imports}
      export default ${model('Order')}
      export { Order }
      export class Base extends Model {}
      export const number = 1
      ${model('Inner')}
      export const mixin = () => Inner`
    )
    await file('app/shop/models/again.ts', `export { default } from './order.ts'`)

    assert.deepEqual(await found(), ['shop: Order'])
  })

  test('bring those of the framework that they need', async ({ assert }) => {
    await file(
      'app/shop/models/order.ts',
      `${imports}
      ${model('Entry')}
      ${model('History', 'static requires = [Entry]')}
      export default ${model('Order', 'static requires = [History]')}`
    )

    assert.deepEqual(await found(), ['shop: Order', 'atrium: History', 'atrium: Entry'])
  })

  test('name the file that cannot be imported', async ({ assert }) => {
    await file('app/shop/models/order.ts', `throw new Error('no such luck')`)

    const failure = await found().catch((error) => error)
    assert.equal(failure.code, 'E_MODELS_NOT_READ')
    assert.match(failure.message, /^app\/shop\/models\/order\.ts cannot be imported: no such luck/)
  })
})
