import { randomBytes } from 'node:crypto'

let lastMoment = 0
let count = 0

/**
 * A new UUID of version 7 (RFC 9562): the moment in milliseconds, then a counter, then chance. Those
 * made in one process sort in the order in which they were made.
 */
export function newUuid(now = Date.now()) {
  const bytes = randomBytes(16)
  step(now, bytes.readUInt16BE(6) & 0x7ff)

  bytes.writeUIntBE(lastMoment, 0, 6)
  bytes.writeUInt16BE(0x7000 | count, 6)
  bytes[8] = 0x80 | (bytes[8] & 0x3f)

  const hex = bytes.toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A new moment begins to count anywhere in the lower half, so that nobody can guess the next */
function step(now: number, chance: number) {
  if (now > lastMoment) {
    lastMoment = now
    count = chance
  } else if (++count > 0xfff) {
    lastMoment += 1
    count = chance
  }
}
