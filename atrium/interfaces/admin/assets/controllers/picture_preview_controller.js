import { Controller } from '@hotwired/stimulus'

/**
 * Shows a picture that was chosen before it is sent.
 */
export default class PicturePreviewController extends Controller {
  show() {
    const [file] = this.element.files
    this.picture?.remove()
    if (!file?.type.startsWith('image/')) return

    const reader = new FileReader()
    reader.addEventListener('load', () => {
      this.picture = Object.assign(document.createElement('img'), { src: reader.result, alt: '' })
      this.picture.className = 'chosen-picture'
      this.element.before(this.picture)
    })
    reader.readAsDataURL(file)
  }
}
