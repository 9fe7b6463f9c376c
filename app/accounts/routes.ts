import { middleware } from '#start/kernel'
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

import { NAME } from './avatar.ts'

/*
|--------------------------------------------------------------------------
| Pages for everybody
|--------------------------------------------------------------------------
*/

router
  .group(() => {
    router.get('/register', [controllers.accounts.NewAccount, 'create'])
    router.post('/register', [controllers.accounts.NewAccount, 'store'])
    router.get('/login', [controllers.accounts.Session, 'create'])
    router.post('/login', [controllers.accounts.Session, 'store'])
  })
  .use([middleware.guest(), middleware.form()])

router.get('/uploads/avatars/:id/:name', [controllers.accounts.Avatars, 'show']).where('name', NAME)

router.post('/logout', [controllers.accounts.Session, 'destroy'])

router
  .group(() => {
    router.get('/email/verify/:token', [controllers.accounts.EmailVerifications, 'show'])
    router.post('/email/verify/:token', [controllers.accounts.EmailVerifications, 'update'])
    router.get('/forgot-password', [controllers.accounts.PasswordResetRequests, 'create'])
    router.post('/forgot-password', [controllers.accounts.PasswordResetRequests, 'store'])
    router.get('/reset-password/:token', [controllers.accounts.PasswordResets, 'create'])
    router.post('/reset-password/:token', [controllers.accounts.PasswordResets, 'store'])
  })
  .use(middleware.form())

/*
|--------------------------------------------------------------------------
| Pages for people who are signed in
|--------------------------------------------------------------------------
*/

const { settings } = controllers.accounts

router
  .group(() => {
    router.post('/email/verification', [controllers.accounts.EmailVerifications, 'store'])

    router.get('/settings', [settings.Profile, 'edit'])
    router.put('/settings', [settings.Profile, 'update'])

    router.get('/settings/security', [settings.Sessions, 'index'])
    router.put('/settings/password', [settings.Password, 'update'])
    router.delete('/settings/sessions', [settings.OtherSessions, 'destroy'])
    router
      .delete('/settings/sessions/:id', [settings.Sessions, 'destroy'])
      .where('id', /^[0-9a-f]{64}$/)

    router.get('/settings/tokens', [settings.ApiTokens, 'index'])
    router.post('/settings/tokens', [settings.ApiTokens, 'store'])
    router.delete('/settings/tokens/:id', [settings.ApiTokens, 'destroy'])

    router.get('/settings/delete', [settings.AccountDeletions, 'create'])
    router.delete('/settings/account', [settings.AccountDeletions, 'store'])
  })
  .use(middleware.auth())

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
