import { test } from '@japa/runner'
import { cspKeywords } from '@adonisjs/shield'
import { ResponseFactory } from '@adonisjs/core/factories/http'
import { ContentSecurityPolicy } from '#app/web/security/content_security_policy'

test.group('A content security policy', () => {
  test('names its sources and a number that is used once', ({ assert }) => {
    const policy = new ContentSecurityPolicy({
      defaultSrc: [`'none'`],
      scriptSrc: [`'self'`, '@nonce'],
      styleSrc: ['@nonce'],
    })
    const response = new ResponseFactory().create()

    assert.equal(
      policy.headerFor(response),
      `default-src 'none'; script-src 'self' 'nonce-${response.nonce}'; style-src 'nonce-${response.nonce}'`
    )
    assert.match(response.nonce, /^[\w-]{22}$/)
    assert.notEqual(policy.headerFor(new ResponseFactory().create()), policy.headerFor(response))
  })

  test('leaves out the words of packages that stand for nothing now', ({ assert }) => {
    cspKeywords.register('@here', () => 'https://cdn.example')
    cspKeywords.register('@away', () => '')
    const policy = new ContentSecurityPolicy({
      scriptSrc: [`'self'`, '@here', '@away', '@unknown'],
    })

    assert.equal(
      policy.headerFor(new ResponseFactory().create()),
      `script-src 'self' https://cdn.example`
    )
  })
})
