import { Controller } from '@hotwired/stimulus'

const WAIT = 1_000

/**
 * Looks again and again how far a run has got, until it has ended: the page that comes then has no such
 * controller.
 */
export default class RunController extends Controller {
  connect() {
    this.timer = setTimeout(() => this.look(), WAIT)
  }

  disconnect() {
    clearTimeout(this.timer)
  }

  look() {
    const frame = this.element.closest('turbo-frame')
    if (frame.src) frame.reload()
    else frame.src = window.location.href
  }
}
