import { Argon2Driver } from '#app/accounts/drivers/argon2_driver'

/**
 * How many passwords were hashed for some work, whether to store or to compare them.
 */
export async function hashesOf(work: () => Promise<unknown>) {
  const { make, verify } = Argon2Driver.prototype
  let count = 0

  Argon2Driver.prototype.make = function (...args) {
    count++
    return make.apply(this, args)
  }
  Argon2Driver.prototype.verify = function (...args) {
    count++
    return verify.apply(this, args)
  }

  try {
    await work()
  } finally {
    Object.assign(Argon2Driver.prototype, { make, verify })
  }
  return count
}
