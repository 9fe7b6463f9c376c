import { Edge } from 'edge.js'
import { test } from '@japa/runner'
import { edgePluginSession } from '@adonisjs/session/plugins/edge'
import { registerViewDefaults } from '#app/web/view/defaults'

test.group('A template that is shown to somebody without a session', () => {
  test('finds nothing flashed, nobody signed in and no token', async ({ assert }) => {
    const edge = Edge.create()
    edge.use(edgePluginSession)
    registerViewDefaults(edge)

    const shown = await edge.renderRaw(
      [
        `{{ flashMessages.get('error', 'nothing') }}`,
        `{{ auth.isAuthenticated }} {{ auth.user ?? 'nobody' }}`,
        `[{{ csrfField() }}{{ csrfToken }}{{ csrfMeta() }}]`,
        `{{ old('title', 'a title') }}`,
        `@error('E_ANY')`,
        `wrong`,
        `@end`,
        `@inputError('title')`,
        `wrong`,
        `@end`,
      ].join('\n')
    )

    assert.deepEqual(shown.trim().split('\n'), ['nothing', 'false nobody', '[]', 'a title'])
  })
})
