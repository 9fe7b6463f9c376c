import { middleware } from '#start/kernel'
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

/*
|--------------------------------------------------------------------------
| The JSON API
|--------------------------------------------------------------------------
*/

router
  .group(() => {
    router.post('/users', [controllers.accounts.api.Accounts, 'store'])
    router.post('/users/login', [controllers.accounts.api.AccessTokens, 'store'])

    router
      .group(() => {
        router.get('/user', [controllers.accounts.api.CurrentUser, 'show'])
        router.put('/user', [controllers.accounts.api.CurrentUser, 'update'])
      })
      .use(middleware.token())
  })
  .prefix('/api')
