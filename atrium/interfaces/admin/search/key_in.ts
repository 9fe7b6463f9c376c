import type { Resource } from '#atrium/resource/main'

const WHOLE_NUMBER = /^#?([0-9]{1,15})$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The key of a row that somebody typed: `17`, `#17` or a UUID, where the resource has such keys. */
export function keyIn({ key }: Resource, text: string): string | undefined {
  if (key.length !== 1) return undefined
  if (key[0].kind === 'uuid') return UUID.test(text) ? text.toLowerCase() : undefined

  const isNumber = ['id', 'integer', 'bigint'].includes(key[0].kind)
  return isNumber ? WHOLE_NUMBER.exec(text)?.[1] : undefined
}
