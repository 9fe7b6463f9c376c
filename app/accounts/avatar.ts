import sharp from 'sharp'
import { errors } from '@vinejs/vine'
import { randomUUID } from 'node:crypto'
import { fileTypeFromFile } from 'file-type'
import drive from '@adonisjs/drive/services/main'
import type { MultipartFile } from '@adonisjs/core/bodyparser'

const FORMATS = ['png', 'jpg', 'webp', 'gif']
const FOLDER = 'avatars'
const SIDE = 256
const MAX_PIXELS = 50_000_000

/**
 * Pictures of people that they uploaded. Whatever comes in is drawn anew, as a small square without
 * the data that cameras add.
 */
export class Avatar {
  /**
   * Stores an uploaded picture under a name of our own, and gives its address.
   *
   * @throws E_VALIDATION_ERROR the bytes are not those of a picture
   */
  static async store(file: MultipartFile) {
    const key = `${FOLDER}/${randomUUID()}.webp`

    await drive.use().put(key, await drawn(file.tmpPath!), { contentType: 'image/webp' })
    return drive.use().getUrl(key)
  }

  /**
   * Removes the picture at an address, if it is one that was uploaded here.
   */
  static async remove(address: string | null) {
    const [, name] = /\/avatars\/([0-9a-f-]{36}\.webp)$/.exec(address ?? '') ?? []
    const key = `${FOLDER}/${name}`

    if (name && address === (await drive.use().getUrl(key))) {
      await drive.use().delete(key)
    }
  }
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
