import sharp from 'sharp'
import { errors } from '@vinejs/vine'
import { randomUUID } from 'node:crypto'
import { fileTypeFromFile } from 'file-type'
import drive from '@adonisjs/drive/services/main'
import type { MultipartFile } from '@adonisjs/core/bodyparser'

import type User from './models/user.ts'

/**
 * What names of pictures look like.
 */
export const NAME = /^[0-9a-f-]{36}\.webp$/

const FORMATS = ['png', 'jpg', 'webp', 'gif']
const SIDE = 256
const MAX_PIXELS = 50_000_000

/**
 * Pictures of people that they uploaded. Whatever comes in is drawn anew, as a small square without
 * the data that cameras add.
 */
export const Avatar = {
  /**
   * Stores a picture that a user uploaded, under a name of our own, and gives its address.
   *
   * @throws E_VALIDATION_ERROR the bytes are not those of a picture
   */
  async store({ id }: User, file: MultipartFile) {
    const key = `avatars/${id}/${randomUUID()}.webp`

    await drive.use().put(key, await drawn(file.tmpPath!), { contentType: 'image/webp' })
    return `/uploads/${key}`
  },

  /**
   * A picture that a user uploaded, or null when there is none of this name.
   */
  async read(userId: number, name: string) {
    const key = `avatars/${userId}/${name}`

    return (await drive.use().exists(key)) ? Buffer.from(await drive.use().getBytes(key)) : null
  },

  /**
   * Removes the picture at an address, if the user uploaded it. Anybody may name the address of
   * somebody else's picture as their own.
   */
  async remove({ id }: User, address: string | null) {
    const folder = `/uploads/avatars/${id}/`

    if (address?.startsWith(folder) && NAME.test(address.slice(folder.length))) {
      await drive.use().delete(address.slice('/uploads/'.length))
    }
  },
}

/**
 * The file's own bytes say what it is: its name and the type that came with it may be wrong.
 */
async function drawn(path: string) {
  const type = await fileTypeFromFile(path)
  if (!type || !FORMATS.includes(type.ext)) {
    throw notAPicture()
  }

  return sharp(path, { limitInputPixels: MAX_PIXELS })
    .rotate()
    .resize(SIDE, SIDE, { fit: 'cover' })
    .webp({ quality: 85 })
    .toBuffer()
    .catch((error) => {
      throw notAPicture({ cause: error })
    })
}

function notAPicture(options?: ErrorOptions) {
  const message = 'is not a PNG, JPEG, WebP or GIF picture'
  return new errors.E_VALIDATION_ERROR([{ field: 'avatar', message, rule: 'picture' }], options)
}
