import { Controller } from '@hotwired/stimulus'

/**
 * The form of filters: choosing what a condition is about adds it at once.
 */
export default class FiltersController extends Controller {
  static targets = ['add']

  add(event) {
    if (event.target.value) this.element.requestSubmit(this.addTarget)
  }
}
