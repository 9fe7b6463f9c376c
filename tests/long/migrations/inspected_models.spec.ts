import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { runCommand } from '#tests/functional/platform/run_command'
import { Scratch, inspect, laidOut, readSchema } from '#atrium/migrations/main'

test.group('Models that were written from a foreign schema', () => {
  test('compile, and are as the linter wants them', async ({ assert, cleanup }) => {
    await mkdir(app.tmpPath(), { recursive: true })
    const folder = await mkdtemp(app.tmpPath('compiled-'))
    const scratch = await Scratch.open(process.env.DATABASE_URL!)
    cleanup(async () => {
      await scratch.drop()
      await rm(folder, { recursive: true })
    })

    const path = app.makePath('tests/fixtures/migrations/foreign_schema.sql')
    await scratch.query(await readFile(path, 'utf8'))
    for (const { name, text } of inspect(await readSchema(scratch)).files) {
      await writeFile(join(folder, name), await laidOut(text, join(folder, name)))
    }
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: app.makePath('tsconfig.json'), include: ['*.ts'], exclude: [] })
    )

    const bin = (name: string) => app.makePath('node_modules', name)
    const cwd = app.makePath()
    const compiling = await runCommand([bin('typescript/bin/tsc'), '--noEmit', '-p', folder], {
      cwd,
    })
    const linting = await runCommand([bin('eslint/bin/eslint.js'), folder], { cwd })

    assert.equal(compiling.output, '')
    assert.equal(linting.output, '')
  }).timeout(120_000)
})
