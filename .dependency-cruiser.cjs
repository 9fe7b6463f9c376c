/**
 * Who may import whom (docs/architecture.md). A rule arrives with its first folder; a test proves
 * that each pattern matches a file and that a planted violation trips the rule.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'unresolvable',
      comment: 'An import that leads nowhere would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles-between-components',
      comment: 'Components that need each other are one component.',
      severity: 'error',
      from: { path: '^app/([^/]+)/' },
      to: { path: '^app/([^/]+)/', pathNot: '^app/$1/', circular: true },
    },
    {
      name: 'atrium-never-imports-app',
      comment: 'The framework knows nothing of the product.',
      severity: 'error',
      from: { path: '^atrium/' },
      to: { path: '^(app|config|start)/' },
    },
    {
      name: 'foundations-stand-alone',
      comment: 'atrium/postgres and atrium/model import nothing else of Atrium.',
      severity: 'error',
      from: { path: '^atrium/(postgres|model)/' },
      to: { path: '^atrium/', pathNot: '^atrium/$1/' },
    },
    {
      name: 'migrations-know-models-and-postgres',
      comment: 'atrium/migrations builds on the faces of atrium/model and atrium/postgres alone.',
      severity: 'error',
      from: { path: '^atrium/migrations/' },
      to: {
        path: '^atrium/',
        pathNot: ['^atrium/migrations/', '^atrium/(model|postgres)/main\\.ts$'],
      },
    },
    {
      name: 'resource-knows-models-and-postgres',
      comment: 'atrium/resource builds on the faces of atrium/model and atrium/postgres alone.',
      severity: 'error',
      from: { path: '^atrium/resource/' },
      to: {
        path: '^atrium/',
        pathNot: ['^atrium/resource/', '^atrium/(model|postgres)/main\\.ts$'],
      },
    },
    {
      name: 'interfaces-know-resources-and-models',
      comment:
        'An interface builds on the faces of atrium/resource and atrium/model, never on another one.',
      severity: 'error',
      from: { path: '^atrium/interfaces/([^/]+)/' },
      to: {
        path: '^atrium/',
        pathNot: ['^atrium/interfaces/$1/', '^atrium/(resource|model)/main\\.ts$'],
      },
    },
    {
      name: 'framework-only-through-main',
      comment: 'The product imports a folder of the framework by its main.ts.',
      severity: 'error',
      from: { path: '^(app|database|tests)/' },
      to: { path: '^atrium/', pathNot: '^atrium/([^/]+|interfaces/[^/]+)/main\\.ts$' },
    },
    {
      name: 'components-meet-at-public',
      comment: 'A component imports nothing of another one but its public.ts.',
      severity: 'error',
      from: { path: '^app/([^/]+)/' },
      to: { path: '^app/[^/]+/', pathNot: ['^app/$1/', '^app/[^/]+/public\\.ts$'] },
    },
    {
      name: 'controllers-ask-the-gate',
      comment: 'A policy by itself knows nothing of grants: the gate asks both.',
      severity: 'error',
      from: { path: '^app/.+/controllers/' },
      to: { path: '_policy\\.ts$' },
    },
    {
      name: 'accounts-never-imports-publishing',
      comment: 'Publishing may be deleted; accounts, mail and web must not notice.',
      severity: 'error',
      from: { path: '^app/(accounts|mail|web)/' },
      to: { path: '^app/publishing/' },
    },
    {
      name: 'web-and-mail-know-no-component',
      comment: 'What all pages share cannot depend on one of them.',
      severity: 'error',
      from: { path: '^app/(web|mail)/' },
      to: { path: '^app/accounts/' },
    },
    {
      name: 'wiring-imports-doors-only',
      comment:
        'adonisrc.ts, config/ and start/ import main.ts, public.ts, providers, commands, routes, middleware and drivers.',
      severity: 'error',
      from: { path: '^(adonisrc\\.ts|config/|start/)' },
      to: {
        path: '^(app|atrium)/',
        pathNot: [
          '/(main|public|commands|routes|exception_handler)\\.ts$',
          '_provider\\.ts$',
          '/(drivers|middleware|commands)/',
          '^app/accounts/models/user\\.ts$',
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|node_modules|\\.adonisjs/client)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    webpackConfig: { fileName: 'depcruise.resolve.cjs' },
  },
}
