import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { field } from '#atrium/model/main'
import app from '@adonisjs/core/services/app'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { Agreement, type Generated } from '#atrium/migrations/main'

import { modelOf } from '#tests/migrations/model_of'

const AGREED = { questions: [], drafts: [], isUpToDate: true } as unknown as Generated
const MIGRATION = `import { Migration } from '#atrium/migrations/main'`

test.group('That models and migrations agree', (group) => {
  let root: string
  let looked: number

  group.each.setup(async () => {
    root = app.makePath('tmp', 'agreements', randomUUID())
    looked = 0
    await file('1_create.ts', MIGRATION)
    return () => rm(root, { recursive: true })
  })

  const file = async (name: string, text: string) => {
    await mkdir(`${root}/migrations`, { recursive: true })
    await writeFile(`${root}/migrations/${name}`, text)
  }

  /** Asks whether they agree. */
  async function ask({ fields = {}, others = 0, found = AGREED, models: many = 50 } = {}) {
    const project: any = {
      makePath: (...parts: string[]) => [root, ...parts].join('/'),
      tmpPath: (...parts: string[]) => [root, 'tmp', ...parts].join('/'),
    }
    const models = Array.from({ length: many }, (_, place) => ({
      component: 'app',
      model: modelOf(`t${place}`, { id: field.id(), ...fields }),
    }))
    const agreement = await Agreement.between(project, { models, folders: ['migrations'], others })

    return agreement.or(async () => {
      looked += 1
      return found
    })
  }

  test('is known once it was found out in a large project', async ({ assert }) => {
    await ask()
    assert.containSubset(await ask(), { isUpToDate: true, drafts: [], questions: [] })
    assert.equal(looked, 1)
  })

  test('is looked at each time in a small one', async ({ assert }) => {
    await ask({ models: 49 })
    await ask({ models: 49 })
    assert.equal(looked, 2)
  })

  test('is not believed when they differed', async ({ assert }) => {
    await ask({ found: { ...AGREED, isUpToDate: false } as Generated })
    await ask()
    assert.equal(looked, 2)
  })

  test('is looked at again when a model, a file or the server changed', async ({ assert }) => {
    await ask()
    await ask({ fields: { name: field.text() } })
    await ask()
    assert.equal(looked, 3)

    await file('2_add.ts', MIGRATION)
    await ask()
    await file('2_add.ts', `${MIGRATION}\n`)
    await ask()
    assert.equal(looked, 5)

    await ask({ others: 1 })
    assert.equal(looked, 6)
  })

  test('is never known where a file may do something else another time', async ({ assert }) => {
    const others = [
      `import { names } from '../names.ts'`,
      `import env from '#start/env'`,
      'export const at = new Date()',
      'export const url = process.env.URL',
      `export const more = await import('./more.ts')`,
    ]
    for (const text of others) {
      looked = 0
      await file('2_other.ts', text)
      await ask()
      await ask()
      assert.equal(looked, 2, text)
    }
  })
})
