import { Controller } from '@hotwired/stimulus'

/**
 * Turns a field of words separated by commas into pills. The form still sends one field, with the
 * same name and the same commas.
 */
export default class TagsController extends Controller {
  static targets = ['input', 'list', 'value', 'status']

  connect() {
    this.element.closest('form').addEventListener('submit', this.#takeWhatIsTyped)
    this.takeOver()
  }

  disconnect() {
    this.element.closest('form')?.removeEventListener('submit', this.#takeWhatIsTyped)
    this.giveBack()
  }

  /**
   * Makes pills of what the server wrote into the field. Done again when Turbo has put the server's
   * field back in its place.
   */
  takeOver() {
    if (!this.hasInputTarget || !this.inputTarget.name) return

    this.valueTarget.name = this.inputTarget.name
    this.inputTarget.removeAttribute('name')
    this.listTarget.replaceChildren()
    this.#takeWhatIsTyped()
  }

  /**
   * Leaves the field as the server writes it, for Turbo's memory of the page.
   */
  giveBack() {
    if (!this.hasInputTarget || this.inputTarget.name) return

    this.inputTarget.name = this.valueTarget.name
    this.inputTarget.value = this.valueTarget.value
    this.valueTarget.removeAttribute('name')
    this.listTarget.replaceChildren()
  }

  /**
   * Enter and comma add a tag and never send the form; Backspace in an empty field takes the last
   * one back.
   */
  press(event) {
    if (event.isComposing) return

    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      this.#takeWhatIsTyped()
    } else if (event.key === 'Backspace' && this.inputTarget.value === '') {
      this.#remove(this.listTarget.lastElementChild)
    }
  }

  remove(event) {
    this.#remove(event.currentTarget.closest('.tag-pill'))
    this.inputTarget.focus()
  }

  get #tags() {
    return [...this.listTarget.children].map((pill) => pill.dataset.tag)
  }

  #takeWhatIsTyped = () => {
    const typed = this.inputTarget.value.split(',').map((tag) => tag.trim())

    for (const tag of typed) {
      if (tag && !this.#tags.includes(tag)) {
        this.listTarget.append(this.#pill(tag))
        this.statusTarget.textContent = `Added ${tag}`
      }
    }

    this.inputTarget.value = ''
    this.#store()
  }

  #remove(pill) {
    if (!pill) return

    this.statusTarget.textContent = `Removed ${pill.dataset.tag}`
    pill.remove()
    this.#store()
  }

  #store() {
    this.valueTarget.value = this.#tags.join(', ')
  }

  #pill(tag) {
    const cross = document.createElement('i')
    cross.textContent = '×'
    cross.setAttribute('aria-hidden', 'true')

    const button = document.createElement('button')
    button.type = 'button'
    button.dataset.action = 'tags#remove'
    button.setAttribute('aria-label', `Remove tag ${tag}`)
    button.append(cross)

    const pill = document.createElement('li')
    pill.className = 'tag-default tag-pill'
    pill.dataset.tag = tag
    pill.append(tag, button)

    return pill
  }
}
