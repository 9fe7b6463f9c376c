import { Controller } from '@hotwired/stimulus'

/**
 * Shows the default picture in place of one that does not load. The address of the other one stays
 * in `src`.
 */
export default class PictureController extends Controller {
  connect() {
    if (this.element.complete && this.element.naturalWidth === 0) this.miss()
  }

  miss() {
    if (!this.element.srcset) this.element.srcset = '/default-avatar.svg'
  }
}
