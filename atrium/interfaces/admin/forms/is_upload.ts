import type { ResourceField } from '#atrium/resource/main'

/**
 * Whether a field holds what is uploaded. It names a file that we kept ourselves, and is never typed: whoever
 * could type it could read the files of others.
 */
export function isUpload({ kind }: ResourceField) {
  return kind === 'file' || kind === 'image' || kind === 'binary'
}
