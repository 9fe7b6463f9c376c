import router from '@adonisjs/core/services/router'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'

import AdminMiddleware from './middleware/admin_middleware.ts'
import LanguageMiddleware from './middleware/language_middleware.ts'

type Middleware = MiddlewareFn | ParsedNamedMiddleware

const Dashboard = () => import('./controllers/dashboard_controller.ts')
const Widgets = () => import('./controllers/widgets_controller.ts')
const Lists = () => import('./controllers/lists_controller.ts')
const Rows = () => import('./controllers/rows_controller.ts')
const Deletions = () => import('./controllers/deletions_controller.ts')
const Trash = () => import('./controllers/trash_controller.ts')
const Restorations = () => import('./controllers/restorations_controller.ts')
const Histories = () => import('./controllers/histories_controller.ts')
const Reversals = () => import('./controllers/reversals_controller.ts')
const Options = () => import('./controllers/options_controller.ts')
const Related = () => import('./controllers/related_controller.ts')
const Cells = () => import('./controllers/cells_controller.ts')
const Previews = () => import('./controllers/previews_controller.ts')
const Files = () => import('./controllers/files_controller.ts')
const RowActions = () => import('./controllers/row_actions_controller.ts')
const PageActions = () => import('./controllers/page_actions_controller.ts')
const Selections = () => import('./controllers/selections_controller.ts')
const BulkEdits = () => import('./controllers/bulk_edits_controller.ts')
const BulkDeletions = () => import('./controllers/bulk_deletions_controller.ts')
const BulkActions = () => import('./controllers/bulk_actions_controller.ts')
const BulkRestorations = () => import('./controllers/bulk_restorations_controller.ts')
const Runs = () => import('./controllers/runs_controller.ts')
const Undos = () => import('./controllers/undos_controller.ts')
const Exports = () => import('./controllers/exports_controller.ts')
const Imports = () => import('./controllers/imports_controller.ts')
const SavedViews = () => import('./controllers/saved_views_controller.ts')
const ListSettings = () => import('./controllers/list_settings_controller.ts')
const Counts = () => import('./controllers/counts_controller.ts')
const Facets = () => import('./controllers/facets_controller.ts')
const Examinations = () => import('./controllers/examinations_controller.ts')
const Searches = () => import('./controllers/searches_controller.ts')
const Palette = () => import('./controllers/palette_controller.ts')
const Explanations = () => import('./controllers/explanations_controller.ts')
const Impersonations = () => import('./controllers/impersonations_controller.ts')

/**
 * The addresses of the admin. Those with a fixed word come before those with a resource in their place.
 *
 * @param options.middleware what a request passes first: it lets nobody through who is not signed in
 */
export function adminRoutes({ middleware }: { middleware: Middleware[] }) {
  const admin = new AdminMiddleware()
  const language = new LanguageMiddleware()

  router
    .group(() => {
      router.get('/', [Dashboard, 'show']).as('dashboard')
      router.get('/dashboard/:place', [Widgets, 'show']).as('widgets.show')
      router.get('/search', [Searches, 'show']).as('search')
      router.get('/palette.json', [Palette, 'index']).as('palette')
      router.get('/explain', [Explanations, 'show']).as('explain')
      router.post('/impersonations', [Impersonations, 'store']).as('impersonations.store')
      router.post('/impersonations/end', [Impersonations, 'destroy']).as('impersonations.destroy')
      router
        .get('/impersonations/new/:user', [Impersonations, 'create'])
        .as('impersonations.create')

      router.post('/views', [SavedViews, 'store']).as('views.store')
      router.put('/views/:id', [SavedViews, 'update']).as('views.update')
      router.delete('/views/:id', [SavedViews, 'destroy']).as('views.destroy')
      router.post('/undo/:operation', [Undos, 'store']).as('undo')
      router.post('/previews/markdown', [Previews, 'store']).as('previews.markdown')

      router.get('/selections/:selection', [Selections, 'show']).as('selections.show')
      router.get('/selections/:selection/edit', [BulkEdits, 'create']).as('bulk_edits.create')
      router.post('/selections/:selection/edit', [BulkEdits, 'store']).as('bulk_edits.store')
      router
        .get('/selections/:selection/delete', [BulkDeletions, 'create'])
        .as('bulk_deletions.create')
      router
        .post('/selections/:selection/delete', [BulkDeletions, 'store'])
        .as('bulk_deletions.store')
      router
        .get('/selections/:selection/actions/:action', [BulkActions, 'create'])
        .as('bulk_actions.create')
      router
        .post('/selections/:selection/actions/:action', [BulkActions, 'store'])
        .as('bulk_actions.store')
      router
        .get('/selections/:selection/restore', [BulkRestorations, 'create'])
        .as('bulk_restorations.create')
      router
        .post('/selections/:selection/restore', [BulkRestorations, 'store'])
        .as('bulk_restorations.store')
      router.get('/runs/:run/problems.csv', [Runs, 'problems']).as('runs.problems')
      router.get('/runs/:run', [Runs, 'show']).as('runs.show')
      router.post('/runs/:run/cancel', [Runs, 'destroy']).as('runs.cancel')

      router.get('/:resource', [Lists, 'index']).as('list')
      router.post('/:resource', [Rows, 'store']).as('rows.store')
      router.get('/:resource/new', [Rows, 'create']).as('rows.create')
      router.get('/:resource/count', [Counts, 'show']).as('count')
      router.get('/:resource/facets', [Facets, 'show']).as('facets')
      router.get('/:resource/examine', [Examinations, 'show']).as('examine')
      router.get('/:resource/export', [Exports, 'show']).as('export')
      router.get('/:resource/trash', [Trash, 'index']).as('trash')
      router.get('/:resource/import', [Imports, 'create']).as('imports.create')
      router.post('/:resource/import', [Imports, 'store']).as('imports.store')
      router.get('/:resource/import/:upload', [Imports, 'edit']).as('imports.edit')
      router.post('/:resource/import/:upload', [Imports, 'update']).as('imports.update')
      router.get('/:resource/settings', [ListSettings, 'edit']).as('list_settings.edit')
      router.put('/:resource/settings', [ListSettings, 'update']).as('list_settings.update')
      router.post('/:resource/selections', [Selections, 'store']).as('selections.store')
      router.get('/:resource/options/:relation', [Options, 'index']).as('options')
      router.get('/:resource/actions/:action', [PageActions, 'create']).as('page_actions.create')
      router.post('/:resource/actions/:action', [PageActions, 'store']).as('page_actions.store')

      router.get('/:resource/:key', [Rows, 'show']).as('rows.show')
      router.put('/:resource/:key', [Rows, 'update']).as('rows.update')
      router.delete('/:resource/:key', [Deletions, 'destroy']).as('deletions.destroy')
      router.get('/:resource/:key/edit', [Rows, 'edit']).as('rows.edit')
      router.get('/:resource/:key/delete', [Deletions, 'create']).as('deletions.create')
      router.post('/:resource/:key/restore', [Restorations, 'store']).as('restorations.store')
      router.get('/:resource/:key/history', [Histories, 'index']).as('history')
      router
        .post('/:resource/:key/history/:entry/restore', [Reversals, 'store'])
        .as('reversals.store')
      router.get('/:resource/:key/related/:relation', [Related, 'index']).as('related')
      router.get('/:resource/:key/cells/:field', [Cells, 'edit']).as('cells.edit')
      router.put('/:resource/:key/cells/:field', [Cells, 'update']).as('cells.update')
      router.get('/:resource/:key/files/:field', [Files, 'show']).as('files.show')
      router.get('/:resource/:key/actions/:action', [RowActions, 'create']).as('row_actions.create')
      router.post('/:resource/:key/actions/:action', [RowActions, 'store']).as('row_actions.store')
    })
    .prefix('/admin')
    .as('admin')
    .use([
      ...middleware,
      (ctx, next) => language.handle(ctx, next),
      (ctx, next) => admin.handle(ctx, next),
    ])
}
