import { Controller } from '@hotwired/stimulus'

/**
 * Adds, removes and moves rows within a form. Without it the server adds them, and a box says which are
 * to be removed.
 */
export default class InlineRowsController extends Controller {
  static targets = ['rows', 'row', 'template', 'empty']
  static values = { order: String }

  add(event) {
    event.preventDefault()
    this.#append().querySelector('input:not([type=hidden]), select, textarea')?.focus()
  }

  /** A row that was never saved goes at once; another one when the form is saved. */
  remove(event) {
    const row = event.currentTarget.closest('.inline-row')
    if (row.querySelector('[name$="[_key]"]')) return

    row.remove()
    this.#countRows()
    this.element.dispatchEvent(new Event('change', { bubbles: true }))
  }

  up(event) {
    const row = event.currentTarget.closest('.inline-row')
    row.previousElementSibling?.before(row)
    this.#renumber(event.currentTarget)
  }

  down(event) {
    const row = event.currentTarget.closest('.inline-row')
    row.nextElementSibling?.after(row)
    this.#renumber(event.currentTarget)
  }

  /** A draft may have rows that the form has not got yet. */
  restoreRows({ detail: { fields } }) {
    const name = this.element.id.replace(/^field-/, '')
    const numbers = new Set(
      fields.map(([field]) => field.match(new RegExp(`^${name}\\[(\\d+)\\]`))?.[1]).filter(Boolean)
    )
    for (const number of numbers) {
      const isThere = document.getElementById(`${this.element.id}-${number}`)
      if (!isThere) this.#append(number)
    }
  }

  #append(number = this.#nextNumber()) {
    const markup = this.templateTarget.innerHTML.replaceAll('__row__', String(number))
    const parsed = document.createElement('template')
    parsed.innerHTML = markup
    const row = parsed.content.querySelector('.inline-row')
    this.rowsTarget.append(row)
    this.#countRows()
    return row
  }

  #nextNumber() {
    const numbers = this.rowTargets.map(({ id }) => Number(id.split('-').at(-1)))
    return Math.max(-1, ...numbers) + 1
  }

  #renumber(button) {
    this.rowTargets.forEach((row, index) => {
      const order = row.querySelector(`[name$="[${this.orderValue}]"]`)
      if (order) order.value = String(index + 1)
    })
    button.focus()
    this.element.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #countRows() {
    this.emptyTarget.hidden = this.rowTargets.length > 0
  }
}
