import { Controller } from '@hotwired/stimulus'

/** Milliseconds without a key before rows are looked for */
const PAUSE = 180

/** Entries that are shown at most: more are not read */
const SHOWN = 40

/**
 * The command palette: Ctrl or Cmd with K opens it. Places come from the server once, actions from
 * the page that is shown, rows as somebody types.
 */
export default class PaletteController extends Controller {
  static targets = ['dialog', 'input', 'list', 'status', 'words', 'opener', 'hint']

  #places
  #rows = []
  #entries = []
  #active = -1
  #timer
  #request

  connect() {
    if (/Mac|iP(hone|ad)/.test(navigator.platform)) this.hintTarget.textContent = '⌘ K'
    document.addEventListener('keydown', this.#pressAnywhere)
  }

  disconnect() {
    document.removeEventListener('keydown', this.#pressAnywhere)
    this.#stop()
    if (this.dialogTarget.open) this.dialogTarget.close()
  }

  async open() {
    if (this.dialogTarget.open) return

    this.#rows = []
    this.inputTarget.value = ''
    this.dialogTarget.showModal()
    this.inputTarget.focus()
    this.#show()

    this.#places ??= await this.#fetch('').catch(() => undefined)
    this.#show()
  }

  closed() {
    this.#stop()
    this.openerTarget.focus()
  }

  closeOutside({ target }) {
    if (target === this.dialogTarget) this.dialogTarget.close()
  }

  type() {
    this.#stop()
    this.#rows = []
    this.#show()

    const text = this.inputTarget.value.trim()
    if (text) this.#timer = setTimeout(() => this.#find(text), PAUSE)
  }

  press(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

    if (event.key in moves) {
      event.preventDefault()
      this.#choose(this.#active + moves[event.key])
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault()
      this.#go(this.#entries[this.#active])
    }
  }

  #pressAnywhere = (event) => {
    if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey) return
    if (event.ctrlKey === event.metaKey) return

    event.preventDefault()
    if (this.dialogTarget.open) this.dialogTarget.close()
    else this.open()
  }

  async #find(text) {
    try {
      this.#request = new AbortController()
      this.#rows = await this.#fetch(text, this.#request.signal)
      this.#show()
    } catch (error) {
      if (error.name !== 'AbortError') this.statusTarget.textContent = this.#word('failed')
    }
  }

  async #fetch(text, signal) {
    const headers = { accept: 'application/json' }
    const answer = await fetch(`/admin/palette.json?q=${encodeURIComponent(text)}`, {
      headers,
      signal,
    })
    if (!answer.ok) throw new Error(`The palette was answered with ${answer.status}`)

    return (await answer.json()).entries
  }

  #stop() {
    clearTimeout(this.#timer)
    this.#request?.abort()
  }

  #show() {
    const text = this.inputTarget.value.trim()
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    const known = [...this.#actionsHere(), ...(this.#places ?? [])]
      .map((entry) => ({ ...entry, rank: rankOf(entry, words) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((one, other) => one.rank - other.rank)
    const search = text
      ? [
          {
            group: this.#word('everywhere'),
            label: text,
            hint: '',
            href: `/admin/search?q=${encodeURIComponent(text)}`,
          },
        ]
      : []

    this.#entries = [...known, ...this.#rows, ...search].slice(0, SHOWN)
    this.#draw()
    this.#choose(0)
    this.statusTarget.textContent = this.#entries.length ? '' : this.#word('none')
  }

  /** Buttons and links beside the title of the page, and what they lead to. */
  #actionsHere() {
    const group = this.#word('here')
    const found = document.querySelectorAll(
      '.admin-header .admin-actions :is(a[href], button):not([popovertarget], [disabled])'
    )

    return Array.from(found, (element) => ({
      group,
      label: (element.textContent.trim() || element.ariaLabel || '').replace(/\s+/g, ' '),
      hint: '',
      element,
    })).filter(({ label }) => label)
  }

  #draw() {
    const groups = Map.groupBy(this.#entries, ({ group }) => group)
    this.#entries = [...groups.values()].flat()

    let place = 0
    this.listTarget.replaceChildren(
      ...Array.from(groups, ([name, entries], index) => {
        const group = element('div', {
          'role': 'group',
          'aria-labelledby': `palette-group-${index}`,
        })
        const title = element('p', { id: `palette-group-${index}`, class: 'palette-group' })
        title.textContent = name

        group.append(title, ...entries.map((entry) => this.#option(entry, place++)))
        return group
      })
    )
  }

  #option(entry, place) {
    const option = element('div', {
      'role': 'option',
      'id': `palette-option-${place}`,
      'class': 'palette-option',
      'aria-selected': 'false',
    })
    const label = element('span', {})
    const hint = element('span', { class: 'palette-hint' })
    label.textContent = entry.label
    hint.textContent = entry.hint

    option.append(label, hint)
    option.addEventListener('click', () => this.#go(entry))
    option.addEventListener('pointermove', () => this.#mark(place))
    return option
  }

  #choose(place) {
    this.#mark(Math.max(0, Math.min(place, this.#entries.length - 1)))
    this.#optionAt(this.#active)?.scrollIntoView({ block: 'nearest' })
  }

  #mark(place) {
    this.#optionAt(this.#active)?.setAttribute('aria-selected', 'false')
    this.#active = place

    const option = this.#optionAt(place)
    option?.setAttribute('aria-selected', 'true')
    if (option) this.inputTarget.setAttribute('aria-activedescendant', option.id)
    else this.inputTarget.removeAttribute('aria-activedescendant')
  }

  #optionAt(place) {
    return this.listTarget.querySelector(`#palette-option-${place}`)
  }

  #go(entry) {
    if (!entry) return

    this.dialogTarget.close()
    if (entry.element) return entry.element.click()

    const link = element('a', { href: entry.href, hidden: '' })
    document.body.append(link)
    link.click()
    link.remove()
  }

  #word(name) {
    return this.wordsTarget.content.querySelector(`[data-word="${name}"]`).textContent
  }
}

function element(name, attributes) {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  return made
}

/** The smaller the better: first what begins with the words, then what has them somewhere. */
function rankOf({ label, hint, group }, words) {
  const name = label.toLowerCase()
  const said = `${name} ${hint} ${group}`.toLowerCase()
  if (!words.every((word) => said.includes(word))) return Infinity

  return words.every((word) => name.startsWith(word) || name.includes(` ${word}`)) ? 0 : 1
}
