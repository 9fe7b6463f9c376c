import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cruise } from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import type { ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser'

const FOLDERS = ['app', 'atrium', 'config', 'start', 'database', 'bin', 'adonisrc.ts']

const config: any = await extractDepcruiseConfig(app.makePath('.dependency-cruiser.cjs'))
const { default: resolveConfig } = await import(app.makePath('depcruise.resolve.cjs'))

/**
 * Reads the imports of the files below `baseDir` and holds them against the rules.
 */
async function check(baseDir: string, folders: string[]) {
  const { output } = await cruise(
    folders,
    {
      ...config.options,
      tsConfig: undefined,
      webpackConfig: undefined,
      ruleSet: { forbidden: config.forbidden },
      validate: true,
      baseDir,
    },
    { ...config.options.enhancedResolveOptions, ...resolveConfig.resolve }
  )
  return output as ICruiseResult
}

/**
 * For each rule one file that breaks it: the file, and what it imports.
 */
const planted: Record<string, [file: string, imported: string]> = {
  'unresolvable': ['app/web/planted.ts', './nowhere.ts'],
  'no-cycles-between-components': ['app/accounts/public.ts', '../publishing/public.ts'],
  'atrium-never-imports-app': ['atrium/model/planted.ts', '../../app/web/public.ts'],
  'foundations-stand-alone': ['atrium/model/planted.ts', '../postgres/main.ts'],
  'migrations-know-models-and-postgres': ['atrium/migrations/planted.ts', '../model/model.ts'],
  'resource-knows-models-and-postgres': ['atrium/resource/planted.ts', '../model/model.ts'],
  'interfaces-know-resources-and-models': [
    'atrium/interfaces/admin/planted.ts',
    '../../model/model.ts',
  ],
  'framework-only-through-main': ['app/web/planted.ts', '../../atrium/model/model.ts'],
  'components-meet-at-public': [
    'app/publishing/models/planted.ts',
    '../../accounts/models/user.ts',
  ],
  'controllers-ask-the-gate': [
    'app/publishing/controllers/planted.ts',
    '../policies/article_policy.ts',
  ],
  'accounts-never-imports-publishing': ['app/accounts/planted.ts', '../publishing/public.ts'],
  'web-and-mail-know-no-component': ['app/web/planted.ts', '../accounts/public.ts'],
  'wiring-imports-doors-only': ['start/planted.ts', '../app/publishing/models/article.ts'],
}

/**
 * A house with one empty file for each place that the planted imports lead to.
 */
async function plant(rule: string) {
  const folder = await mkdtemp(join(tmpdir(), 'import-rules-'))
  const [file, imported] = planted[rule]
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }

  await write('atrium/model/main.ts', 'export {}')
  await write('atrium/model/model.ts', 'export {}')
  await write('atrium/postgres/main.ts', 'export {}')
  await write('app/web/public.ts', 'export {}')
  await write('app/accounts/public.ts', 'export {}')
  await write('app/accounts/models/user.ts', 'export {}')
  await write('app/publishing/models/article.ts', 'export {}')
  await write('app/publishing/policies/article_policy.ts', 'export {}')
  await write('app/publishing/public.ts', "import '../accounts/public.ts'")
  await write('start/routes.ts', 'export {}')
  await write(file, `import '${imported}'`)
  return folder
}

test.group('Import rules', () => {
  test('the whole project keeps them', async ({ assert }) => {
    const { summary } = await check(app.makePath(), FOLDERS)

    assert.deepEqual(
      summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
      []
    )
  }).timeout(60_000)

  test('no rule is idle: each of its patterns matches a file', async ({ assert }) => {
    const { modules } = await check(app.makePath(), FOLDERS)
    const files = modules.map(({ source }) => source)

    for (const { name, from, to } of config.forbidden) {
      for (const { path } of [from, to]) {
        const pattern = path && new RegExp(path.replace(/\$\d/g, '[^/]+'))
        assert.isTrue(!pattern || files.some((file) => pattern.test(file)), `${name}: ${path}`)
      }
    }
  }).timeout(60_000)

  test('every rule has a planted violation', ({ assert }) => {
    assert.sameMembers(
      config.forbidden.map(({ name }: IForbiddenRuleType) => name),
      Object.keys(planted)
    )
  })

  test('{$self} is tripped by a planted violation')
    .with(Object.keys(planted))
    .run(async ({ assert, cleanup }, name) => {
      const folder = await plant(name)
      cleanup(() => rm(folder, { recursive: true }))

      const { summary } = await check(folder, ['app', 'atrium', 'start'])
      assert.include(
        summary.violations.map(({ rule }) => rule.name),
        name
      )
    })
})
