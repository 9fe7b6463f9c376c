import { test } from '@japa/runner'
import { hostnameIn, KnownHosts } from '#app/web/requests/hosts'

test.group('Known hosts', () => {
  const hosts = new KnownHosts('https://blog.example:8443', ['www.blog.example'])

  test('{$self} is one')
    .with(['blog.example', 'BLOG.example:1', 'www.blog.example.', 'localhost', '[::1]:80'])
    .run(({ assert }, host) => {
      assert.isTrue(hosts.has(hostnameIn(host)!))
    })

  test('{$self} is none')
    .with(['example', 'evil.blog.example', 'blog.example.evil', '128.0.0.1', 'localhost.evil'])
    .run(({ assert }, host) => {
      assert.isFalse(hosts.has(hostnameIn(host)!))
    })

  test('{$self} is not even a name')
    .with(['', 'a b', 'a/b', 'a@b', 'a:b', 'a:1:2', 'a?b', 'a,b', 'a\\b', 'é'])
    .run(({ assert }, host) => {
      assert.isUndefined(hostnameIn(host))
    })
})
