import * as Turbo from '@hotwired/turbo'
import { Application } from '@hotwired/stimulus'

import ThemeController from '../../../../resources/js/controllers/theme_controller.js'
import PaletteController from './controllers/palette_controller.js'
import ChartController from './controllers/chart_controller.js'
import BulkController from './controllers/bulk_controller.js'
import RunController from './controllers/run_controller.js'
import CellsController from './controllers/cells_controller.js'
import ColumnsController from './controllers/columns_controller.js'
import FiltersController from './controllers/filters_controller.js'
import KeysController from './controllers/keys_controller.js'
import RowsController from './controllers/rows_controller.js'
import ZoneController from './controllers/zone_controller.js'
import ConditionsController from './controllers/conditions_controller.js'
import DraftController, { tidyDrafts } from './controllers/draft_controller.js'
import FirstLookController from './controllers/first_look_controller.js'
import FormTabsController from './controllers/form_tabs_controller.js'
import InlineRowsController from './controllers/inline_rows_controller.js'
import MarkdownController from './controllers/markdown_controller.js'
import PickerController from './controllers/picker_controller.js'
import PicturePreviewController from './controllers/picture_preview_controller.js'
import SlugController from './controllers/slug_controller.js'

/**
 * No screen needs any of this, but for the palette, editing within a list and live previews: it makes
 * them quicker and handier.
 */
Turbo.config.drive.progressBarDelay = 300
document.documentElement.dataset.scripted = ''

const application = Application.start()

application.register('theme', ThemeController)
application.register('keys', KeysController)
application.register('bulk', BulkController)
application.register('run', RunController)
application.register('cells', CellsController)
application.register('columns', ColumnsController)
application.register('filters', FiltersController)
application.register('rows', RowsController)
application.register('zone', ZoneController)
application.register('palette', PaletteController)
application.register('chart', ChartController)
application.register('conditions', ConditionsController)
application.register('draft', DraftController)
application.register('first-look', FirstLookController)
application.register('form-tabs', FormTabsController)
application.register('inline-rows', InlineRowsController)
application.register('markdown', MarkdownController)
application.register('picker', PickerController)
application.register('picture-preview', PicturePreviewController)
application.register('slug', SlugController)

document.addEventListener('turbo:load', tidyDrafts)
document.addEventListener('turbo:render', tidyDrafts)
