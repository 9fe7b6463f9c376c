import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { errors } from '@vinejs/vine'
import { fileTypeFromFile } from 'file-type'
import drive from '@adonisjs/drive/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import type { ResourceField } from '#atrium/resource/main'

import type { AdminConfig } from '../config.ts'
import type { RowForm } from './row_form.ts'

/** Pictures that browsers show, and that can hold no script */
const PICTURES = ['png', 'jpg', 'webp', 'gif', 'avif']

const LARGEST = '5mb'

/**
 * The files that were sent with a form. They are kept under names of our own; what was kept for a form
 * that is refused goes again. A file that is replaced stays, since the history leads back to it.
 */
export class Uploads {
  readonly #keys: string[] = []

  constructor(
    protected ctx: HttpContext,
    protected config: AdminConfig
  ) {}

  get #disk() {
    return drive.use(this.config.disk as Parameters<typeof drive.use>[0])
  }

  /**
   * Keeps what was sent, and says in the form where.
   *
   * @throws E_VALIDATION_ERROR a file is too large, or is not what the field takes
   */
  async store(form: RowForm) {
    const removed = [this.ctx.request.input('_remove', [])].flat()

    for (const name of form.plan.names) {
      const field = form.resource.fields.get(name)
      if (field?.description.kind !== 'file' && field?.description.kind !== 'image') continue

      delete form.texts.fields[name]
      const file = this.ctx.request.file(name, limitsOf(field))
      if (file) form.texts.fields[name] = await this.#keep(field, file, form.resource.name)
      else if (removed.includes(name)) form.texts.fields[name] = ''
    }
  }

  /** Takes back what was kept, when the form could not be saved. */
  async discard() {
    for (const key of this.#keys.splice(0)) await this.#disk.delete(key)
  }

  async #keep(field: ResourceField, file: MultipartFile, resource: string) {
    if (!file.isValid) throw refused(field, file.errors.map(({ message }) => message).join(' '))

    const type = await fileTypeFromFile(file.tmpPath!)
    const isPicture = type !== undefined && PICTURES.includes(type.ext)
    if (field.description.kind === 'image' && !isPicture) {
      throw refused(field, 'is not a picture that browsers show: PNG, JPEG, WebP, AVIF or GIF')
    }

    const ending = isPicture ? type.ext : endingOf(file)
    const key = `admin/${resource}/${field.name}/${randomUUID()}${ending && `.${ending}`}`
    this.#keys.push(key)
    await this.#disk.put(key, await readFile(file.tmpPath!), { contentType: type?.mime })
    return key
  }
}

function limitsOf({ description }: ResourceField) {
  const { maxSize, extensions } = description as { maxSize?: string; extensions?: string[] }
  return { size: maxSize ?? LARGEST, ...(extensions && { extnames: [...extensions] }) }
}

/** Only what cannot do anything in a path. */
function endingOf({ extname }: MultipartFile) {
  return /^[a-z0-9]{1,10}$/i.test(extname ?? '') ? extname!.toLowerCase() : ''
}

function refused({ name }: ResourceField, message: string) {
  return new errors.E_VALIDATION_ERROR([{ field: name, message, rule: 'file' }])
}
