import { Controller } from '@hotwired/stimulus'

/**
 * Offers to copy what stands in the source. The button is hidden until there is a script to obey it.
 */
export default class ClipboardController extends Controller {
  static targets = ['source', 'button', 'label']

  connect() {
    this.buttonTarget.hidden = false
  }

  async copy() {
    await navigator.clipboard.writeText(this.sourceTarget.textContent.trim())
    this.labelTarget.textContent = 'Copied'
  }
}
