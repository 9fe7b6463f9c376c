import { Controller } from '@hotwired/stimulus'

const BEGINNING = 'atrium-draft:'
const SENT = 'atrium-draft-sent'

/** Drafts that nobody came back to */
const KEPT = 14 * 24 * 60 * 60 * 1000

/** What is no part of what was typed, or must not be kept */
const LEFT_OUT = ['_csrf', '_then', '_add']

/**
 * Keeps what is typed into a form in the browser, so that it survives a crash, and asks before somebody
 * leaves a form that was not saved. Passwords and files are never kept.
 */
export default class DraftController extends Controller {
  static targets = ['banner', 'text']
  static values = { leave: String, restored: String, refused: Boolean }

  connect() {
    this.original = this.#written()
    this.isSent = false
    window.addEventListener('beforeunload', this.#beforeUnload)
    document.addEventListener('turbo:before-visit', this.#beforeVisit)
    if (this.refusedValue) return sessionStorage.removeItem(SENT)

    settleSent()
    const draft = this.#draft
    if (draft && draft.written !== this.original) this.#offer(draft)
  }

  disconnect() {
    clearTimeout(this.timer)
    window.removeEventListener('beforeunload', this.#beforeUnload)
    document.removeEventListener('turbo:before-visit', this.#beforeVisit)
  }

  changed() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.#keep(), 300)
  }

  /** The draft goes once another screen shows that the save worked. */
  sent() {
    this.#keep()
    this.isSent = true
    sessionStorage.setItem(SENT, this.#name)
  }

  restore() {
    const { fields } = this.#draft ?? { fields: [] }
    this.dispatch('restoring', { detail: { fields } })
    fillIn(this.element, fields)
    this.textTarget.textContent = this.restoredValue
    for (const button of this.bannerTarget.querySelectorAll('button')) button.remove()
    this.element.dispatchEvent(new Event('change', { bubbles: true }))
  }

  discard() {
    localStorage.removeItem(this.#name)
    this.bannerTarget.hidden = true
  }

  #offer({ at }) {
    const time = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(new Date(at))
    this.textTarget.textContent = this.textTarget.dataset.text.replace('__time__', time)
    this.bannerTarget.hidden = false
  }

  #keep() {
    const written = this.#written()
    if (written === this.original) return localStorage.removeItem(this.#name)

    const draft = { at: Date.now(), written, fields: this.#fields() }
    try {
      localStorage.setItem(this.#name, JSON.stringify(draft))
    } catch {
      // A full store is no reason to disturb whoever is typing
    }
  }

  get #isChanged() {
    return !this.isSent && this.#written() !== this.original
  }

  #beforeUnload = (event) => {
    if (this.#isChanged) event.preventDefault()
  }

  #beforeVisit = (event) => {
    if (this.#isChanged && !confirm(this.leaveValue)) event.preventDefault()
  }

  /** One draft for each address. */
  get #name() {
    return BEGINNING + location.pathname
  }

  get #draft() {
    try {
      return JSON.parse(localStorage.getItem(this.#name))
    } catch {
      return null
    }
  }

  #fields() {
    const secrets = new Set(
      [...this.element.querySelectorAll('[type=password]')].map(({ name }) => name)
    )
    return [...new FormData(this.element)].filter(
      ([name, value]) => typeof value === 'string' && !LEFT_OUT.includes(name) && !secrets.has(name)
    )
  }

  /** What was typed, without what only travels along. */
  #written() {
    return JSON.stringify(this.#fields().filter(([name]) => !/^_(version|base|zone)$/.test(name)))
  }
}

/** Puts the values of a draft into the fields of the same names, in their order. */
function fillIn(form, fields) {
  const byName = new Map()
  for (const [name, value] of fields) byName.set(name, [...(byName.get(name) ?? []), value])

  for (const [name, values] of byName) {
    const inputs = [...form.elements].filter((input) => input.name === name)
    const boxes = inputs.filter(({ type }) => type === 'checkbox' || type === 'radio')
    const others = inputs.filter((input) => !boxes.includes(input))
    const unknown = values.filter((value) => value && !boxes.some((box) => box.value === value))

    for (const box of boxes) box.checked = values.includes(box.value)
    if (name.endsWith('[]')) tell(others.at(-1), unknown)
    else if (!boxes.length) {
      others.forEach((input, index) => {
        input.value = values[index] ?? ''
        tell(input, values)
      })
    }
  }
}

/** Fields that are more than a field show what was put into them. */
function tell(input, values) {
  input?.dispatchEvent(new CustomEvent('draft:filled', { detail: values }))
}

/** A form that was sent and led elsewhere was saved. */
function settleSent() {
  const name = sessionStorage.getItem(SENT)
  if (!name) return
  sessionStorage.removeItem(SENT)
  localStorage.removeItem(name)
}

/** Drafts of forms that were saved, and old ones, are taken away on every screen. */
export function tidyDrafts() {
  const merge = document.querySelector('.conflict-form')
  if (merge) {
    const name = sessionStorage.getItem(SENT)
    sessionStorage.removeItem(SENT)
    if (name) merge.addEventListener('submit', () => sessionStorage.setItem(SENT, name))
  } else if (!document.querySelector('[data-draft-refused-value="true"]')) settleSent()

  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(BEGINNING)) continue
    const { at } = JSON.parse(localStorage.getItem(name)) ?? {}
    if (!(Date.now() - at < KEPT)) localStorage.removeItem(name)
  }
}
