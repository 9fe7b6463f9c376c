import { Controller } from '@hotwired/stimulus'

/** Milliseconds after the last key */
const PAUSE = 200

/**
 * Chooses rows of another resource by typing: a combobox over what the server finds. Without it the field
 * takes a key or a title, and it still does when the search fails.
 */
export default class PickerController extends Controller {
  static targets = ['input', 'list', 'clear', 'chips', 'status']
  static values = { address: String, many: Boolean, none: String, failed: String }

  connect() {
    this.options = []
    this.inputTarget.setAttribute('role', 'combobox')
    this.inputTarget.setAttribute('aria-expanded', 'false')
    this.inputTarget.setAttribute('aria-autocomplete', 'list')
    this.inputTarget.setAttribute('aria-controls', this.listTarget.id)
    this.inputTarget.addEventListener('input', this.#typed)
    this.inputTarget.addEventListener('keydown', this.#press)
    this.inputTarget.addEventListener('focus', this.#open)
    this.inputTarget.addEventListener('blur', this.#leave)
    this.inputTarget.addEventListener('draft:filled', this.#restore)
    if (!this.manyValue) this.#takeOver()
  }

  disconnect() {
    clearTimeout(this.timer)
    this.inputTarget.removeEventListener('input', this.#typed)
    this.inputTarget.removeEventListener('keydown', this.#press)
    this.inputTarget.removeEventListener('focus', this.#open)
    this.inputTarget.removeEventListener('blur', this.#leave)
    this.inputTarget.removeEventListener('draft:filled', this.#restore)
    if (this.hidden) this.#giveBack()
  }

  clear() {
    this.#choose({ key: '', title: '' })
    this.inputTarget.focus()
  }

  /** The field shows the title; its key is sent by a field that nobody sees. */
  #takeOver() {
    const { key, title } = this.inputTarget.dataset
    this.hidden = document.createElement('input')
    this.hidden.type = 'hidden'
    this.hidden.name = this.inputTarget.name
    this.hidden.value = key || this.inputTarget.value
    this.inputTarget.removeAttribute('name')
    this.inputTarget.after(this.hidden)
    this.hidden.addEventListener('draft:filled', this.#restore)
    if (key) this.inputTarget.value = title || key
    this.#showClear()
  }

  /** As the server wrote it, for Turbo's memory of the page. */
  #giveBack() {
    this.inputTarget.name = this.hidden.name
    this.inputTarget.dataset.key = this.hidden.value
    this.inputTarget.dataset.title = this.inputTarget.value
    this.hidden.remove()
  }

  /** A draft knows keys and no titles. */
  #restore = ({ detail: keys }) => {
    if (this.manyValue) for (const key of keys) this.#addChip(key, key)
    else this.inputTarget.value = this.hidden.value
  }

  #typed = () => {
    if (this.hidden) this.hidden.value = this.inputTarget.value
    this.#showClear()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.#search(), PAUSE)
  }

  #open = () => {
    if (this.hidden && this.inputTarget.value) this.inputTarget.select()
    if (!this.inputTarget.value) this.#search()
  }

  #leave = () => {
    setTimeout(() => this.#close(), 150)
  }

  async #search() {
    const asked = (this.asked = this.inputTarget.value.trim())
    const query = new URLSearchParams({ q: asked })
    for (const box of this.#boxes) if (box.checked) query.append('not[]', box.value)

    try {
      const response = await fetch(`${this.addressValue}?${query}`, {
        headers: { accept: 'application/json' },
      })
      if (!response.ok) throw new Error(response.statusText)
      const { options } = await response.json()
      if (asked === this.asked && document.activeElement === this.inputTarget) this.#show(options)
    } catch {
      this.statusTarget.textContent = this.failedValue
      this.#close()
    }
  }

  #show(options) {
    this.options = options
    this.listTarget.replaceChildren(...options.map((option, index) => this.#item(option, index)))
    if (!options.length) {
      const none = document.createElement('li')
      none.textContent = this.noneValue
      this.listTarget.append(none)
    }
    this.statusTarget.textContent = options.length ? '' : this.noneValue
    this.listTarget.hidden = false
    this.inputTarget.setAttribute('aria-expanded', 'true')
    this.#mark(this.asked && options.length ? 0 : -1)
  }

  #item(option, index) {
    const item = document.createElement('li')
    item.id = `${this.listTarget.id}-${index}`
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', 'false')
    item.append(option.title)
    if (option.hint) {
      const hint = document.createElement('small')
      hint.textContent = option.hint
      item.append(hint)
    }
    item.addEventListener('mousedown', (event) => {
      event.preventDefault()
      this.#choose(option)
    })
    return item
  }

  #press = (event) => {
    if (event.isComposing) return
    const isOpen = !this.listTarget.hidden
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]

    if (step) {
      event.preventDefault()
      if (isOpen) this.#mark((this.marked + step + this.options.length) % this.options.length)
      else this.#search()
    } else if (event.key === 'Enter' && isOpen && this.options[this.marked]) {
      event.preventDefault()
      this.#choose(this.options[this.marked])
    } else if (event.key === 'Enter' && this.manyValue && this.inputTarget.value) {
      event.preventDefault()
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      this.#close()
    }
  }

  #mark(index) {
    this.marked = index
    const items = [...this.listTarget.querySelectorAll('[role=option]')]
    items.forEach((item, at) => item.setAttribute('aria-selected', String(at === index)))
    items[index]?.scrollIntoView({ block: 'nearest' })

    if (items[index]) this.inputTarget.setAttribute('aria-activedescendant', items[index].id)
    else this.inputTarget.removeAttribute('aria-activedescendant')
  }

  #choose({ key, title }) {
    clearTimeout(this.timer)
    this.asked = undefined
    if (this.manyValue) this.#addChip(key, title)
    else {
      this.inputTarget.value = title
      this.hidden.value = key
    }
    this.statusTarget.textContent = title
    this.#close()
    this.#showClear()
    this.element.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #addChip(key, title) {
    this.inputTarget.value = ''
    if (!key) return
    const known = this.#boxes.find(({ value }) => value === key)
    if (known) {
      known.checked = true
      return
    }

    const box = document.createElement('input')
    const words = document.createElement('span')
    const chip = document.createElement('label')
    Object.assign(box, { type: 'checkbox', name: this.inputTarget.name, value: key, checked: true })
    box.className = 'checkbox checkbox-primary checkbox-sm'
    words.textContent = title
    chip.className = 'check chip'
    chip.append(box, words)
    this.chipsTarget.append(chip)
  }

  get #boxes() {
    return this.hasChipsTarget ? [...this.chipsTarget.querySelectorAll('input')] : []
  }

  #showClear() {
    this.clearTarget.hidden = this.manyValue || !this.inputTarget.value || this.inputTarget.required
  }

  #close() {
    this.listTarget.hidden = true
    this.inputTarget.setAttribute('aria-expanded', 'false')
    this.inputTarget.removeAttribute('aria-activedescendant')
  }
}
