import { Controller } from '@hotwired/stimulus'

/**
 * On a narrow screen the links are a row that can be pushed sideways: brings the one in force into
 * sight.
 */
export default class NavigationController extends Controller {
  connect() {
    const active = this.element.querySelector('.active')
    if (!active) return

    const { offsetLeft, offsetWidth } = active
    this.element.scrollLeft = offsetLeft - (this.element.clientWidth - offsetWidth) / 2
  }
}
