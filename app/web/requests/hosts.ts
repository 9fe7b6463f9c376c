/**
 * A host as a header gives it, without its port: a name, an IPv4 address or an IPv6 address.
 */
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i

/**
 * Names that only this machine can be reached by.
 */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * The name in a `Host` header, in small letters, or nothing when it is not one.
 */
export function hostnameIn(host: string | null) {
  return host?.match(HOST)?.[1].toLowerCase().replace(/\.$/, '')
}

/**
 * Whether a request names two hosts. A proxy before us may have looked at the other one.
 */
export function namesTwoHosts(rawHeaders: string[]) {
  const isHost = (name: string, i: number) => i % 2 === 0 && name.toLowerCase() === 'host'
  return rawHeaders.findIndex(isHost) !== rawHeaders.findLastIndex(isHost)
}

/**
 * The names that requests may be made to: the one of our own address, those that are listed, and
 * loopback. A name of somebody else's may lead here too (DNS rebinding), and must find nobody.
 */
export class KnownHosts {
  #names: Set<string>

  constructor(ownAddress: string, others: string[]) {
    this.#names = new Set([new URL(ownAddress).hostname, ...others])
  }

  /**
   * Whether we are somebody under this name.
   */
  has(hostname: string) {
    return this.#names.has(hostname) || LOOPBACK.test(hostname)
  }
}
