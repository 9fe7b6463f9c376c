import { test } from '@japa/runner'
import { Argon2Driver } from '#app/accounts/drivers/argon2_driver'

const CHEAP = { m: 8, t: 1, p: 1 }

test.group('Hashing passwords', () => {
  test('gives strings that say how they were made, each with its own salt', async ({ assert }) => {
    const driver = new Argon2Driver(CHEAP)
    const [one, two] = [await driver.make('secret'), await driver.make('secret')]

    assert.match(one, /^\$argon2id\$v=19\$m=8,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    assert.notEqual(one, two)
    assert.isTrue(await driver.verify(one, 'secret'))
    assert.isFalse(await driver.verify(one, 'Secret'))
  })

  test('agrees with the test vector of another implementation', async ({ assert }) => {
    const hash =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'

    assert.isTrue(await new Argon2Driver().verify(hash, 'password'))
    assert.isFalse(await new Argon2Driver().verify(hash, 'passwore'))
  })

  test('costs at least what OWASP asks for by default', async ({ assert }) => {
    assert.match(await new Argon2Driver().make('secret'), /\$m=47104,t=1,p=1\$/)
  })

  test('recognises hashes that were made with other costs, and those of others', async ({
    assert,
  }) => {
    const driver = new Argon2Driver(CHEAP)

    assert.isFalse(driver.needsReHash(await driver.make('secret')))
    assert.isTrue(driver.needsReHash(await new Argon2Driver({ m: 16, t: 1, p: 1 }).make('secret')))
    assert.isTrue(driver.needsReHash('$scrypt$n=16384,r=8,p=1$c2FsdA$aGFzaA'))
    assert.isFalse(await driver.verify('$scrypt$n=16384,r=8,p=1$c2FsdA$aGFzaA', 'secret'))
  })

  test('works on two passwords at a time, and refuses more than can wait', async ({ assert }) => {
    const driver = new Argon2Driver({ m: 4096, t: 1, p: 1 }, 2, 3)
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => driver.make('secret')))
    const failures = results.filter((result) => result.status === 'rejected')

    assert.lengthOf(failures, 3)
    assert.equal(failures[0].reason.code, 'E_TOO_MANY_PASSWORDS')
    assert.equal(failures[0].reason.status, 503)
    assert.isString(await driver.make('secret'))
  })
})
