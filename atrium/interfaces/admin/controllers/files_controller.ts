import drive from '@adonisjs/drive/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import { E_ROW_NOT_FOUND, E_UNKNOWN_NAME } from '#atrium/resource/main'

/** What browsers may show; everything else is saved */
const SHOWN: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
}

/**
 * The file that a field of a row leads to, for those who may see the field.
 */
export default class FilesController {
  async show({ admin, params, response }: HttpContext) {
    const { config, resource, service } = admin
    const field = resource.fields.get(params.field)
    if (field?.kind !== 'file' && field?.kind !== 'image') {
      throw new E_UNKNOWN_NAME([resource.name, params.field])
    }

    const { values } = await service.show(params.key, { fields: [field.name] })
    const key = values[field.name]
    const disk = drive.use(config.disk as Parameters<typeof drive.use>[0])
    if (typeof key !== 'string' || !(await disk.exists(key))) {
      throw new E_ROW_NOT_FOUND([field.label.toLowerCase()])
    }

    const name = key.split('/').at(-1)!
    const type = SHOWN[name.split('.').at(-1)!.toLowerCase()]
    response.header('X-Content-Type-Options', 'nosniff')
    response.header('Content-Type', type ?? 'application/octet-stream')
    response.header(
      'Content-Disposition',
      `${type ? 'inline' : 'attachment'}; filename="${name.replace(/[^\w.-]/g, '_')}"`
    )
    return response.stream(await disk.getStream(key))
  }
}
