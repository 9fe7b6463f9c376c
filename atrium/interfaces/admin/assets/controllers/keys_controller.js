import { Controller } from '@hotwired/stimulus'

/**
 * Single keys that do what people do most. An element says which key it answers to:
 * `data-key="n"` is followed, `data-key-focus="/"` gets the focus. Never while somebody types.
 */
export default class KeysController extends Controller {
  static targets = ['dialog']

  press(event) {
    if (event.defaultPrevented || event.isComposing || this.#isTyping(event.target)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return

    const key = this.#sequence(event.key)
    if (key === '?') return this.help()

    const pressed = this.#elementFor('key', key)
    const focused = this.#elementFor('key-focus', key)
    if (!pressed && !focused) return

    event.preventDefault()
    if (focused) {
      focused.focus()
      focused.select?.()
    } else {
      pressed.click()
    }
  }

  help() {
    this.dialogTarget.showModal()
  }

  /** `g` waits for a second key. */
  #sequence(key) {
    const first = this.first
    this.first = key === 'g' ? key : undefined
    return first ? `${first} ${key}` : key
  }

  /** The last one: what a screen has goes before the frame around it. */
  #elementFor(name, key) {
    return [...this.element.querySelectorAll(`[data-${name}="${CSS.escape(key)}"]`)].at(-1)
  }

  #isTyping(element) {
    return (
      element.isContentEditable ||
      document.querySelector('dialog[open]') !== null ||
      (element.matches('input, textarea, select') &&
        !element.matches('[type=checkbox], [type=radio], [type=button], [type=submit]'))
    )
  }
}
