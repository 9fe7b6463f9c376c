import { Controller } from '@hotwired/stimulus'

/**
 * Marks a picture that does not load, so that the style sheet shows the default one in its place.
 */
export default class PictureController extends Controller {
  connect() {
    if (this.element.complete && this.element.naturalWidth === 0) this.miss()
  }

  miss() {
    this.element.classList.add('is-missing')
  }
}
