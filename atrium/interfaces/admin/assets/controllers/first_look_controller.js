import { Controller } from '@hotwired/stimulus'

/**
 * Has what went wrong read first, as soon as it is on the screen.
 */
export default class FirstLookController extends Controller {
  connect() {
    this.element.focus({ preventScroll: true })
    this.element.scrollIntoView({ block: 'nearest' })
  }
}
