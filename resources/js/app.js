import * as Turbo from '@hotwired/turbo'
import { Application } from '@hotwired/stimulus'

import ThemeController from './controllers/theme_controller.js'
import TagsController from './controllers/tags_controller.js'
import ClockController from './controllers/clock_controller.js'
import PictureController from './controllers/picture_controller.js'
import ClipboardController from './controllers/clipboard_controller.js'
import NavigationController from './controllers/navigation_controller.js'

/**
 * No page needs any of this: it only makes them quicker and handier.
 */
Turbo.config.drive.progressBarDelay = 300

const application = Application.start()

application.register('theme', ThemeController)
application.register('tags', TagsController)
application.register('clock', ClockController)
application.register('picture', PictureController)
application.register('clipboard', ClipboardController)
application.register('navigation', NavigationController)
