import { Controller } from '@hotwired/stimulus'

/**
 * Ticks a field as soon as somebody types into it: it is to be changed then.
 */
export default class BulkController extends Controller {
  connect() {
    this.element.addEventListener('input', this.tick)
    this.element.addEventListener('change', this.tick)
  }

  disconnect() {
    this.element.removeEventListener('input', this.tick)
    this.element.removeEventListener('change', this.tick)
  }

  tick = ({ target }) => {
    const field = target.closest('.bulk-field')
    const box = field?.querySelector('input[name="_change[]"]')
    if (box && target !== box) box.checked = true
  }
}
