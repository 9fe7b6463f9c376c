import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import { RouterFactory } from '@adonisjs/core/factories/http'

/**
 * A router that knows the plain home page, after what a component brings.
 */
function routerWith(bring: (other: ReturnType<RouterFactory['create']>) => void) {
  router.commit()
  const { pattern, matchers } = router.findOrFail('web.home')
  const other = new RouterFactory().create()

  bring(other)
  other
    .get(pattern, () => {})
    .where('nothing', matchers.nothing)
    .as('web.home')
  other.commit()
  return other
}

test.group('The plain home page', () => {
  test('stands in where no component brings one', ({ assert }) => {
    const other = routerWith(() => {})

    assert.equal(other.match('/', 'GET', false)!.route.name, 'web.home')
    assert.isNull(other.match('/x', 'GET', false))
  })

  test('steps back where one does', ({ assert }) => {
    const other = routerWith((empty) => {
      empty.get('/', () => {}).as('home')
    })

    assert.equal(other.match('/', 'GET', false)!.route.name, 'home')
  })
})
