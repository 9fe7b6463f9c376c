import * as Turbo from '@hotwired/turbo'
import { Controller } from '@hotwired/stimulus'

/**
 * The rows of a list: which are checked, and a row in force that keys move and act on.
 */
export default class RowsController extends Controller {
  static targets = ['row', 'check', 'all', 'count', 'go']

  connect() {
    document.addEventListener('keydown', this.press)
    this.none = this.countTarget.textContent
    this.count()
  }

  disconnect() {
    document.removeEventListener('keydown', this.press)
    this.countTarget.textContent = this.none
  }

  checkAll() {
    for (const check of this.checkTargets) check.checked = this.allTarget.checked
    this.count()
  }

  count() {
    const { length } = this.checkTargets.filter(({ checked }) => checked)
    const words = this.countTarget.dataset

    this.countTarget.textContent =
      length === 0 ? this.none : (length === 1 ? words.one : words.other).replace('{n}', length)
    this.allTarget.checked = length > 0 && length === this.checkTargets.length
    this.allTarget.indeterminate = length > 0 && length < this.checkTargets.length
    this.goTarget.disabled = length === 0
  }

  /** With Shift a head sorts by its column where the order so far leaves rows alike. */
  sort(event) {
    if (!event.shiftKey) return

    event.preventDefault()
    Turbo.visit(event.currentTarget.dataset.then)
  }

  press = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('dialog[open]') || this.#isTyping(event.target)) return

    const act = {
      j: () => this.#move(1),
      k: () => this.#move(-1),
      x: () => this.#inRow('[data-rows-target~="check"]')?.click(),
      o: () => this.#inRow('[data-rows-target~="open"]')?.click(),
      e: () => this.#inRow('[data-rows-target~="edit"]')?.click(),
      c: () => this.#inRow('[data-cell-target="edit"]')?.click(),
    }[event.key]
    if (!act || (this.current === undefined && !['j', 'k'].includes(event.key))) return

    event.preventDefault()
    act()
  }

  #move(step) {
    const last = this.rowTargets.length - 1
    this.current = Math.min(Math.max((this.current ?? -1) + step, 0), last)

    for (const [index, row] of this.rowTargets.entries()) {
      row.toggleAttribute('data-current', index === this.current)
    }
    this.#inRow('[data-rows-target~="check"]').focus({ preventScroll: true })
    this.rowTargets[this.current].scrollIntoView({ block: 'nearest' })
  }

  #inRow(selector) {
    return this.rowTargets[this.current]?.querySelector(selector)
  }

  #isTyping(element) {
    return element.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
  }
}
