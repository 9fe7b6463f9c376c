/** Stands for whatever address the page has */
const HERE = 'https://here.invalid'

function parse(address: string) {
  return URL.canParse(address, HERE) ? new URL(address, HERE) : null
}

/**
 * Tells whether a link leaves this site. Also `//host`, `\\host` and addresses with line breaks in
 * them are seen for what a browser makes of them.
 */
export function isExternal(address: string) {
  return parse(address)?.origin !== HERE
}

/**
 * The address that an image may be fetched from: one of this site, or one that is encrypted.
 * Undefined for everything else.
 */
export function imageAddress(address: string) {
  const url = parse(address)
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return undefined
  }
  if (url.origin === HERE) {
    return address
  }

  url.protocol = 'https:'
  return url.href
}
