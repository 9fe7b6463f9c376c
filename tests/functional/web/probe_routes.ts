import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import vine from '@vinejs/vine'

const validator = () =>
  vine.create({
    title: vine.string().trim().minLength(1).maxLength(10),
    count: vine.number().withoutDecimals().range([0, 100]).optional(),
    password: vine.string().minLength(8).optional(),
    tagList: vine.array(vine.string().minLength(1)).optional(),
  })

/**
 * Routes that do what careless code does, for tests of what catches it. They exist in tests only.
 */
for (const prefix of ['/probe', '/api/probe']) {
  router
    .group(() => {
      router.get('/crash', () => {
        throw new Error('select "secret" from "users" at /home/somebody')
      })
      router.get('/header', ({ request, response }) => {
        response.header('X-Echo', request.qs().value)
        return 'set'
      })
      router.get('/append', ({ request, response }) => {
        response.append('X-Echo', ['fine', request.qs().value])
        return 'set'
      })
      router.get('/unserialisable', ({ response }) => response.send(Symbol('no')))
      router.get('/strange-status', () => {
        throw Object.assign(new Error('secret'), { status: 42 })
      })
      router.get('/sql', async ({ request }) => db.rawQuery(request.qs().sql))
      router.get('/back', ({ response }) => response.redirect().back('/fallback'))
      router.get('/numbers/:id', ({ params }) => ({ id: params.id, type: typeof params.id }))
      router.get('/query', ({ request }) => request.qs())
      router.post('/method', ({ request }) => ({ ran: request.method() }))
      router.put('/method', ({ request }) => ({ ran: request.method() }))
      router.delete('/method', ({ request }) => ({ ran: request.method() }))
      router.get('/method', ({ request }) => ({ ran: request.method() }))
      router.post('/form', async ({ request }) => request.validateUsing(validator()))
      router.get('/form', async ({ request }) => request.validateUsing(validator()))
      router.post('/body', ({ request }) => request.body())
      router.get('/flashed', ({ session }) => session.flashMessages.all())
    })
    .prefix(prefix)
}
