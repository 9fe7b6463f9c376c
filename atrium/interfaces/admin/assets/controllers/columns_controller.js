import { Controller } from '@hotwired/stimulus'

/**
 * Columns that are put in order by dragging. The order of the fields is what the form sends.
 */
export default class ColumnsController extends Controller {
  static targets = ['item']

  itemTargetConnected(item) {
    item.draggable = true
  }

  start(event) {
    this.dragged = event.target.closest('li')
    this.dragged.classList.add('is-dragged')
    event.dataTransfer.effectAllowed = 'move'
  }

  over(event) {
    const item = event.target.closest('li')
    if (!this.dragged || !item || item === this.dragged) return

    event.preventDefault()
    const { top, height } = item.getBoundingClientRect()
    item[event.clientY > top + height / 2 ? 'after' : 'before'](this.dragged)
  }

  end() {
    this.dragged?.classList.remove('is-dragged')
    this.dragged = undefined
  }
}
