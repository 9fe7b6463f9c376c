import { Controller } from '@hotwired/stimulus'

/**
 * Cells that are edited in their place: by the pencil, which goes to the cell that is pointed at, by a
 * double click, or by a key in the row in force. Escape leaves a cell as it was. The heads of the table
 * say which columns can be edited, and rows whether they can.
 */
export default class CellsController extends Controller {
  static targets = ['pencil', 'form', 'cancel']

  initialize() {
    this.pencil = this.pencilTarget.content.firstElementChild.cloneNode(true)
  }

  disconnect() {
    this.pencil.remove()
  }

  point({ target }) {
    const cell = this.#editableAt(target)
    if (cell && !cell.contains(this.pencil)) this.#bringPencil(cell)
  }

  /** By the pencil or a double click. Of a row it is the cell in which the focus is, or else the first. */
  open({ target }) {
    const cell = this.#editableAt(target)
    if (cell) this.#edit(cell)
  }

  openIn({ target: row }) {
    const focused = this.#editableAt(document.activeElement)
    const cells = [...row.cells].filter((cell) => this.#editableAt(cell))
    const cell = cells.includes(focused) ? focused : cells[0]
    if (cell) this.#edit(cell)
  }

  formTargetConnected(form) {
    this.pencil.remove()
    const control = form.querySelector('input:not([type=hidden]), textarea, select')
    control?.focus()
    control?.select?.()
  }

  /** The cell is as any other again, and the keyboard goes on where it was. */
  formTargetDisconnected() {
    const cell = this.edited
    setTimeout(() => {
      const frame = cell.querySelector('turbo-frame:not(:has(form))')
      if (!frame?.isConnected) return

      frame.replaceWith(...frame.childNodes)
      if (this.element.matches(':focus-within')) return

      this.#bringPencil(cell)
      this.pencil.focus()
    })
  }

  press(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.hasCancelTarget) return

    event.preventDefault()
    this.cancelTarget.click()
  }

  #edit(cell) {
    const { base } = cell.parentElement.dataset
    const name = this.#headOf(cell).dataset.cell
    const frame = document.createElement('turbo-frame')
    const key = cell.parentElement.querySelector('.cell-check input').value
    this.pencil.remove()
    this.edited = cell

    frame.id = `cell-${key}-${name}`
    frame.className = 'cell'
    frame.append(...cell.childNodes)
    cell.append(frame)
    frame.src = `${base}/cells/${name}${cell.matches('.cell-first') ? '?first=1' : ''}`
  }

  #bringPencil(cell) {
    const { label } = this.#headOf(cell).dataset
    const title = cell.parentElement.querySelector('.cell-first').textContent.trim()
    this.pencil.ariaLabel = this.pencil.dataset.label
      .replace('{field}', label)
      .replace('{title}', title)
    cell.append(this.pencil)
  }

  /** The cell that something is in, unless it may not be edited or is being edited. */
  #editableAt(element) {
    const cell = element.closest?.('tr[data-editable] > :is(td, th)')
    const isEditable = cell && this.#headOf(cell)?.dataset.cell && !cell.querySelector('form')
    return isEditable ? cell : undefined
  }

  #headOf(cell) {
    return this.element.querySelector('thead tr').cells[cell.cellIndex]
  }
}
