import * as Turbo from '@hotwired/turbo'
import { Controller } from '@hotwired/stimulus'

/**
 * The rows of a list: which are checked, and a row in force that keys move and act on.
 */
export default class RowsController extends Controller {
  static targets = ['all', 'count', 'go']

  connect() {
    document.addEventListener('keydown', this.press)
    this.none = this.countTarget.textContent
    for (const link of this.element.querySelectorAll('.row-menu-button')) {
      link.role = 'button'
      link.ariaHasPopup = 'menu'
    }
    this.count()
  }

  disconnect() {
    document.removeEventListener('keydown', this.press)
    this.countTarget.textContent = this.none
  }

  count({ target } = {}) {
    if (target === this.allTarget) for (const check of this.#checks) check.checked = target.checked

    const { length } = this.#checks.filter(({ checked }) => checked)
    const words = this.countTarget.dataset

    this.countTarget.textContent =
      length === 0 ? this.none : (length === 1 ? words.one : words.other).replace('{n}', length)
    this.allTarget.checked = length > 0 && length === this.#checks.length
    this.allTarget.indeterminate = length > 0 && length < this.#checks.length
    this.goTarget.disabled = length === 0
  }

  /** With Shift a head sorts by its column where the order so far leaves rows alike. */
  sort(event) {
    if (!event.shiftKey) return

    event.preventDefault()
    Turbo.visit(event.currentTarget.dataset.then)
  }

  /**
   * Rows share their menus: the one that is opened is made that of its row. The browser closes it when
   * its button is pressed again, before the click that would open it.
   */
  menu(event) {
    const link = event.target.closest('.row-menu-button')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.type === 'keydown' && event.key !== ' ') return

    const { base } = link.closest('tr').dataset
    const menu = document.getElementById(`row-menu-${link.dataset.menu}`)
    const isOpen = link === this.opener && menu.matches(':popover-open')
    if (event.type === 'pointerdown') return (this.isClosing = isOpen)

    event.preventDefault()
    const isClosing = this.isClosing || isOpen
    this.isClosing = false
    this.opener = link
    if (isClosing) return menu.hidePopover()

    for (const item of menu.children) {
      item.setAttribute(item.matches('a') ? 'href' : 'formaction', base + item.dataset.path)
    }
    menu.showPopover({ source: link })
  }

  press = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('dialog[open]') || this.#isTyping(event.target)) return

    const act = {
      j: () => this.#move(1),
      k: () => this.#move(-1),
      x: () => this.#inRow('.cell-check input').click(),
      o: () => this.#inRow('.row-link')?.click(),
      e: () => this.#edit(this.#rows[this.current].dataset),
      c: () => this.dispatch('cell', { target: this.#rows[this.current] }),
    }[event.key]
    if (!act || (this.current === undefined && !['j', 'k'].includes(event.key))) return

    event.preventDefault()
    act()
  }

  #move(step) {
    const last = this.#rows.length - 1
    this.current = Math.min(Math.max((this.current ?? -1) + step, 0), last)

    for (const [index, row] of this.#rows.entries()) {
      row.toggleAttribute('data-current', index === this.current)
    }
    this.#inRow('.cell-check input').focus({ preventScroll: true })
    this.#rows[this.current].scrollIntoView({ block: 'nearest' })
  }

  #edit({ base, editable }) {
    if (editable !== undefined) Turbo.visit(`${base}/edit`)
  }

  #inRow(selector) {
    return this.#rows[this.current].querySelector(selector)
  }

  get #rows() {
    return [...this.element.querySelectorAll('tbody tr')]
  }

  get #checks() {
    return [...this.element.querySelectorAll('tbody .cell-check input')]
  }

  #isTyping(element) {
    return element.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
  }
}
