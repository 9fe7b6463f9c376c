import type { Readable } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import { createError, Exception } from '@adonisjs/core/exceptions'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

export const E_REQUEST_ENTITY_TOO_LARGE = createError<[limit: number]>(
  'The body is larger than %d bytes',
  'E_REQUEST_ENTITY_TOO_LARGE',
  413
)

const E_ENCODING_UNSUPPORTED = createError<[encoding: string]>(
  'Bodies in "%s" are not read here: send UTF-8, plain or compressed with gzip, deflate or br',
  'E_ENCODING_UNSUPPORTED',
  415
)

const E_MALFORMED_BODY = createError<[reason: string]>(
  'The body cannot be read: %s',
  'E_MALFORMED_BODY',
  400
)

const decompressors: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/**
 * Reads a body as text, strictly: of UTF-8 only what is valid, of compressed bodies only whole
 * ones, and never more than the limit, however small it was packed.
 */
export async function readBodyText(request: IncomingMessage, limit: number) {
  assertCharset(request)

  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throw new E_REQUEST_ENTITY_TOO_LARGE([limit])
  }

  const bytes = await readBytes(request, limit)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new E_MALFORMED_BODY(['it is not valid UTF-8'])
  }
}

function assertCharset({ headers }: IncomingMessage) {
  const charset = headers['content-type']?.match(/;\s*charset="?([^\s;"]+)/i)?.[1]

  if (charset && !['utf-8', 'utf8', 'us-ascii'].includes(charset.toLowerCase())) {
    throw new E_ENCODING_UNSUPPORTED([charset.slice(0, 40)])
  }
}

async function readBytes(request: IncomingMessage, limit: number) {
  const chunks: Buffer[] = []
  let size = 0

  try {
    for await (const chunk of decompressed(request).iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > limit) {
        throw new E_REQUEST_ENTITY_TOO_LARGE([limit])
      }
      chunks.push(chunk)
    }
  } catch (error) {
    request.unpipe()
    throw error instanceof Exception ? error : new E_MALFORMED_BODY([reasonOf(request)])
  }

  return Buffer.concat(chunks)
}

function decompressed(request: IncomingMessage): Readable {
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity'
  if (encoding === 'identity') {
    return request
  }

  if (!Object.hasOwn(decompressors, encoding)) {
    throw new E_ENCODING_UNSUPPORTED([encoding.slice(0, 40)])
  }

  const decompressor = decompressors[encoding]()
  request.once('close', () => request.complete || decompressor.destroy())
  return request.pipe(decompressor)
}

function reasonOf(request: IncomingMessage) {
  return request.destroyed && !request.complete
    ? 'it broke off'
    : 'it is not what its Content-Encoding says'
}
