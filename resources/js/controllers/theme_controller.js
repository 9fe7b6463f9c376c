import { Controller } from '@hotwired/stimulus'

/**
 * Switches the theme at once. The link's own address stores the choice, here in the background.
 */
export default class ThemeController extends Controller {
  choose(event) {
    event.preventDefault()

    const link = event.currentTarget
    const name = link.dataset.themeName

    if (name === 'system') {
      delete document.documentElement.dataset.theme
    } else {
      document.documentElement.dataset.theme = name
    }

    for (const other of document.querySelectorAll('[data-theme-name]')) {
      other.toggleAttribute('aria-current', other.dataset.themeName === name)
    }

    fetch(link.href, { redirect: 'manual', credentials: 'same-origin', keepalive: true })
  }
}
