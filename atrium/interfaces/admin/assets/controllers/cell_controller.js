import { Controller } from '@hotwired/stimulus'

/**
 * A cell that is edited in its place: by its button or a double click. Escape leaves it as it was.
 */
export default class CellController extends Controller {
  static targets = ['edit', 'form', 'cancel']

  connect() {
    this.element.parentElement.addEventListener('dblclick', this.open)
  }

  disconnect() {
    this.element.parentElement?.removeEventListener('dblclick', this.open)
  }

  open = () => {
    if (this.hasEditTarget) this.editTarget.click()
  }

  formTargetConnected(form) {
    const control = form.querySelector('input:not([type=hidden]), textarea, select')
    control?.focus()
    control?.select?.()
    this.wasOpen = true
  }

  /** The row goes on with the keyboard where it was. */
  editTargetConnected(link) {
    if (this.wasOpen) link.focus()
    this.wasOpen = false
  }

  press(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.hasCancelTarget) return

    event.preventDefault()
    this.cancelTarget.click()
  }
}
